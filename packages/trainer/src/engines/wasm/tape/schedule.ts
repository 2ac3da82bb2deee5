import { type Instruction, operandsOf, type Stretch } from "./instruction.ts";

/** Instructions on the same lines, which threads share out. */
interface Group {
  readonly lines: number;
  readonly overRows: boolean;
  readonly instructions: Instruction[];
}

/** Groups that need nothing of each other; they need what earlier levels made. */
export type Level = Group[];

/** Who has seen a stretch since it was last written, that write included. */
interface Use {
  readonly level: number;
  /** The rows and where they begin, if each line saw its own row alone. */
  readonly rows: string | undefined;
  readonly writes: boolean;
}

/**
 * Puts every instruction at the earliest level at which all it needs is there. One that needs of each
 * row only what others have made in that same row joins their group.
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
