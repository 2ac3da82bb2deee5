import { split, type Task, task } from "@grokscape/group-datasets";
import type { Alphabet } from "@grokscape/theory";

/** The tables that are played, and what their groups are called; the first is for a beginning. */
export const tables = {
  "cyclic:5": "Z₅",
  "cyclic:7": "Z₇",
  "cyclic:11": "Z₁₁",
  "product:2,2,2": "Z₂³",
  "product:3,3": "Z₃²",
  "dihedral:3": "S₃",
  "dicyclic:2": "Q₈",
} as const;
export type TableId = keyof typeof tables;

export const tableIds = Object.keys(tables) as readonly TableId[];

/** A lesson in the making, as plain data. Cells are numbered row by row. */
export interface Game {
  readonly table: TableId;
  /** Which symbols the learner knows to be the same. */
  readonly alphabet: Alphabet;
  /** Cells that the puzzle shows from the beginning, ascending. */
  readonly given: readonly number[];
  /** Cells that the player shows, in the order chosen. */
  readonly shown: readonly number[];
  /** How many cells may be shown in all, those given among them; null: as many as one likes. */
  readonly most: number | null;
  /** The fewest cells with which the player has solved this puzzle. */
  readonly record: number | null;
  /** Whether the computer's lesson has been looked at: what is solved since is no record. */
  readonly aided: boolean;
}

/** An empty table. */
export const newGame = (table: TableId, alphabet: Alphabet = "own"): Game => ({
  table,
  alphabet,
  given: [],
  shown: [],
  most: null,
  record: null,
  aided: false,
});

export const cellsOf = ({ given, shown }: Game): readonly number[] => [...given, ...shown];

export const isFull = (game: Game): boolean =>
  game.most !== null && cellsOf(game).length >= game.most;

/** After a cell is pressed: it is shown, or hidden again. A given one stays; no more are shown than may be. */
export function pressed(game: Game, cell: number): Game {
  if (game.given.includes(cell)) return game;
  if (game.shown.includes(cell)) {
    return { ...game, shown: game.shown.filter((other) => other !== cell) };
  }
  return isFull(game) ? game : { ...game, shown: [...game.shown, cell] };
}

/** The same puzzle from its beginning. */
export const begun = (game: Game): Game => ({ ...game, shown: [], aided: false });

/** With the record that a solved puzzle earns. */
export function recorded(game: Game): Game {
  const count = cellsOf(game).length;
  const isRecord = !game.aided && (game.record === null || count < game.record);
  return isRecord ? { ...game, record: count } : game;
}

/** The computer's lesson in place of the player's. */
export const aidedBy = (game: Game, lesson: Iterable<number>): Game => ({
  ...game,
  shown: [...lesson].filter((cell) => !game.given.includes(cell)),
  aided: true,
});

/** What is shown now becomes what a puzzle gives. */
export const puzzleFrom = (game: Game, most: number | null): Game => ({
  ...newGame(game.table, game.alphabet),
  given: [...cellsOf(game)].sort((a, b) => a - b),
  most,
});

/** The puzzle of a number: the same table and the same given cells for everybody. */
export function dealt(number: number): Game {
  const table = tableIds[number % tableIds.length] as TableId;
  const all = task(table);
  const { train } = split(all, { count: all.classes, seed: number });
  return { ...newGame(table), given: [...train] };
}

/** The tables in which a learner may know that rows and columns have the same names. */
export const hasAlphabets = (table: TableId): boolean =>
  !["dihedral:3", "dicyclic:2"].includes(table);

/** An element as a cell has room for: "011" for (0, 1, 1). */
export const shortName = ({ symbol = String }: Pick<Task, "symbol">, element: number): string =>
  symbol(element).replace(/[(), ]/g, "");
