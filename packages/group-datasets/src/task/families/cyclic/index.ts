import { cyclic } from "../../../builders/cyclic.ts";
import { power, tian } from "../../citations.ts";
import { groupFamily } from "../../group-family.ts";
import { form, whole } from "../../params.ts";

/** Addition modulo n, the task in which grokking was found and on which the theory is tested first. */
export const cyclicFamily = groupFamily({
  id: "cyclic",
  title: "addition modulo n",
  params: form(whole("n", 2)),
  example: "7",
  build: cyclic,
  citations: [power, tian],
});
