import { task } from "@grokscape/group-datasets";
import type { Alphabet } from "@grokscape/theory";
import { dealt, type Game, hasAlphabets, newGame, type TableId, tableIds } from "./game.ts";

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const alphabets: readonly Alphabet[] = ["own", "operands", "all"];

/** Cells as letters, six to each; a table of 49 cells has 9 at most. */
export function encodeCells(cells: readonly number[]): string {
  const sextets = new Uint8Array(Math.ceil((Math.max(-1, ...cells) + 1) / 6));
  for (const cell of cells) sextets[Math.floor(cell / 6)]! |= 1 << (cell % 6);
  return Array.from(sextets, (sextet) => digits[sextet]).join("");
}

/** @returns ascending; undefined for letters that are none, or cells beyond the table */
export function decodeCells(text: string, size: number): number[] | undefined {
  const sextets = Array.from(text, (letter) => digits.indexOf(letter));
  if (sextets.includes(-1)) return undefined;
  const cells = sextets.flatMap((sextet, i) =>
    [0, 1, 2, 3, 4, 5].flatMap((bit) => (sextet & (1 << bit) ? [6 * i + bit] : [])),
  );
  return cells.every((cell) => cell < size) ? cells : undefined;
}

/** The game as the part of an address after "#"; "" for the table that the page begins with. */
export function hashOf({ table, alphabet, given, shown, most, record, aided }: Game): string {
  const pairs: readonly (readonly [string, string | number | null])[] = [
    ["table", table === tableIds[0] ? null : table],
    ["knows", alphabet === "own" ? null : alphabet],
    ["given", encodeCells(given) || null],
    ["most", most],
    ["shown", encodeCells(shown) || null],
    ["record", record],
    ["aided", aided ? 1 : null],
  ];
  return pairs
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

/** A game, and the part of its address that could not be read; then the table is empty. */
interface Opened {
  readonly game: Game;
  readonly damaged?: string;
}

/** The game that an address holds. */
export function gameAt(hash: string): Opened {
  const said = new Map(new URLSearchParams(hash.replace(/^#/, "")));
  const puzzle = said.get("puzzle");
  if (puzzle !== undefined) {
    const number = wholeNumber(puzzle, 2 ** 32 - 1);
    if (number === undefined) return { game: newGame(tableIds[0] as TableId), damaged: "puzzle" };
    return { game: dealt(number) };
  }
  const table = tableIds.find((id) => id === (said.get("table") ?? tableIds[0]));
  if (!table) return { game: newGame(tableIds[0] as TableId), damaged: "table" };
  const { size } = task(table);
  const alphabet = alphabets.find((one) => one === (said.get("knows") ?? "own"));
  const given = decodeCells(said.get("given") ?? "", size);
  const shown = decodeCells(said.get("shown") ?? "", size);
  const count = (name: string): number | null | undefined => {
    const text = said.get(name);
    return text === undefined ? null : wholeNumber(text, size);
  };
  const [most, record] = [count("most"), count("record")];
  const aided = said.get("aided") === "1";
  const damaged = (name: string): Opened => ({ game: newGame(table), damaged: name });
  if (!alphabet || (alphabet !== "own" && !hasAlphabets(table))) return damaged("knows");
  if (!given) return damaged("given");
  if (!shown || shown.some((cell) => given.includes(cell))) return damaged("shown");
  if (most === undefined || (most !== null && !aided && most < given.length + shown.length)) {
    return damaged("most");
  }
  if (record === undefined) return damaged("record");
  return { game: { table, alphabet, given, shown, most, record, aided } };
}

function wholeNumber(text: string, most: number): number | undefined {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return value <= most ? value : undefined;
}
