import { InputError } from "../../../errors.ts";
import { power } from "../../../works/index.ts";
import { defineDerivedTaskFamily, taskId } from "../../family.ts";
import { groupBehind } from "../../group-behind.ts";
import { form, text } from "../../params.ts";
import { requiredGroup } from "../../required-group.ts";
import { type Letter, wordTask } from "../../word-task.ts";

const longest = 100;

/** Any word in the operands: "aba" is a·b·a, "abA" is a·b·a⁻¹. */
export const wordFamily = defineDerivedTaskFamily({
  id: "word",
  title: "a word in the operands, capitals inverted, in a group",
  params: form(text("the word", "letters such as abA")),
  example: "aba:dihedral:5",
  create([word], base) {
    const id = taskId("word", [word], base);
    return wordTask(id, requiredGroup("word", base), letters(word));
  },
  theory: groupBehind,
  citations: [power],
});

function letters(word: string): Letter[] {
  const used = [...new Set(word.toLowerCase())].sort().join("");
  if (
    /^[a-z]+$/i.test(word) &&
    word.length <= longest &&
    "abcdefghijklmnopqrstuvwxyz".startsWith(used)
  ) {
    return Array.from(word, (letter) => ({
      operand: letter.toLowerCase().charCodeAt(0) - 97,
      inverted: letter < "a",
    }));
  }
  throw new InputError(
    `${JSON.stringify(word.slice(0, longest))} is no word in operands`,
    `write up to ${longest} letters a, b, c, … without leaving one out, a capital for an inverse: abA`,
  );
}
