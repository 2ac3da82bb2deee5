import {
  characterNumbers,
  characterTable,
  type PictureOptions,
  type TableOptions,
} from "@grokscape/viz";
import characters from "../fixtures/characters.json" with { type: "json" };

const { name, classNames } = characters;

export const draw = (options?: PictureOptions) =>
  characterTable(characters, { name, classNames, ...options });

export const table = (options?: TableOptions) =>
  characterNumbers(characters, { name, classNames, ...options });
