import { runConfig } from "@grokscape/trainer";
import { type Key, keys, runConfigSchema, settingsWords } from "@grokscape/trainer/settings";
import { expect, test, vi } from "vitest";
import { help } from "../../apps/cli/src/arguments/help.ts";
import { parse } from "../../apps/cli/src/arguments/parse.ts";
import { train } from "../../apps/cli/src/commands/train.ts";
import { configFrom, optionsFor } from "../../apps/cli/src/run/config-options.ts";
import { hashOf, stateOf } from "../src/lab/address.ts";
import { firstRun } from "../src/lab/draft.ts";
import { fieldsOf } from "../src/lab/fields.ts";
import { folded } from "../src/lab/form.ts";

/** A setting that there is not: Nesterov's weight of SGD with dampening, as PyTorch has it. */
const added = "optimiser.dampening" as Key;

vi.mock("../../packages/trainer/src/settings/settings.ts", async (original) => {
  const { settings } = await original<{ settings: { optimiser: { fields: object } } }>();
  const dampening = {
    form: { form: "number", from: 0, below: 1 },
    of: { sgd: 0.25 },
    group: "optimiser",
    option: "dampening",
    symbol: "δ",
    known: "damp",
  };
  const { fields } = settings.optimiser;
  return { settings: { ...settings, optimiser: { fields: { ...fields, dampening } } } };
});

const { withWords } = vi.hoisted(() => ({
  /** A language with the words of one more setting. */
  withWords: async (original: () => Promise<unknown>, name: string, says: string) => {
    const [[exported, language]] = Object.entries(
      (await original()) as Record<string, { setting: object }>,
    ) as [[string, { setting: object }]];
    const setting = { ...language.setting, "optimiser.dampening": { name, says } };
    return { [exported]: { ...language, setting } };
  },
}));
vi.mock("../../packages/trainer/src/settings/words/en.ts", (original) =>
  withWords(original, "Dampening", "how much of a new gradient is left out"),
);
vi.mock("../../packages/trainer/src/settings/words/zh-cn.ts", (original) =>
  withWords(original, "阻尼", "新梯度略去多少"),
);

const configured = (dampening: number) => ({
  task: "cyclic:7",
  optimiser: { kind: "sgd" as const, dampening },
});

test("its default and its range are checked, and only where it is a field", () => {
  expect(runConfig({ task: "cyclic:7", optimiser: { kind: "sgd" } }).optimiser).toHaveProperty(
    "dampening",
    0.25,
  );
  expect(() => runConfig(configured(1))).toThrow("optimiser.dampening must be < 1, got 1");
  expect(() => runConfig({ task: "cyclic:7", optimiser: { dampening: 0 } as never })).toThrow(
    "optimiser does not know dampening",
  );
});

test("the command line has an option of it, with help, in both of its names", () => {
  expect(help(train)).toMatch(/--dampening <δ> +how much of a new gradient is left out/);
  const asked = (words: string) => configFrom(parse(train, words.split(" ")));
  const config = asked("--optimiser sgd --dampening 0.5");
  expect(config.optimiser).toHaveProperty("dampening", 0.5);
  expect(asked("--optimiser sgd --optimiser.dampening 0.5")).toEqual(config);
  expect(optionsFor(config).join(" ")).toBe("--optimiser sgd --dampening 0.5");
  expect(() => asked("--damp 1")).toThrow("did you mean --dampening?");
  expect(() => asked("--dampening 0.5")).toThrow("--dampening is of the optimiser sgd");
});

test("the lab has a field of it in both languages, and its address says it", () => {
  expect(folded.get("optimiser")).toContain(added);
  expect(fieldsOf(added, "en")).toMatchObject([{ name: added, label: "Dampening", hidden: true }]);
  expect(fieldsOf(added, "zh-cn")).toMatchObject([{ label: "阻尼" }]);
  const draft = { ...firstRun, optimiser: runConfig(configured(0.5)).optimiser };
  expect(hashOf(draft)).toMatch(/optimiser\.kind=sgd.*optimiser\.dampening=0\.5/);
  expect(stateOf(hashOf(draft)).first).toEqual(draft);
});

test("the JSON Schema and the reference list it", () => {
  expect(JSON.stringify(runConfigSchema(settingsWords.en))).toContain(
    '"dampening":{"type":"number","minimum":0,"exclusiveMaximum":1,"description":"Dampening: how',
  );
  expect(keys).toContain(added);
});
