import { affine } from "../../../builders/affine.ts";
import { tian } from "../../citations.ts";
import { groupFamily } from "../../group-family.ts";
import { form, whole } from "../../params.ts";

/** Irreps of degree 1, and one of degree q − 1. */
export const affineFamily = groupFamily({
  id: "affine",
  title: "the maps t ↦ a·t + b of the field with q elements",
  params: form(whole("q", 2)),
  example: "5",
  build: affine,
  citations: [tian],
});
