/*
 * A program is a list of groups, a group a list of instructions that all work on the same lines: rows
 * of matrices, or whatever else a kernel cuts its result into. A unit of a group does all of its
 * instructions for some lines while these are in the cache. Units need nothing of each other, and who
 * does one changes no bit of its result.
 *
 * In memory a group is four words: its lines, the lines of a unit, where its instructions begin and
 * where they end. An instruction is its bytes in all, its kernel, and its arguments.
 */

/** An argument of the instruction at `at`: a size, a flag, or an address. */
export function argument(at: usize, i: i32): usize {
  return load<usize>(at + ((<usize>(i + 2)) << 2));
}

/** An argument that is a factor or another real number. */
export function number(at: usize, i: i32): f32 {
  return load<f32>(at + ((<usize>(i + 2)) << 2));
}

/** Bytes of a group. */
export const GROUP: usize = 16;

export function unitsOf(group: usize): i32 {
  const lines = load<i32>(group);
  const ofUnit = load<i32>(group, 4);
  return (lines + ofUnit - 1) / ofUnit;
}

export function firstLine(group: usize, unit: i32): i32 {
  return unit * load<i32>(group, 4);
}

/** One after the unit's last line. */
export function endLine(group: usize, unit: i32): i32 {
  return min(load<i32>(group), (unit + 1) * load<i32>(group, 4));
}

export function firstInstruction(group: usize): usize {
  return load<usize>(group, 8);
}

export function endOfInstructions(group: usize): usize {
  return load<usize>(group, 12);
}

export function bytesOf(instruction: usize): usize {
  return load<usize>(instruction);
}

export function kernelOf(instruction: usize): i32 {
  return load<i32>(instruction, 4);
}
