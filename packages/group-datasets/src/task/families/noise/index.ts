import { doshi } from "../../../works/index.ts";
import { defineDerivedTaskFamily, taskId } from "../../family.ts";
import { labelNoise } from "../../label-noise.ts";
import { form, seed, share } from "../../params.ts";

/** Another task, each label redrawn with some probability, in the examples held out as well. */
export const noiseFamily = defineDerivedTaskFamily({
  id: "noise",
  title: "a task whose labels are redrawn with a probability",
  params: form(share("the probability"), seed),
  example: "0.1:cyclic:7",
  create: ([probability, seed], base) => ({
    ...labelNoise(base, { probability, seed }),
    id: taskId("noise", [probability, seed], base),
  }),
  citations: [doshi],
});
