import { dataset, task } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import { type Alphabet, knowable, smallestLesson } from "../../src/index.ts";

/** Whether all the rest follows from these examples. */
function teachesAll(id: string, examples: ArrayLike<number>, alphabet: Alphabet = "own"): boolean {
  const { open, uncovered } = knowable(task(id), examples, { alphabet });
  return open.length + uncovered.length === 0;
}

test.each<[string, Alphabet, number]>([
  ["cyclic:7", "own", 18],
  ["cyclic:11", "own", 30],
  ["cyclic:12", "own", 33],
  ["product:2,2,2", "own", 19],
  ["product:3,3", "own", 23],
  ["product:2,4", "own", 21],
  ["cyclic:7", "operands", 12],
  ["product:2,2,2", "operands", 12],
  ["cyclic:7", "all", 6],
  ["product:2,2,2", "all", 5],
  ["symmetric:3", "own", 16],
  ["dicyclic:2", "own", 22],
  ["dihedral:5", "own", 28],
])("%s, %s: %i examples are enough, and as few as can be", (id, alphabet, count) => {
  const { examples, floor } = smallestLesson(task(id), [], { alphabet });
  expect([examples.length, floor]).toEqual([count, count]);
  expect(teachesAll(id, examples, alphabet)).toBe(true);
});

test.each<[string, Alphabet]>([
  ["cyclic:2", "own"],
  ["cyclic:3", "own"],
  ["cyclic:4", "all"],
  ["cyclic:4", "operands"],
  ["product:2,2", "operands"],
  ["product:2,2", "all"],
])("%s, %s: of all sets that are smaller by one, none is enough", (id, alphabet) => {
  const { size } = task(id);
  const { floor } = smallestLesson(task(id), [], { alphabet });
  for (const examples of subsets(size, floor - 1)) {
    expect(teachesAll(id, examples, alphabet), examples.join()).toBe(false);
  }
});

function* subsets(size: number, count: number, from = 0): Generator<number[]> {
  if (count === 0) yield [];
  for (let first = from; count > 0 && first < size; first++) {
    for (const rest of subsets(size, count - 1, first + 1)) yield [first, ...rest];
  }
}

test.each(["symmetric:3", "dicyclic:2", "dihedral:4"])(
  "of %s, equations without a modulus need as many as the floor says",
  (id) => {
    expect(rank(id)).toBe(smallestLesson(task(id)).floor);
  },
);

/** How many of a table's equations α(a) + β(b) − γ(c) = 0 are independent, modulo a large prime. */
function rank(id: string): number {
  const p = 10_007;
  const table = task(id);
  const m = table.classes;
  const pivots = new Map<number, number[]>();
  for (const [i, label] of dataset(table).labels.entries()) {
    const row = new Array<number>(3 * m).fill(0);
    row[Math.floor(i / m)] = 1;
    row[m + (i % m)] = 1;
    row[2 * m + label] = p - 1;
    for (let column = 0; column < 3 * m; column++) {
      const factor = row[column] as number;
      if (factor === 0) continue;
      const pivot = pivots.get(column);
      if (!pivot) {
        const inverse = power(factor, p - 2, p);
        pivots.set(
          column,
          row.map((value) => (value * inverse) % p),
        );
        break;
      }
      for (const [j, value] of pivot.entries())
        row[j] = ((row[j] as number) + (p - factor) * value) % p;
    }
  }
  return pivots.size;
}

const power = (base: number, exponent: number, p: number): number =>
  exponent === 0 ? 1 : ((power(base, exponent >> 1, p) ** 2 % p) * (exponent % 2 ? base : 1)) % p;

test("what is given counts, even what says nothing new", () => {
  // two full rows of Z_5: the last cell of the second follows from the others
  const rows = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const { examples, floor } = smallestLesson(task("cyclic:5"), rows);
  expect([examples.length, floor]).toEqual([13, 13]);
  expect([...examples]).toEqual(expect.arrayContaining(rows));
  expect(teachesAll("cyclic:5", examples)).toBe(true);
});

test("a task that is no table is refused, and so is one that is given whole", () => {
  expect(() => smallestLesson(task("parity:6,2"))).toThrow("parity:6,2,0 is no group's table");
  expect(() => smallestLesson(task("cyclic:2"), [0, 1, 2, 3])).toThrow("everything of cyclic:2");
});
