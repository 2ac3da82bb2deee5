import {
  cyclic,
  directProduct,
  exponent,
  type FiniteGroup,
  groupTask,
  split,
  symmetric,
  task,
} from "@grokscape/group-datasets";
import { describe, expect, test } from "vitest";
import { bestPossible, ContradictionError, type Knowledge, knowable } from "../../src/index.ts";
import { primePowers } from "../../src/knowable/prime-power.ts";
import z7 from "../fixtures/knowable/z7-n22-s1.json";
import z13a from "../fixtures/knowable/z13-n36-s2.json";
import z13b from "../fixtures/knowable/z13-n45-s3.json";
import z31a from "../fixtures/knowable/z31-n86-s4.json";
import z31b from "../fixtures/knowable/z31-n105-s5.json";
import z31c from "../fixtures/knowable/z31-n167-s6.json";
import { type Cell, cellsOf, followInEveryMap, permutations, posterior } from "./by-definition.ts";

const seeds = (count: number) => Array.from({ length: count }, (_, seed) => seed);

/** The table of a group, and a random part of it. */
function lesson(group: FiniteGroup, count: number, seed: number) {
  const table = groupTask(group.name, group);
  const { train } = split(table, { count, seed });
  return { table, train, shown: new Set(train), cells: cellsOf(group) };
}

test.each([z7, z13a, z13b, z31a, z31b, z31c])(
  "$task with $shown.length pairs, as an independent program found it",
  ({ task: id, M, shown, covered, heldOut, determinedCells }) => {
    const found = knowable(
      task(id),
      shown.map(([row, column]) => row * M + column),
    );
    expect([...found.determined]).toEqual(determinedCells);
    expect(found.determined.length + found.open.length).toBe(covered);
    expect(found.uncovered.length).toBe(heldOut - covered);
    expect(found.by).toBe("equations");
  },
);

const z2 = cyclic(2);
const z4 = cyclic(4);
const abelian = [cyclic(3), z4, directProduct(z2, z2), cyclic(5), cyclic(6)];

describe.each(abelian.map((group) => [group.name, group] as const))("%s", (_, group) => {
  const { order } = group;
  test.each(seeds(3))("what is determined is what all maps say alike, seed %i", (seed) => {
    const count = order + 1 + ((seed * order) % (order ** 2 - order - 1));
    const { table, train, shown, cells } = lesson(group, count, seed);
    const parts = primePowers(exponent(group)).map(({ modulus }) =>
      followInEveryMap(order, cells, shown, modulus),
    );
    const wanted = [...cells.keys()].filter(
      (i) => !shown.has(i) && parts.every((part) => part.has(i)),
    );
    expect([...knowable(table, train).determined]).toEqual(wanted);
  });
});

const small = [z4, directProduct(z2, z2), cyclic(5), cyclic(6), symmetric(3)];

describe.each(small.map((group) => [group.name, group] as const))(
  "%s by all its tables",
  (_, group) => {
    const { order } = group;
    test.each(seeds(8))("nothing is claimed that is not so, seed %i", (seed) => {
      const count = order + Math.floor((seed / 8) * (order ** 2 - order - 1));
      const { table, train, shown, cells } = lesson(group, count, seed);
      const chances = posterior(group, cells, shown);
      const { determined, open, uncovered, bestAccuracy } = knowable(table, train);
      for (const i of determined) expect(chances[i][cells[i].label]).toBeCloseTo(1, 12);
      const heldOut = [...cells.keys()].filter((i) => !shown.has(i));
      expect(determined.length + open.length + uncovered.length).toBe(heldOut.length);
      const best = heldOut.reduce((sum, i) => sum + Math.max(...chances[i]), 0) / heldOut.length;
      expect(best).toBeLessThanOrEqual(bestAccuracy + 1e-12);
      const isKnown = open.every((i) => Math.max(...chances[i]) > 1 - 1e-12);
      if (count >= 3 * order && isKnown) expect(best).toBeCloseTo(bestAccuracy, 12);
    });
  },
);

