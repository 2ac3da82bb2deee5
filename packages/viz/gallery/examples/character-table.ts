import { characterNumbers, characterTable } from "@grokscape/viz";
import characters from "../fixtures/characters.json" with { type: "json" };
import type { Example } from "./example.ts";

const { name, classNames } = characters;

/** The alternating group of order 12: two of its characters are not real. */
export const characterTableExample: Example = {
  id: "character-table",
  draw: (options) => characterTable(characters, { name, classNames, ...options }),
  table: (options) => characterNumbers(characters, { name, classNames, ...options }),
};
