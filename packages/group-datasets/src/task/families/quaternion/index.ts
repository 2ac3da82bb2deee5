import { quaternion } from "../../../builders/dicyclic.ts";
import { tian } from "../../citations.ts";
import { groupFamily } from "../../group-family.ts";
import { form } from "../../params.ts";

/** The smallest group with a quaternionic irrep. */
export const quaternionFamily = groupFamily({
  id: "quaternion",
  title: "the quaternion units ±1, ±i, ±j, ±k",
  params: form(),
  example: "",
  build: quaternion,
  citations: [tian],
});