test.each(
  [cyclic(5), cyclic(6), symmetric(3)].flatMap((group) =>
    [
      [0, 0, 2],
      [0, 2, 0],
      [2, 0, 0],
      [1, 0, 2],
      [2, 2, 0],
      [1, 2, 1],
    ].map((missing) => [group.name, missing.join(), group, missing] as const),
  ),
)(
  "%s without so many rows, columns and answers (%s): the best is as Bayes' rule says",
  (_, __, group, missing) => {
    const cells = cellsOf(group);
    const kept = [...cells.keys()].filter((i) => {
      const { row, column, label } = cells[i];
      return [row, column, label].every((symbol, place) => symbol >= missing[place]);
    });
    const { bestAccuracy } = knowable(groupTask(group.name, group), kept);
    const chances = posterior(group, cells, new Set(kept));
    const heldOut = [...cells.keys()].filter((i) => !kept.includes(i));
    const best = heldOut.reduce((sum, i) => sum + Math.max(...chances[i]), 0) / heldOut.length;
    expect(bestAccuracy).toBeCloseTo(best, 12);
  },
);

describe("a learner that knows more", () => {
  /** Cells that are the same in all tables that give one element to what the learner holds for one. */
  function sameInAll(group: FiniteGroup, shown: ReadonlySet<number>, all: boolean) {
    const { order } = group;
    const cells = cellsOf(group);
    const possible = cells.map(() => new Set<number>());
    for (const names of permutations(order)) {
      const answer = new Array<number | undefined>(order);
      if (all) for (const [symbol, element] of names.entries()) answer[element] = symbol;
      const product = ({ row, column }: Cell) => group.multiply(names[row], names[column]);
      const fits = cells.every((cell, i) => {
        if (!shown.has(i)) return true;
        answer[product(cell)] ??= cell.label;
        return answer[product(cell)] === cell.label;
      });
      const named = answer.filter((symbol) => symbol !== undefined);
      if (!fits || new Set(named).size < named.length) continue;
      for (const [i, cell] of cells.entries()) possible[i].add(answer[product(cell)] ?? -1);
    }
    return new Set([...cells.keys()].filter((i) => possible[i].size === 1 && !possible[i].has(-1)));
  }

  const groups = [z4, directProduct(z2, z2), cyclic(5), cyclic(6), symmetric(3)];
  const knowledge: readonly Knowledge["alphabet"][] = ["operands", "all"];

  test.each(
    groups.flatMap((group) => knowledge.map((alphabet) => [group.name, alphabet, group] as const)),
  )(
    "%s, alphabet %s: nothing is claimed that is not so, and more than without",
    (_, alphabet, group) => {
      for (const seed of seeds(6)) {
        const count = Math.floor(group.order * (1 + seed / 3));
        const { table, train, shown } = lesson(group, count, seed);
        const without = knowable(table, train);
        const { determined, bestAccuracy } = knowable(table, train, { alphabet });
        const certain = sameInAll(group, shown, alphabet === "all");
        for (const i of determined) expect(certain).toContain(i);
        expect([...determined]).toEqual(expect.arrayContaining([...without.determined]));
        expect(bestAccuracy).toBeGreaterThanOrEqual(without.bestAccuracy - 1e-12);
      }
    },
  );

  test("knows what is left of a commutative table from its other half", () => {
    const table = task("cyclic:9");
    const half = Array.from({ length: 81 }, (_, i) => i).filter((i) => i % 9 >= Math.floor(i / 9));
    const { determined, by } = knowable(table, half, { commutative: true });
    expect([by, determined.length]).toEqual(["equations", 36]);
    const product = knowable(task("expression:9,x*y"), half, { commutative: true });
    expect([product.by, product.determined.length]).toEqual(["transposes", 36]);
  });

  test("finds the group behind other names", () => {
    const table = task("division:cyclic:13");
    const { train } = split(table, { count: 70, seed: 1 });
    const { by, determined } = knowable(table, train);
    expect(by).toBe("equations");
    expect(determined.length).toBeGreaterThan(90);
    // rows and columns do not agree in a − b, so one alphabet adds no equations
    expect(knowable(table, train, { alphabet: "operands" }).determined).toEqual(determined);
  });
});

