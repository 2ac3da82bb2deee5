import { randomStream, uniform } from "@grokscape/group-datasets";
import { describe, expect, test } from "vitest";
import {
  type BorderInput,
  type BorderSearch,
  beginSearch,
  borderQuestion,
  firstNew,
  observe,
  type PlacedRun,
  wanted,
} from "../../src/index.ts";

const input: BorderInput = { over: "split.count", from: 100, to: 420 };

/** The whole search, if `comes` decides what comes of a run. */
function walk(given: Partial<BorderInput>, comes: (run: PlacedRun, i: number) => boolean) {
  let search = beginSearch(borderQuestion({ ...input, ...given }));
  for (let i = 0; wanted(search).length > 0; i++) {
    search = observe(search, comes(wanted(search)[0], i));
  }
  return search;
}

const taken = ({ placed, outcomes }: BorderSearch) => placed.slice(0, outcomes.length);

describe("where runs are placed", () => {
  test("the same outcomes lead to the same runs on every machine", () => {
    const search = walk({}, ({ value }) => value >= 190);
    expect(taken(search).map(({ value }) => value)).toEqual([
      206, 123, 344, 100, 118, 149, 196, 128, 171, 168, 188, 157, 191, 184, 225, 174, 190, 185, 200,
      183, 193, 189, 199,
    ]);
    expect(taken(search).map(({ seed }) => seed)).toEqual(taken(search).map((_, i) => i + 1));
    expect(search.border).toEqual({
      state: "found",
      at: expect.closeTo(189.5020231001, 8),
      low: expect.closeTo(181.0165979297, 8),
      high: expect.closeTo(199.7037213332, 8),
    });
  });

  test("a run depends on no outcome of those that train beside it", () => {
    const ahead = 5;
    const comes = ({ value }: PlacedRun) => value >= 190;
    const one = walk({ ahead }, comes);
    const last = taken(one).length - 1;
    let dependent = 0;
    for (let flipped = 0; flipped < last - ahead; flipped++) {
      const other = walk({ ahead }, (run, i) => comes(run) !== (i === flipped));
      const shared = flipped + ahead;
      expect(other.placed.slice(0, shared)).toEqual(one.placed.slice(0, shared));
      if (other.placed[shared].value !== one.placed[shared].value) dependent++;
    }
    expect(dependent).toBeGreaterThan(last / 2);
  });

  test("a right guess asks for what the search wants next, and changes nothing", () => {
    const comes = ({ value }: PlacedRun) => value >= 190;
    let search = beginSearch(borderQuestion(input));
    const asked = new Set(wanted(search));
    const isNew = (run: PlacedRun) => !asked.has(run);
    expect(firstNew(search, () => true, comes)).toBe(wanted(search)[0]);
    expect(firstNew(search, isNew, () => undefined)).toBeUndefined();
    const before = search.outcomes;
    const guessed = firstNew(search, isNew, comes);
    expect(search.outcomes).toBe(before);
    search = observe(search, comes(wanted(search)[0]));
    expect(search.placed.at(-1)).toEqual(guessed);
    expect(firstNew(walk({}, comes), () => true, comes)).toBeUndefined();
  });

  test("no set of seeds is taken twice at one value", () => {
    const search = walk({ seeds: [7, 8, 9], width: 0.01 }, ({ value }) => value >= 190);
    expect(new Set(search.placed.map(({ value, seed }) => `${value} ${seed}`)).size).toBe(40);
    expect(new Set(search.placed.map(({ seed }) => seed))).toEqual(new Set([7, 8, 9]));
    const few = walk({ from: 100, to: 103, seeds: [1], width: 0.005 }, ({ value }) => value > 101);
    expect(few.outcomes.length).toBeLessThanOrEqual(4);
    expect(few.border.state).toBe("wide");
  });

  test("values are of the setting's kind and stay in the range", () => {
    const shares = walk({ over: "split.fraction", from: 0.2, to: 0.8 }, ({ value }) => value > 0.4);
    for (const { value } of shares.placed) {
      expect(value).toBe(Number(value.toPrecision(4)));
      expect(value).toBeGreaterThanOrEqual(0.2);
      expect(value).toBeLessThanOrEqual(0.8);
    }
    expect(shares.border.at).toBeCloseTo(0.4, 1);
  });
});

