import { type Instruction, operandsOf, type Stretch } from "./instruction.ts";

/** Instructions over the same lines, which threads divide among themselves. */
interface Group {
  readonly lines: number;
  readonly overRows: boolean;
  readonly instructions: Instruction[];
}

/** Groups that depend on earlier levels, and not on one another. */
export type Level = Group[];

/** The last write to a stretch, or a read since then. */
interface Use {
  readonly level: number;
  /** How many rows and from which offset, if each line used its own row alone. */
  readonly rows: string | undefined;
  readonly writes: boolean;
}

/**
 * Puts every instruction at the earliest level after all that it depends on. One that uses of each row
 * only what the instructions of a group have made in that same row joins that group.
 */
export function schedule(instructions: readonly Instruction[]): Level[] {
  const levels: Level[] = [];
  const uses = new Map<Stretch, Use[]>();
  for (const instruction of instructions) {
    const { lines, overRows } = instruction;
    const operands = operandsOf(instruction).map(({ stretch, offset, byRow, writes }) => ({
      stretch,
      writes,
      rows: byRow ? `${lines} from ${offset}` : undefined,
    }));
    let level = 0;
    for (const { stretch, writes, rows } of operands) {
      for (const use of uses.get(stretch) ?? []) {
        if (!use.writes && !writes) continue;
        const inStep = rows !== undefined && rows === use.rows;
        level = Math.max(level, use.level + Number(!inStep));
      }
    }
    for (const { stretch, writes, rows } of operands) {
      const since = writes ? [] : (uses.get(stretch) ?? []);
      uses.set(stretch, [...since, { level, rows, writes }]);
    }
    while (levels.length <= level) levels.push([]);
    const joined = levels[level].find(
      (group) => overRows && group.overRows && group.lines === lines,
    );
    if (joined) joined.instructions.push(instruction);
    else levels[level].push({ lines, overRows, instructions: [instruction] });
  }
  return levels;
}
