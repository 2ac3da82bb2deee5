import { dataset, split, task } from "@grokscape/group-datasets";
import { commutes, guidedTraining } from "@grokscape/theory";
import { describe, expect, test } from "vitest";

/** Some of a task's examples, as they are shown. */
function shownOf(id: string, count: number) {
  const table = task(id);
  return { table, shown: dataset(table, split(table, { count, seed: 1 }).train) };
}

const pairs = (...rows: readonly (readonly [a: number, b: number, label: number])[]) => ({
  count: rows.length,
  arity: 2,
  operands: Uint16Array.from(rows.flatMap(([a, b]) => [a, b] as number[])),
  labels: Uint16Array.from(rows, ([, , label]) => label),
});

describe("commutes", () => {
  test("counts the pairs that are shown both ways round, and those with one answer", () => {
    const shown = pairs([0, 1, 5], [2, 2, 1], [1, 0, 5], [3, 4, 0], [4, 3, 2], [0, 5, 3]);
    expect(commutes(shown)).toMatchObject({ mirrored: 2, agreeing: 1, suggested: false });
  });

  test("is suggested by ten pairs that agree, not by nine, nor by ten of eleven", () => {
    const agreeing = (count: number) =>
      Array.from({ length: count }, (_, a) => [[a, 20, a] as const, [20, a, a] as const]).flat();
    expect(commutes(pairs(...agreeing(9))).suggested).toBe(false);
    expect(commutes(pairs(...agreeing(10))).suggested).toBe(true);
    const [one, other] = [[11, 12, 0] as const, [12, 11, 1] as const];
    expect(commutes(pairs(...agreeing(10), one, other)).suggested).toBe(false);
  });

  test("says in both languages what it saw", () => {
    for (const [id, count, en] of [
      ["cyclic:31", 200, /one embedding for both operands$/],
      ["dihedral:10", 200, /^a·b ≠ b·a in \d+ of the \d+ pairs/],
      ["cyclic:31", 40, /too few to tell/],
    ] as const) {
      const { says } = commutes(shownOf(id, count).shown);
      expect(says.en).toMatch(en);
      expect(says["zh-cn"]).toContain("嵌入");
    }
  });

  test("refuses examples that are no pairs", () => {
    const shown = { count: 1, arity: 1, operands: [1], labels: [0] };
    expect(() => commutes(shown as never)).toThrow(/examples of 1 operands; show pairs/);
  });
});

describe("guidedTraining chooses one embedding", () => {
  const embeddingOf = (...of: Parameters<typeof guidedTraining>) =>
    guidedTraining(...of).model.embedding;

  test("where it is declared, or the shown pairs suggest it, and nowhere else", () => {
    const { table, shown } = shownOf("cyclic:31", 200);
    expect(embeddingOf(table, 200)).toBe("one-hot");
    expect(embeddingOf(table, 200, { commutative: true })).toBe("shared");
    expect(embeddingOf(table, shown)).toBe("shared");
    expect(embeddingOf(table, shown, { commutative: false })).toBe("one-hot");
    const dihedral = shownOf("dihedral:10", 200);
    expect(embeddingOf(dihedral.table, dihedral.shown)).toBe("one-hot");
  });

  test("and refuses the declaration that a shown pair belies", () => {
    const { table } = shownOf("cyclic:7", 20);
    const shown = pairs([0, 1, 1], [1, 0, 2]);
    expect(() => guidedTraining(table, shown, { commutative: true })).toThrow(
      /the shown 0·1 and 1·0 have two answers/,
    );
  });

  test("narrow, fading and patient near the limit, wide and quick far from it", () => {
    const at = (M: number, timesTheLimit: number) => {
      const shape = { operands: 2, vocabulary: M, classes: M };
      const declared = { commutative: true };
      const { model, optimiser, steps } = guidedTraining(shape, timesTheLimit * 5.7 * M, declared);
      return [model.width, optimiser.weightDecay, steps];
    };
    for (const near of [1, 1.49]) {
      expect(at(31, near)).toEqual([62, 5.2, 3000]);
      expect(at(100, near)).toEqual([120, 6.4, 3000]);
      expect(at(199, near)).toEqual([199, 6.5, 3000]);
    }
    for (const far of [4.01, 9]) expect(at(100, far)).toEqual([600, 2, 200]);
    expect(at(199, 2.75)).toEqual([478, 3.6, 770]);
  });

  test("with as many nodes for a large table as for any, in smaller steps the more examples there are", () => {
    const at = (M: number, timesTheLimit: number) => {
      const shape = { operands: 2, vocabulary: M, classes: M };
      const { model, optimiser } = guidedTraining(shape, timesTheLimit * 5.7 * M, {
        commutative: true,
      });
      const { learningRate, weightDecay, beta2 } = optimiser;
      return [model.width, beta2, learningRate, weightDecay];
    };
    for (const M of [200, 997, 4999]) {
      for (const near of [1, 1.74]) expect(at(M, near)).toEqual([200, 0.9, 0.065, 6.2]);
      for (const far of [3.51, 9]) expect(at(M, far)).toEqual([200, 0.9, 0.053, 7.5]);
    }
    expect(at(199, 2.75).slice(1, 3)).toEqual([0.99, 0.1]);
    // where weights outgrow no η/d, the nodes can just answer: K·(η/d)³
    const [width, , , decayOfRate] = at(997, 3.5);
    expect(width / decayOfRate ** 3).toBeGreaterThan(0.45);
  });
});