describe("what is reported", () => {
  test("an inequality where all runs come, or none", () => {
    const nothing = { at: null, low: null, high: null };
    expect(walk({}, () => true).border).toEqual({ state: "below", ...nothing });
    expect(walk({}, () => false).border).toEqual({ state: "above", ...nothing });
    const downwards = { comes: "below" } as const;
    expect(walk(downwards, () => true).border).toEqual({ state: "above", ...nothing });
    expect(walk(downwards, () => false).border).toEqual({ state: "below", ...nothing });
    expect(walk({}, () => true).outcomes.length).toBeLessThan(12);
  });

  test("a border of runs that come below it", () => {
    const { border } = walk({ comes: "below" }, ({ value }) => value <= 190);
    expect(border.state).toBe("found");
    expect(border.low).toBeLessThan(190.5);
    expect(border.high).toBeGreaterThan(190.5);
    expect(border.at).toBeCloseTo(190.5, -1);
  });

  test("what the budget allows", () => {
    const search = walk({ budget: 10 }, ({ value }) => value >= 190);
    expect(search.outcomes).toHaveLength(10);
    expect(search.border.state).toBe("wide");
  });
});

test("about 95 of 100 intervals hold the border, however wide the transition", () => {
  const stream = randomStream(1, "monte-carlo");
  const question = { width: 0.1, budget: 40 };
  for (const width of [0.02, 0.06, 0.12, 0.2]) {
    let held = 0;
    for (let i = 0; i < 40; i++) {
      const border = 120 * (350 / 120) ** uniform(stream);
      const search = walk(question, ({ value }) => {
        return uniform(stream) < 1 / (1 + (border / value) ** (1 / width));
      });
      const { low, high } = search.border;
      if ((low ?? 0) <= border && border <= (high ?? Number.POSITIVE_INFINITY)) held++;
    }
    expect(held / 40).toBeGreaterThanOrEqual(0.85);
  }
});

test.each<[Partial<Record<keyof BorderInput | "form", unknown>>, string]>([
  [
    { over: "split.cuont" },
    "border.over: there is no setting split.cuont; did you mean split.count?",
  ],
  [{ over: "model.activation" }, 'over must be a setting that is a number, got "model.activation"'],
  [{ over: "seed" }, 'border.over: over must be a setting that is a number, got "seed"'],
  [{ over: 7 }, "over must be a setting, got 7"],
  [{ from: 420 }, "border.from: from must be less than to, which is 420, got 420"],
  [{ from: 0 }, "from must be a number above 0, got 0"],
  [{ from: 10.5 }, "from must be a whole number, as split.count, got 10.5"],
  [{ to: "many" }, 'border.to: to must be a number above 0, got "many"'],
  [{ to: 10_000_000 }, "to must be at most 10000 times from, which is 100, got 10000000"],
  [{ over: "split.fraction", from: 0.5, to: 1.5 }, "to must be < 1, as split.fraction, got 1.5"],
  [{ goal: 1.2 }, "border.goal: goal must be a share in (0, 1], got 1.2"],
  [{ goal: 0 }, "goal must be a share in (0, 1], got 0"],
  [{ width: 0.001 }, "width must be from 0.005 to 1, got 0.001"],
  [{ budget: 3 }, "budget must be a whole number of runs from 8 to 10000, got 3"],
  [{ ahead: 50 }, "ahead must be a whole number of runs from 1 to the budget 40, got 50"],
  [{ seeds: [] }, "seeds must be the first seed of a stream, or a list of seeds"],
  [{ seeds: -1 }, "seeds must be the first seed of a stream, or a list of seeds, got -1"],
  [{ comes: "up" }, 'comes must be above or below, got "up"'],
  [{ form: 1 }, "border.form: unknown field form; did you mean from?"],
])("%j is refused", (given, message) => {
  expect(() => borderQuestion({ ...input, ...given } as BorderInput)).toThrow(message);
});

test("what is no border is refused", () => {
  expect(() => borderQuestion(null as unknown as BorderInput)).toThrow(
    "border: a border has fields, got null",
  );
});
