import { describe, expect, test } from "vitest";
import { parse } from "../../src/arguments/parse.ts";
import { train } from "../../src/commands/train.ts";
import { configFrom, optionsFor } from "../../src/run/config-options.ts";

const configOf = (words: string) => configFrom(parse(train, words.split(" ").filter(Boolean)));

describe("the options that ask for a run", () => {
  test.each([
    "",
    "--task dihedral:12 --seed 3",
    "--count 100 --width 64",
    "--multiple 3.5 --activation silu --loss cross-entropy",
    "--optimiser sgd --learning-rate 0.01 --weight-decay 0",
    "--optimiser adamw",
    "--steps 10 --evaluate-every 2 --until-end",
  ])("'%s' is told back as it was given", (words) => {
    expect(optionsFor(configOf(words))).toBe(words);
  });

  test("nothing given is Figure 3 of the paper", () => {
    expect(configOf("")).toMatchObject({
      task: "cyclic:71",
      split: { fraction: 0.4 },
      model: { width: 2048, activation: "quadratic" },
      loss: "mse",
      optimiser: { kind: "adam", learningRate: 1e-3, weightDecay: 2e-4 },
    });
  });
});
