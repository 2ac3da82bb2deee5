import { split, task } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import { ContradictionError, knowable, why } from "../../src/index.ts";
import { permutations } from "./by-definition.ts";

const seeds = (count: number) => Array.from({ length: count }, (_, seed) => seed);
const related = { related: true } as const;
const two = (first: string, second: string) => task(`two-operations:${first}~${second}`);
const below = (n: number) => Array.from({ length: n }, (_, i) => i);

/** Maps of a group to itself that respect its operation, by definition: of 1, or of the unit vectors. */
const endomorphisms: Readonly<Record<string, readonly ((x: number) => number)[]>> = {
  "cyclic:5": below(5).map((s) => (x) => (s * x) % 5),
  "cyclic:6": below(6).map((s) => (x) => (s * x) % 6),
  "product:2,2": below(16).map((s) => (x) => ((x & 1) * (s & 3)) ^ ((x >> 1) * (s >> 2))),
};

test.each([
  ["cyclic:5", "division:cyclic:5"],
  ["cyclic:5", "expression:5,2x+y+3"],
  ["cyclic:6", "expression:6,5x+y+1"],
  ["product:2,2", "product:2,2"],
])(
  "%s wholly shown, then %s: what is determined is what all second operations say alike",
  (first, second) => {
    const table = two(first, second);
    const group = task(first).group!;
    const { order } = group;
    const size = order ** 2;
    // every table φ(a) + ψ(b) + k
    const tables = endomorphisms[first].flatMap((phi) =>
      endomorphisms[first].flatMap((psi) =>
        below(order).map((k) =>
          below(size).map((i) =>
            group.multiply(group.multiply(phi(Math.floor(i / order)), psi(i % order)), k),
          ),
        ),
      ),
    );
    const labels = below(size).map((i) => table.example(size + i).label);
    for (const count of [1, 2, 3, 4, 6]) {
      for (const seed of seeds(4)) {
        const { train } = split(table, { first: 1, count, seed });
        const shown = [...train].filter((i) => i >= size).map((i) => i - size);
        const possible = tables.filter((one) => shown.every((i) => one[i] === labels[i]));
        const alike = below(size).filter(
          (i) => !shown.includes(i) && possible.every((one) => one[i] === labels[i]),
        );
        const { determined, by } = knowable(table, train, related);
        expect(Array.from(determined, (i) => i - size)).toEqual(alike);
        expect(by).toBe("related");
      }
    }
  },
);

test("a group and its opposite: what is determined is what all second operations say alike", () => {
  const table = two("dihedral:3", "word:ba:dihedral:3");
  const group = task("dihedral:3").group!;
  const { multiply } = group;
  const maps = [...permutations(6)].filter((map) =>
    below(36).every((i) => {
      const [a, b] = [Math.floor(i / 6), i % 6];
      return map[multiply(a, b)] === multiply(map[a], map[b]);
    }),
  );
  expect(maps).toHaveLength(6);
  const tables = maps.flatMap((phi) =>
    maps.flatMap((psi) =>
      below(6).flatMap((k) => [
        below(36).map((i) => multiply(multiply(phi[Math.floor(i / 6)], k), psi[i % 6])),
        below(36).map((i) => multiply(multiply(psi[i % 6], k), phi[Math.floor(i / 6)])),
      ]),
    ),
  );
  const labels = below(36).map((i) => table.example(36 + i).label);
  let claimed = 0;
  for (const count of [1, 2, 3, 4, 6]) {
    for (const seed of seeds(3)) {
      const { train } = split(table, { first: 1, count, seed });
      const shown = [...train].filter((i) => i >= 36).map((i) => i - 36);
      const possible = tables.filter((one) => shown.every((i) => one[i] === labels[i]));
      const alike = below(36).filter(
        (i) => !shown.includes(i) && possible.every((one) => one[i] === labels[i]),
      );
      const { determined, by } = knowable(table, train, related);
      expect([Array.from(determined, (i) => i - 36), by]).toEqual([alike, "related"]);
      claimed += alike.length;
    }
  }
  expect(claimed).toBeGreaterThan(50);
  const some = split(table, { first: 0.3, count: 6, seed: 1 });
  expect(knowable(table, some, related).determined).toEqual(knowable(table, some).determined);
});

test("part of each shown: nothing is claimed that is not so in all tables of Z_5, by all names", () => {
  const table = two("cyclic:5", "expression:5,2x+4y+3");
  const labels = below(50).map((i) => table.example(i).label);
  // α(0) = β(0) = 0 and α(1) = 1 lose no table
  const names = [...permutations(5)];
  const alphas = names.filter((name) => name[0] === 0 && name[1] === 1);
  const betas = names.filter((name) => name[0] === 0);
  let claimed = 0;
  for (const seed of seeds(4)) {
    const { train } = split(table, { first: 0.6, count: 7, seed });
    const isShown = new Set(train);
    const possible = below(50).map(() => new Set<number>());
    for (const alpha of alphas) {
      for (const beta of betas) {
        for (const gamma of names) {
          const says = (i: number, s: number, t: number, k: number) => {
            const [a, b] = [Math.floor((i % 25) / 5), i % 5];
            return gamma[(s * alpha[a] + t * beta[b] + k) % 5];
          };
          if (train.some((i) => i < 25 && says(i, 1, 1, 0) !== labels[i])) continue;
          for (let rule = 0; rule < 80; rule++) {
            const [s, t, k] = [1 + (rule % 4), 1 + ((rule >> 2) % 4), rule >> 4];
            if (train.some((i) => i >= 25 && says(i, s, t, k) !== labels[i])) continue;
            for (const i of below(50)) {
              possible[i].add(i < 25 ? says(i, 1, 1, 0) : says(i, s, t, k));
            }
          }
        }
      }
    }
    const { determined } = knowable(table, train, related);
    for (const i of determined) expect([...possible[i]]).toEqual([labels[i]]);
    claimed += determined.length;
    expect(possible.every((answers, i) => answers.has(labels[i]) || isShown.has(i))).toBe(true);
  }
  expect(claimed).toBeGreaterThan(20);
});

