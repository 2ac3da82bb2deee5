import { exponent, randomStream, split, task, uniformBelow } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import { knowable, type Proof, why } from "../../src/index.ts";

const lessons = [
  ["cyclic:7", 22],
  ["cyclic:12", 50],
  ["cyclic:31", 105],
  ["product:2,2,2", 30],
  ["product:4,6", 110],
  ["dihedral:5", 60],
  ["symmetric:3", 20],
  ["quaternion", 45],
] as const;

test.each(lessons)(
  "%s with %i pairs: every proof holds, and holds no more than it needs",
  (id, count) => {
    const table = task(id);
    const { train } = split(table, { count, seed: 2 });
    const { determined, open } = knowable(table, train);
    const stream = randomStream(count, "monte-carlo");
    expect(determined.length).toBeGreaterThan(0);
    for (let trial = 0; trial < 4; trial++) {
      const example = determined[uniformBelow(stream, determined.length)];
      const proof = why(table, train, example) as Proof;
      const steps = proof.steps.map((step) => step.example);
      expect([...train]).toEqual(expect.arrayContaining(steps));
      expect(knowable(table, steps).determined).toContain(example);
      for (const left of steps) {
        const rest = steps.filter((step) => step !== left);
        expect(knowable(table, rest).determined).not.toContain(example);
      }
      if (proof.by === "equations") expect(remainder(proof, exponent(table.group!))).toEqual([]);
    }
    if (open.length > 0) expect(why(table, train, open[0])).toBeNull();
  },
);

/** Symbols that do not cancel when the equations of a proof are added up, and what they prove taken away. */
function remainder({ steps, operands, label }: Proof, modulus: number): string[] {
  const total = new Map<string, number>();
  const add = (pair: Pick<Proof, "operands" | "label">, times: number) => {
    const signs = [`row ${pair.operands[0]}`, `column ${pair.operands[1]}`, `answer ${pair.label}`];
    for (const [place, symbol] of signs.entries()) {
      total.set(symbol, (total.get(symbol) ?? 0) + (place === 2 ? -times : times));
    }
  };
  for (const step of steps) add(step, step.times as number);
  add({ operands, label }, -1);
  return [...total].filter(([, times]) => times % modulus !== 0).map(([symbol]) => symbol);
}

test("a shortest proof is as short as any", () => {
  const table = task("cyclic:5");
  const { train } = split(table, { count: 12, seed: 4 });
  const { determined } = knowable(table, train);
  for (const example of determined) {
    const { steps, shortest } = why(table, train, example) as Proof;
    expect(shortest).toBe(true);
    for (const part of parts([...train], steps.length - 1)) {
      expect(knowable(table, part).determined).not.toContain(example);
    }
  }
});

function* parts(list: readonly number[], size: number): Generator<number[]> {
  if (size === 0) yield [];
  for (const [i, first] of size > 0 ? list.entries() : []) {
    for (const rest of parts(list.slice(i + 1), size - 1)) yield [first, ...rest];
  }
}

test("says it in words", () => {
  // (0,1), (1,0), (1,2), (2,1), (0,2) give (2,0): Thomsen's condition
  const proof = why(task("cyclic:7"), [1, 7, 9, 15, 2], 14) as Proof;
  expect(proof).toMatchObject({ example: 14, operands: [2, 0], label: 2, shortest: true });
  expect(proof.steps.length).toBe(5);
  expect(proof.says.en).toMatch(
    /^Read every pair as row \+ column = answer\. Add .*; take away .*\. All else cancels and 2∘0 = 2 remains\.$/,
  );
  expect(proof.says["zh-cn"]).toMatch(/^把每一对读作「行 \+ 列 = 答案」。.*剩下 2∘0 = 2。$/);
  // in Z_2 × Z_2 three corners of a square give the fourth, counted modulo 2
  const square = why(task("product:2,2"), [0, 1, 4], 5) as Proof;
  expect(square.says.en).toContain("counted modulo 2");
  const half = why(task("expression:6,x*y"), [1 * 6 + 2], 2 * 6 + 1, {
    commutative: true,
  }) as Proof;
  expect(half.says.en).toBe("The operands may change places, so 1∘2 = 2 gives 2∘1 = 2.");
});

test("what is shown needs no proof", () => {
  expect(() => why(task("cyclic:7"), [1, 2], 2)).toThrow(/^example 2 of cyclic:7 is shown/);
  expect(() => why(task("cyclic:7"), [1, 2], 49)).toThrow(/^example must be a whole number/);
});
