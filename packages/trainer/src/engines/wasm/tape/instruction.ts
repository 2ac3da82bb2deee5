/** A stretch of the kernels' memory, whose place is chosen once all that is to happen is known. */
export interface Stretch {
  readonly bytes: number;
  /** Byte offset; set from the start for what lasts. */
  at?: number;
}

/** What an instruction does with a stretch. */
export interface Operand {
  readonly stretch: Stretch;
  /** Bytes from its start. */
  readonly offset: number;
  /** Whether a line of the instruction sees that row alone: else it may see any. */
  readonly byRow: boolean;
  readonly writes: boolean;
}

/** A word of memory that is no whole number. */
export interface Real {
  readonly real: number;
}

/** One call of a kernel. */
export interface Instruction {
  readonly kernel: number;
  readonly lines: number;
  /** Whether lines are rows, so that others on as many rows may join it. */
  readonly overRows: boolean;
  readonly words: readonly (number | Real | Operand)[];
}

export function isOperand(word: number | Real | Operand): word is Operand {
  return typeof word === "object" && "stretch" in word;
}

export function operandsOf({ words }: Instruction): Operand[] {
  return words.filter(isOperand);
}