test("of Z_31 three examples of a − b are enough where they are not in line, and of a·b they help with nothing", () => {
  const size = 961;
  const minus = two("cyclic:31", "division:cyclic:31");
  const enough = (...cells: [number, number][]) =>
    knowable(minus, [...below(size), ...cells.map(([a, b]) => size + 31 * a + b)], related)
      .determined.length;
  expect(enough([3, 5], [7, 20], [11, 2])).toBe(size - 3);
  expect(enough([3, 5], [5, 7], [9, 11])).toBe(31 - 3); // a line has 31 cells
  expect(enough([3, 5], [7, 20])).toBe(31 - 2);

  const times = two("cyclic:31", "expression:31,x*y");
  const { train } = split(times, { first: 1, count: 200, seed: 1 });
  expect(knowable(times, train).determined).toHaveLength(0);
  expect(() => knowable(times, train, related)).toThrow("not both a group's table");
});

test("of operations that are not known to be related each is judged by itself", () => {
  const table = two("cyclic:13", "division:cyclic:13");
  const { train } = split(table, { first: 0.7, count: 12, seed: 2 });
  const parts = [train.filter((i) => i < 169), train.filter((i) => i >= 169).map((i) => i - 169)];
  const alone = table.operations!.map((operation, which) => knowable(operation, parts[which]));
  const { determined, by } = knowable(table, train);
  expect([...determined]).toEqual([
    ...alone[0].determined,
    ...alone[1].determined.map((i) => i + 169),
  ]);
  expect(by).toBe("operations");
  const more = knowable(table, train, related).determined;
  expect(more.length).toBeGreaterThan(determined.length);
  expect(determined.every((i) => more.includes(i))).toBe(true);
});

test("of no relation is made use, unless asked: a cell of the second follows from the second's own", () => {
  const own = [1, 2, 7, 9, 15];
  const ofSecond = own.map((example) => 49 + example);
  const proof = why(two("cyclic:7", "cyclic:7"), [...own, ...ofSecond], 49 + 14);
  expect(proof).toMatchObject({ by: "operations", label: 2, shortest: true });
  expect(proof!.steps.map(({ example }) => example).sort((a, b) => a - b)).toEqual(ofSecond);
});

test("why a cell of the second follows", () => {
  const table = two("cyclic:3", "division:cyclic:3");
  const shown = [...below(9), 9, 13]; // all of the first, and 0 − 0, 1 − 1
  const proof = why(table, shown, 17, related);
  expect(proof?.says.en).toMatch(
    /^Both operations are of the same elements, so .* leave nothing but 2∘₂2 = 0\.$/,
  );
  const steps = proof!.steps.map(({ example }) => example);
  expect(steps).toEqual(expect.arrayContaining([9, 13]));
  for (const step of steps) {
    const rest = steps.filter((example) => example !== step);
    expect(knowable(table, rest, related).determined).not.toContain(17);
  }
  expect(why(table, shown, 17)).toBeNull();
});

test.each([
  ["cyclic:5", /is not of two related operations: it is of one/],
  ["separate-operations:cyclic:5~cyclic:5", /each has symbols of its own/],
  ["two-operations:dihedral:3~cyclic:6", /is not made of the elements of the first/],
  ["two-operations:cyclic:4~product:2,2", /is not made of the elements of the first/],
  ["two-operations:cyclic:7~latin-square:7", /not both a group's table/],
])("%s is refused as related", (id, message) => {
  expect(() => knowable(task(id), [0, 1, 2], related)).toThrow(message);
});

test("examples that contradict the relation are named, in the operation that they are of", () => {
  const minus = task("division:cyclic:5");
  const wrong = {
    ...minus,
    id: "wrong",
    read: undefined,
    example: (i: number) => {
      const { operands, label } = minus.example(i);
      return { operands, label: i === 7 ? (label + 1) % 5 : label };
    },
  };
  const table = {
    ...two("cyclic:5", "division:cyclic:5"),
    operations: [task("cyclic:5"), wrong] as const,
  };
  expect(() => knowable(table, [...below(48)], related)).toThrow(/is not made of/);
  expect(() => knowable(table, [...below(48)])).toThrow(ContradictionError);
  expect(() => knowable(table, [...below(48)])).toThrow(/∘₂/);
});
