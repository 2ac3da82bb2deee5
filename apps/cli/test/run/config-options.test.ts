import { describe, expect, test } from "vitest";
import { parse } from "../../src/arguments/parse.ts";
import { train } from "../../src/commands/train.ts";
import { configFrom, optionsFor } from "../../src/run/config-options.ts";

const configOf = (words: string) => configFrom(parse(train, words.split(" ").filter(Boolean)));

describe("the options that ask for a run", () => {
  test.each([
    "",
    "--task dihedral:12 --seed 3",
    "--count 100 --width 64 --layers 2",
    "--multiple 3.5 --activation silu --loss cross-entropy",
    "--optimiser sgd --learning-rate 0.01 --weight-decay 0",
    "--optimiser adamw",
    "--steps 10 --evaluate-every 2 --until-end",
    "--optimiser muon --learning-rate 0.02 --momentum 0.9 --polar exact",
    "--optimiser sgd --momentum 0",
    "--optimiser sgd --nesterov yes",
    "--optimiser muon --nesterov no",
    "--schedule cosine --warm-up 20 --batch 64",
    "--schedule step:100,0.5",
    "--schedule multistep:0.1,100,200",
    "--ridge 0.3 --label-scale 2 --norm-clamp 0.8",
    "--filter orthogonal",
    "--loss stablemax --filter grokfast-ema:0.9,3+clip:1 --l1 0.001 --l2 0.01",
  ])("'%s' is told back as it was given", (words) => {
    expect(optionsFor(configOf(words))).toBe(words);
  });

  test("kinds are filled up with the usual numbers", () => {
    expect(configOf("--schedule step:50 --filter grokfast-ma")).toMatchObject({
      schedule: { kind: "step", every: 50, factor: 0.1, warmUp: 0 },
      gradientFilters: [{ kind: "grokfast-ma", window: 100, lambda: 5 }],
    });
  });

  test.each([
    ["--schedule linear", "schedule.kind must be one of constant, step"],
    ["--schedule step:x", '--schedule must be a number, got "x"'],
    ["--schedule cosine:3", "--schedule cosine:3 has 1 numbers; cosine takes none"],
    ["--filter clip:1,2", "--filter clip:1,2 has 2 numbers; clip takes 1"],
    ["--filter blur", "gradientFilters.0.kind must be one of grokfast-ema"],
    ["--ridge 1 --loss stablemax", "ridge 1 contradicts loss stablemax"],
    ["--optimiser sgd --nesterov maybe", '--nesterov must be yes or no, got "maybe"'],
    ["--momentum 0.9", "optimiser does not know momentum"],
  ])("'%s' is refused", (words, message) => {
    expect(() => configOf(words)).toThrow(message);
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
