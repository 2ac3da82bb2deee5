import {
  type Instruction,
  isOperand,
  type Operand,
  operandsOf,
  type Stretch,
} from "./instruction.ts";
import type { KernelNumbers } from "./kernel-numbers.ts";

/** Places among an instruction's words of its result, and of the operand that the result may overwrite. */
const result = 0;
const source = 2;
/** Place among the words of SCALE that says whether it repeats a column. */
const byColumn = 4;

interface Use {
  readonly operand: Operand;
  readonly when: number;
}

/**
 * Lets instructions that work entry by entry write over what nobody needs after them, and leaves out
 * copies of what does not change (undefined in their place): less memory, which stays in the cache.
 *
 * @param kept what no instruction may overwrite
 */
export function reuseMemory(
  instructions: readonly Instruction[],
  kernels: KernelNumbers,
  kept: readonly Stretch[],
): (Instruction | undefined)[] {
  const entrywise = [
    kernels.ADD,
    kernels.TIMES,
    kernels.SCALE,
    kernels.ACTIVATE,
    kernels.ACTIVATION_SLOPE,
    kernels.INVERSE_ROOT,
  ].map(({ value }) => value);
  const uses = new Map<Stretch, Use[]>();
  for (const [when, instruction] of instructions.entries()) {
    for (const operand of operandsOf(instruction)) {
      const all = uses.get(operand.stretch) ?? [];
      all.push({ operand, when });
      uses.set(operand.stretch, all);
    }
  }
  const replaced = new Map<Stretch, Stretch>();
  const now = (stretch: Stretch): Stretch => replaced.get(stretch) ?? stretch;

  /** Whether the instruction is a copy that is not needed. */
  function merge({ kernel, words }: Instruction, when: number): boolean {
    if (!entrywise.includes(kernel)) return false;
    const [to, from] = [words[result], words[source]];
    if (!isOperand(to) || !isOperand(from) || !from.byRow) return false;
    if (kernel === kernels.SCALE.value && words[byColumn] === 1) return false;
    const [after, before] = [to.stretch, now(from.stretch)];
    const isWhole = after.bytes === before.bytes && to.offset === 0 && from.offset === 0;
    const isFree = after.at === undefined && before.at === undefined;
    if (!isWhole || !isFree || kept.includes(after) || kept.includes(before)) return false;
    const [ofAfter, ofBefore] = [uses.get(after) ?? [], uses.get(before) ?? []];
    if (ofAfter.some((use) => use.when < when)) return false;
    const isLast = ofBefore.every((use) => use.when <= when);
    const changes = [...ofAfter, ...ofBefore].some((use) => use.when > when && use.operand.writes);
    const isCopy = kernel === kernels.SCALE.value && isOne(words.at(-1));
    const isByRow = ofBefore.every(({ operand }) => operand.byRow);
    if (!(isCopy ? isLast || !changes : isLast && isByRow)) return false;
    replaced.set(after, before);
    uses.set(before, [...ofBefore, ...ofAfter]);
    return isCopy;
  }

  return instructions.map((instruction, when) => {
    if (merge(instruction, when)) return undefined;
    const words = instruction.words.map((word) =>
      isOperand(word) ? { ...word, stretch: now(word.stretch) } : word,
    );
    return { ...instruction, words };
  });
}

const isOne = (word: Instruction["words"][number] | undefined): boolean =>
  typeof word === "object" && "real" in word && word.real === 1;