describe("tasks that are no group's table", () => {
  test.each(["fold:3:cyclic:5", "parity:6,3", "expression:7,x^2+y^2", "modular-division:7"])(
    "%s: coverage alone",
    (id) => {
      const any = task(id);
      const { train, test: heldOut } = split(any, { fraction: 0.2, seed: 3 });
      const { by, determined, open, uncovered, bestAccuracy } = knowable(any, { train });
      expect([by, determined.length]).toEqual(["coverage", 0]);
      expect([...open, ...uncovered].sort((a, b) => a - b)).toEqual([...heldOut]);
      expect(bestAccuracy).toBeGreaterThanOrEqual(open.length / heldOut.length);
      expect(bestAccuracy).toBeLessThanOrEqual(1);
    },
  );

  test("of two missing rows a learner guesses one right in each column, of one all", () => {
    const missing = (rows: number) => Array.from({ length: 49 - 7 * rows }, (_, i) => i + 7 * rows);
    expect(knowable(task("cyclic:7"), missing(1)).bestAccuracy).toBe(1);
    expect(bestPossible(task("cyclic:7"), missing(1)).unknowable).toHaveLength(0);
    expect(knowable(task("cyclic:7"), missing(2)).bestAccuracy).toBeCloseTo(1 / 2, 12);
    expect(knowable(task("cyclic:7"), missing(3)).bestAccuracy).toBeCloseTo(1 / 3, 12);
  });
});

describe("what cannot be", () => {
  const group = cyclic(13);
  const wrong = task("corrupted:0.03,1:cyclic:13");
  const everything = Array.from({ length: 150 }, (_, i) => i);

  test("names shown examples that contradict each other", () => {
    const error = caught(() => knowable(wrong, everything, { group }));
    expect(error).toBeInstanceOf(ContradictionError);
    const { examples, message } = error as ContradictionError;
    const right = task("cyclic:13");
    const isWrong = (i: number) => wrong.example(i).label !== right.example(i).label;
    expect(examples.some(isWrong)).toBe(true);
    expect(message).toMatch(/^the examples .*∘.* = .* contradict each other; correct/);
    for (const left of examples) {
      const rest = examples.filter((i) => i !== left);
      if (rest.length > 0) expect(() => knowable(wrong, rest, { group })).not.toThrow();
    }
    expect(knowable(wrong, everything).by).toBe("coverage");
  });

  test("of a group that does not commute, too", () => {
    const table = task("corrupted:0.05,2:symmetric:4");
    const shown = Array.from({ length: 500 }, (_, i) => i);
    const error = caught(() => knowable(table, shown, { group: symmetric(4) }));
    expect(error).toBeInstanceOf(ContradictionError);
  });

  test.each([
    [[], {}, /^nothing of cyclic:7 is shown/],
    [Array.from({ length: 49 }, (_, i) => i), {}, /^everything of cyclic:7 is shown/],
    [[49], {}, /49/],
    [7, {}, /^what is shown must be a list/],
    [[1], { alphabet: "none" }, /^knowledge.alphabet must be one of "own", "operands", "all"/],
    [[1], { group: cyclic(5) }, /^cyclic:7 cannot be the table of Z_5/],
  ])("%j with %j is refused", (shown, knowledge, message) => {
    expect(() => knowable(task("cyclic:7"), shown as number[], knowledge as Knowledge)).toThrow(
      message,
    );
  });

  test("a table is not commutative because one says so", () => {
    expect(() => knowable(task("symmetric:3"), [0, 1], { commutative: true })).toThrow(
      /^symmetric:3 does not commute: examples \d+ and \d+/,
    );
  });
});

function caught(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
