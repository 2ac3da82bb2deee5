import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { presets, runConfig } from "@grokscape/trainer";
import { describe, expect, test } from "vitest";
import { parse } from "../../src/arguments/parse.ts";
import { train } from "../../src/commands/train.ts";
import { configFrom, optionsFor } from "../../src/run/config-options.ts";

const configOf = (words: string) => configFrom(parse(train, words.split(" ").filter(Boolean)));

describe("the options that ask for a run", () => {
  test.each([
    "",
    "--task dihedral:12 --seed 3",
    "--count 100 --width 64 --hidden-layers 2",
    "--multiple 3.5 --activation silu --loss cross-entropy",
    "--optimiser sgd --learning-rate 0.01 --weight-decay 0",
    "--optimiser adamw",
    "--steps 10 --evaluate-every 2 --goal none",
    "--optimiser muon --learning-rate 0.02 --momentum 0.9 --polar exact",
    "--optimiser sgd --momentum 0",
    "--optimiser sgd --nesterov yes",
    "--optimiser muon --nesterov no",
    "--schedule cosine --batch 64 --warm-up 20",
    "--schedule step --schedule-every 100 --schedule-factor 0.5",
    "--schedule multistep --schedule-at 100,200",
    "--label-scale 2 --ridge 0.3 --norm-clamp 0.8",
    "--filter orthogonal",
    "--loss stablemax --l1 0.001 --l2 0.01 --filter grokfast-ema:0.9,3+clip:1",
    "--weights complex --embedding per-operand --combine product --bias yes",
    "--fraction 0.5 --stratify yes --transposes-together yes --hold-out 3,5 --hold-out-operand 0",
    "--activation relu --embedding trainable --batch-norm yes",
    "--init-scale 0.5 --top-init 0 --output-scale 3",
    "--model transformer --width 64 --layers 2 --heads 2 --mlp-width 256 --activation gelu --layer-norm pre --bias no",
    "--optimiser adamw --beta1 0.8 --beta2 0.98 --epsilon 0.000001",
    "--preset gromov-2023",
    "--preset nanda-2023 --fraction 0.4 --seed 3 --heads 8 --goal none",
    "--preset grokfast --batch all --filter none",
    "--preset power-2022 --warm-up 0",
  ])("'%s' is told back as it was given", (words) => {
    expect(optionsFor(configOf(words)).join(" ")).toBe(words);
  });

  test("kinds are filled up with the usual numbers", () => {
    expect(configOf("--schedule step --schedule-every 50 --filter grokfast-ma")).toMatchObject({
      schedule: { kind: "step", every: 50, factor: 0.1, warmUp: 0 },
      gradientFilters: [{ kind: "grokfast-ma", window: 100, lambda: 5 }],
    });
  });

  test.each(presets)(
    "the preset $name is its config, and told back by its name",
    ({ name, config }) => {
      expect(configOf(`--preset ${name}`)).toEqual(runConfig(config));
      expect(optionsFor(runConfig(config))).toEqual(["--preset", name]);
    },
  );

  test("what is said on top of a preset replaces what it says, and no more", () => {
    const { model, optimiser, ...rest } = configOf("--preset power-2022");
    const changed = configOf("--preset power-2022 --model mlp --optimiser muon --count 500");
    expect(changed).toMatchObject({ model: { kind: "mlp", width: 512 }, split: { count: 500 } });
    expect(changed.optimiser).toMatchObject({ kind: "muon", learningRate: 5e-3, beta2: 0.999 });
    expect({ ...changed, model: 0, optimiser: 0 }).toEqual({
      ...rest,
      ...{ model: 0, optimiser: 0, split: { count: 500 } },
    });
    const both = configOf("--preset power-2022 --heads 8 --beta1 0.5");
    expect(both).toEqual({
      ...rest,
      model: { ...model, heads: 8 },
      optimiser: { ...optimiser, beta1: 0.5 },
    });
  });

  test("what a preset may have can be taken away", () => {
    expect(configOf("--ridge none --norm-clamp none --batch all --filter none")).toEqual(
      configOf(""),
    );
    expect(configOf("--ridge 0.3")).toMatchObject({ ridge: 0.3 });
    expect(() => configOf("--ridge some")).toThrow('--ridge must be a number or none, got "some"');
  });

  test("a file may say where to begin, also the one that a run folder keeps", () => {
    const folder = mkdtempSync(join(tmpdir(), "grokscape-config-"));
    const file = join(folder, "mine.json");
    const config = { task: "cyclic:7", optimiser: { kind: "sgd", learningRate: 0.1 } } as const;
    for (const content of [
      { $schema: "somewhere", ...config },
      { id: "some-run", config },
    ]) {
      writeFileSync(file, JSON.stringify(content));
      expect(configOf(`--config ${file} --seed 3`)).toEqual(runConfig({ ...config, seed: 3 }));
    }
    for (const [content, message] of [
      ["{", "is no JSON"],
      ["5", "task must be a string"],
      ['{ "task": "cyclic:7", "width": 3 }', "config does not know width"],
    ]) {
      writeFileSync(file, content);
      expect(() => configOf(`--config ${file}`)).toThrow(message);
    }
    expect(() => configOf(`--config ${file}x`)).toThrow("it is not there");
    expect(() => configOf(`--config ${file} --preset tian-fig3`)).toThrow("give one");
    rmSync(folder, { recursive: true });
  });

  test("a setting may be called by its place in the config", () => {
    expect(configOf("--optimiser.learningRate 0.01 --goal.testAccuracy none")).toEqual(
      configOf("--learning-rate 0.01 --goal none"),
    );
  });

  test.each([
    ["--model rnn", "model.kind must be one of mlp, transformer"],
    [
      "--heads 4",
      "--heads is of the model transformer, and this one is mlp; leave it out, or add --model transformer",
    ],
    [
      "--preset nanda-2023 --weights complex",
      "--weights is of the model mlp, and this one is transformer",
    ],
    ["--model transformer --heads 3", "heads 3 contradicts width 128"],
    ["--weights complex --activation relu", "activation relu contradicts weights complex"],
    ["--weights complex --batch-norm yes", "batchNorm true contradicts weights complex"],
    ["--weights quaternion", "model.weights must be one of real, complex"],
    [
      "--embedding word2vec",
      "model.embedding must be one of one-hot, shared, trainable, per-operand",
    ],
    ["--combine max", "model.combine must be one of sum, product"],
    ["--model transformer --layer-norm both", "model.layerNorm must be one of none, pre, post"],
    ["--bias maybe", '--bias must be yes or no, got "maybe"'],
    ["--init-scale 0", "model.initScale must be > 0, got 0"],
    ["--bias yes --ridge 1", "ridge 1 contradicts model.bias true"],
    ["--preset nobody", 'unknown preset "nobody"'],
    ["--schedule linear", "schedule.kind must be one of constant, step"],
    [
      "--schedule step:100,0.5",
      '--schedule takes a kind alone, got "step:100,0.5"; its numbers have options of their own: --schedule-every, --schedule-factor, --warm-up',
    ],
    ["--layers 2", "and this one is mlp; did you mean --hidden-layers?"],
    ["--schedule step", "schedule.every must be a number, got undefined"],
    ["--schedule step --schedule-every x", '--schedule-every must be a number, got "x"'],
    ["--schedule-every 5", "--schedule-every is of the schedule step, and this one is constant"],
    ["--filter clip:1,2", "--filter clip:1,2 has 2 numbers; clip takes 1"],
    ["--filter blur", "gradientFilters.0.kind must be one of grokfast-ema"],
    ["--ridge 1 --loss stablemax", "ridge 1 contradicts loss stablemax"],
    ["--optimiser sgd --nesterov maybe", '--nesterov must be yes or no, got "maybe"'],
    ["--momentum 0.9", "--momentum is of the optimiser sgd or muon, and this one is adam"],
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
