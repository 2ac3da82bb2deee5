import type { FiniteGroup } from "@grokscape/group-datasets";

/** A table's cell with its label. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly label: number;
}

export const cellsOf = ({ order, table }: FiniteGroup): Cell[] =>
  Array.from(table, (label, i) => ({ row: Math.floor(i / order), column: i % order, label }));

/** All lists of so many numbers below `base`. */
function* tuples(length: number, base: number): Generator<number[]> {
  for (let code = 0; code < base ** length; code++) {
    yield Array.from({ length }, (_, i) => Math.floor(code / base ** i) % base);
  }
}

export function* permutations(n: number, first?: number): Generator<number[]> {
  const extend = function* (taken: readonly number[]): Generator<number[]> {
    if (taken.length === n) yield [...taken];
    for (let next = 0; next < n; next++) {
      if (!taken.includes(next)) yield* extend([...taken, next]);
    }
  };
  yield* extend(first === undefined ? [] : [first]);
}

/**
 * Cells that every homomorphism tells the same of: all maps α, β from rows and columns to Z_q, and γ as the
 * shown cells ask. α(0) = β(0) = 0, since shifts change nothing.
 */
export function followInEveryMap(
  order: number,
  cells: readonly Cell[],
  shown: ReadonlySet<number>,
  q: number,
) {
  const follows = new Set(cells.keys());
  const shownCells = cells.filter((_, i) => shown.has(i));
  for (const map of tuples(2 * order - 2, q)) {
    const alpha = [0, ...map.slice(0, order - 1)];
    const beta = [0, ...map.slice(order - 1)];
    const gamma = new Array<number | undefined>(order);
    const sum = ({ row, column }: Cell) => (alpha[row] + beta[column]) % q;
    for (const cell of shownCells) gamma[cell.label] = sum(cell);
    if (shownCells.some((cell) => gamma[cell.label] !== sum(cell))) continue;
    for (const i of follows) if (gamma[cells[i].label] !== sum(cells[i])) follows.delete(i);
  }
  return follows;
}

/**
 * How likely each label of each cell is, given the shown ones, if the table is the group's with rows,
 * columns and answers renamed at random: by trying all names. The first row and column are the identity's,
 * since that is true of some renaming of each such table.
 */
export function posterior(group: FiniteGroup, cells: readonly Cell[], shown: ReadonlySet<number>) {
  const { order, table } = group;
  const shownCells = cells.filter((_, i) => shown.has(i));
  const labels = new Set(shownCells.map(({ label }) => label));
  const unseen = Array.from({ length: order }, (_, label) => label).filter(
    (label) => !labels.has(label),
  );
  const chances = cells.map(() => new Float64Array(order));
  let tables = 0;
  const all = [...permutations(order, group.identity)];
  for (const rows of all) {
    for (const columns of all) {
      const labelOf = new Array<number | undefined>(order);
      const elementOf = new Array<number | undefined>(order);
      const element = ({ row, column }: Cell) => table[rows[row] * order + columns[column]];
      const fits = shownCells.every((cell) => {
        const g = element(cell);
        labelOf[g] ??= cell.label;
        elementOf[cell.label] ??= g;
        return labelOf[g] === cell.label && elementOf[cell.label] === g;
      });
      if (!fits) continue;
      tables++;
      for (const [i, cell] of cells.entries()) {
        const label = labelOf[element(cell)];
        if (label !== undefined) chances[i][label]++;
        else for (const other of unseen) chances[i][other] += 1 / unseen.length;
      }
    }
  }
  return chances.map((chance) => chance.map((weight) => weight / tables));
}
