import { task } from "@grokscape/group-datasets";
import { describe, expect, test } from "vitest";
import {
  type Expectation,
  expectationOf,
  judgeOutcome,
  judgeStep,
  predict,
  type RunSoFar,
} from "../../src/index.ts";
import { figure3 } from "./config.ts";

const run = (course: Partial<RunSoFar>): RunSoFar => ({
  steps: 2000,
  stopped: "steps",
  memorisedFrom: null,
  generalisedFrom: null,
  ...course,
});
const step = { low: 1648, value: 2637, high: 4219 };
const expecting = (outcome: Expectation["outcome"], at: Expectation["step"] = step) => ({
  outcome,
  step: at,
});

describe("what a prediction says that a run can prove", () => {
  test("a step has the interval that our runs lay in", () => {
    const like = { ...figure3, split: { fraction: 0.6 } };
    const measured = expectationOf(predict(task("cyclic:23"), like));
    expect(measured?.outcome).toBe("generalises");
    expect(measured?.step?.high).toBeCloseTo(1.6 * (measured?.step?.value as number));
  });

  test("nothing of a task that is no group's, or is not like those measured", () => {
    for (const id of ["parity:6,2", "frobenius:7,3", "cyclic:97"]) {
      expect(expectationOf(predict(task(id), figure3))).toBeNull();
    }
  });
});

describe("whether it generalises", () => {
  test("is too early to say while its time is not over, or is not known", () => {
    expect(judgeOutcome(expecting("generalises"), run({}))).toBe("too early to say");
    expect(judgeOutcome(expecting("generalises", null), run({}))).toBe("too early to say");
    expect(judgeOutcome(expecting("generalises"), run({ steps: 5000 }))).toBe("not as predicted");
  });

  test("is decided by what was held", () => {
    const came = run({ memorisedFrom: 40, generalisedFrom: 1700 });
    expect(judgeOutcome(expecting("generalises"), came)).toBe("as predicted");
    expect(judgeOutcome(expecting("memorises", null), came)).toBe("not as predicted");
    expect(judgeOutcome(expecting("borderline"), came)).toBeNull();
  });

  test("that it memorises only is seen at its end", () => {
    const only = (course: Partial<RunSoFar>) => judgeOutcome(expecting("memorises"), run(course));
    expect(only({ memorisedFrom: 40 })).toBe("as predicted");
    expect(only({ memorisedFrom: 40, stopped: "aborted" })).toBe("too early to say");
    expect(only({})).toBe("too early to say");
  });
});

test("when it generalises is judged by the interval", () => {
  const at = (generalisedFrom: number | null, steps = 5000) =>
    judgeStep(step, run({ generalisedFrom, steps }));
  expect([at(1648), at(4219)]).toEqual(["as predicted", "as predicted"]);
  expect([at(1600), at(4300)]).toEqual(["not as predicted", "not as predicted"]);
  expect([at(null), at(null, 4000)]).toEqual(["not as predicted", "too early to say"]);
});
