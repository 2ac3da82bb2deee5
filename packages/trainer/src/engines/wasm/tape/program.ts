import { type Instruction, isOperand, type Stretch } from "../../tape/instruction.ts";
import type { Level } from "../../tape/schedule.ts";

const word = 4;
const wordsOfGroup = 4;
const head = 2;

/** Groups in memory, from one address to another. */
export interface Program {
  readonly from: number;
  readonly to: number;
}

const bytesOf = ({ words }: Instruction) => (head + words.length) * word;

/** Bytes that the groups of these levels and their instructions take. */
export function bytesOfProgram(levels: readonly Level[]): number {
  let bytes = 0;
  for (const { instructions } of levels.flat()) {
    bytes += wordsOfGroup * word;
    for (const instruction of instructions) bytes += bytesOf(instruction);
  }
  return bytes;
}

/**
 * Writes the groups of these levels and their instructions, as assembly/tape/program.ts reads them.
 * Where everything lies must have been chosen.
 *
 * @param linesOfUnit lines that are one unit of work
 */
export function writeProgram(
  memory: ArrayBufferLike,
  at: number,
  levels: readonly Level[],
  linesOfUnit: (group: Level[number]) => number,
): Program {
  const integers = new Uint32Array(memory);
  const floats = new Float32Array(memory);
  const groups = levels.flat();
  const to = at + groups.length * wordsOfGroup * word;
  let next = to / word;
  for (const [i, group] of groups.entries()) {
    const first = next;
    for (const instruction of group.instructions) {
      integers[next++] = bytesOf(instruction);
      integers[next++] = instruction.kernel;
      for (const one of instruction.words) {
        if (typeof one === "number") integers[next] = one;
        else if (isOperand(one))
          integers[next] = (one.stretch as Required<Stretch>).at + one.offset;
        else floats[next] = one.real;
        next++;
      }
    }
    const words = [group.lines, linesOfUnit(group), first * word, next * word];
    integers.set(words, at / word + i * wordsOfGroup);
  }
  return { from: at, to };
}
