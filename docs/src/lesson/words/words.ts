import type { Alphabet } from "@grokscape/theory";
import type { Kind } from "../facts.ts";
import type { TableId } from "../game.ts";

/** Everything that the game says, in one language. */
export interface LessonWords {
  readonly title: string;
  readonly table: string;
  readonly says: Readonly<Record<TableId, string>>;
  readonly alphabet: string;
  readonly alphabets: Readonly<Record<Alphabet, string>>;
  readonly board: (name: string) => string;
  readonly kinds: Readonly<Record<Kind, string>>;
  /** Of a cell, for those who do not see it. */
  readonly cell: Readonly<Record<Kind | "given", (product: string, answer: string) => string>>;
  readonly begin: string;
  readonly moved: (event: {
    readonly product: string;
    readonly answer: string;
    readonly taken: boolean;
    readonly more: number;
  }) => string;
  readonly full: (most: number) => string;
  readonly isGiven: string;
  readonly floor: (floor: number) => string;
  readonly atLeast: (floor: number) => string;
  readonly budget: (left: number, most: number) => string;
  readonly record: (record: number) => string;
  readonly solved: (count: number, floor: number) => string;
  readonly solvedBest: (count: number) => string;
  readonly solvedAided: (count: number) => string;
  readonly undo: string;
  readonly restart: string;
  readonly best: string;
  readonly bestHint: string;
  readonly bestSays: (count: number, floor: number) => string;
  readonly share: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly larger: string;
  readonly train: string;
  readonly trainHint: string;
  readonly training: string;
  readonly trained: (right: number, of: number) => string;
  readonly nothingFollows: string;
  readonly everything: string;
  readonly trialTitle: string;
  readonly step: (step: string) => string;
  readonly inLab: string;
  readonly failed: (message: string) => string;
  readonly classTitle: string;
  readonly classSays: string;
  readonly puzzleNumber: string;
  readonly open: string;
  readonly fix: string;
  readonly most: string;
  readonly puzzleLink: string;
  readonly damaged: (part: string) => string;
  readonly noScript: string;
}
