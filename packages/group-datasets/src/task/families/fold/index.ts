import { tian } from "../../../works/index.ts";
import { defineDerivedTaskFamily, taskId } from "../../family.ts";
import { form, whole } from "../../params.ts";
import { requiredGroup } from "../../required-group.ts";
import { wordTask } from "../../word-task.ts";

/** The product of k operands: a + b + c in Z_n. */
export const foldFamily = defineDerivedTaskFamily({
  id: "fold",
  title: "the product of k operands in a group",
  params: form(whole("k", 2, 26)),
  example: "3:cyclic:5",
  create([k], base) {
    const word = Array.from({ length: k }, (_, operand) => ({ operand }));
    return wordTask(taskId("fold", [k], base), requiredGroup("fold", base), word);
  },
  citations: [tian],
});
