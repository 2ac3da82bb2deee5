/** A stretch of the kernels' memory. Its place is chosen once all instructions are known. */
export interface Stretch {
  readonly bytes: number;
  /** Byte offset; given from the start where it is kept between passes, as weights are. */
  at?: number;
}

/** A part of a stretch that an instruction reads or writes. */
export interface Operand {
  readonly stretch: Stretch;
  /** Bytes from its start. */
  readonly offset: number;
  /** Whether line i of the instruction uses row i alone; otherwise it may use any row. */
  readonly byRow: boolean;
  readonly writes: boolean;
}

/** An argument that is stored as a float32; the others are whole numbers. */
export interface Real {
  readonly real: number;
}

/** One call of a kernel. */
export interface Instruction {
  readonly kernel: number;
  readonly lines: number;
  /** Whether a line is a row: instructions over as many rows may then run as one group. */
  readonly overRows: boolean;
  readonly words: readonly (number | Real | Operand)[];
}

export function isOperand(word: number | Real | Operand): word is Operand {
  return typeof word === "object" && "stretch" in word;
}

export function operandsOf({ words }: Instruction): Operand[] {
  return words.filter(isOperand);
}
