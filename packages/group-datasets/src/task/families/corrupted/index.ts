import { doshi } from "../../../works/index.ts";
import { defineDerivedTaskFamily, taskId } from "../../family.ts";
import { corruptLabels } from "../../label-noise.ts";
import { form, seed, share } from "../../params.ts";

/** Another task, a share of its labels wrong, in the examples held out as well. */
export const corruptedFamily = defineDerivedTaskFamily({
  id: "corrupted",
  title: "a task with a share of its labels wrong",
  params: form(share("the share"), seed),
  example: "0.1:cyclic:7",
  create: ([fraction, seed], base) => ({
    ...corruptLabels(base, { fraction, seed }),
    id: taskId("corrupted", [fraction, seed], base),
  }),
  citations: [doshi],
});
