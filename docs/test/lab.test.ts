import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { task } from "@grokscape/group-datasets";
import { predict } from "@grokscape/theory";
import { runConfig } from "@grokscape/trainer";
import { afterAll, expect, test, vi } from "vitest";
import { hashOf, stateOf } from "../src/lab/address.ts";
import { codeOf } from "../src/lab/code.ts";
import { preset, presetNames, presetOf } from "../src/lab/presets.ts";
import { configOf, defaults, settingsOf } from "../src/lab/settings.ts";
import { warnings } from "../src/lab/warnings.ts";
import { claims } from "../src/site/claims.ts";
import { measure } from "../src/site/measure.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const scratch = mkdtempSync(join(here, "lab-code-"));
afterAll(() => rmSync(scratch, { recursive: true }));

test("an address holds the whole state, and only what differs", () => {
  expect(hashOf(defaults)).toBe("");
  const settings = { ...defaults, task: "product:4,7", rate: 0.01, top: 0 };
  const compared = { ...settings, decay: 0 };
  const hash = hashOf(settings, compared);
  expect(hash).toBe("task=product:4,7&rate=0.01&top=0&b.decay=0&compare=1");
  expect(stateOf(`#${hash}`)).toEqual({ settings, compared });
  expect(stateOf("")).toEqual({ settings: defaults, compared: undefined });
});

test("what an address cannot mean is as if left out", () => {
  expect(stateOf("#width=1e9&rate=tea&optimiser=magic&seed=1.5&tea=1").settings).toEqual(defaults);
});

test.each(presetNames)("the preset %s is a run that can be made", (name) => {
  const settings = preset(name);
  expect(presetOf(settings)).toBe(name);
  const { size } = task(settings.task);
  expect(runConfig(configOf(settings, size)).task).toBe(settings.task);
  expect(settingsOf(configOf(settings, size))).toEqual(settings);
});

test("each claim's settings can be opened in the laboratory, with as many examples", () => {
  for (const { base, variants } of claims.values()) {
    for (const { changes } of variants) {
      const config = { ...base, ...changes, seed: 1 };
      const settings = settingsOf(config);
      const { size } = task(settings.task);
      const { split } = runConfig(configOf(settings, size));
      const asked = runConfig(config).split;
      const counted = (fraction: number | undefined, multiple: number | undefined) =>
        fraction === undefined
          ? Math.floor(multiple! * Math.sqrt(size) * Math.log(Math.sqrt(size)))
          : Math.floor(fraction * size);
      expect(counted(split.fraction, undefined)).toBe(
        counted(asked.fraction, asked.criticalMultiple),
      );
    }
  }
});

test("a bad setting says what will go wrong", () => {
  const named = (changes: Partial<typeof defaults>) => {
    const settings = { ...defaults, ...changes };
    const { split, model, optimiser } = runConfig(configOf(settings, task(settings.task).size));
    return warnings(
      settings,
      task(settings.task),
      predict(task(settings.task), { split, model, optimiser } as never),
    );
  };
  expect(named({})).toEqual([]);
  expect(named({ decay: 0 })).toContain("no-decay");
  expect(named({ shown: 15 })).toContain("few");
  expect(named({ width: 8 })).toContain("narrow");
  expect(named({ rate: 0.5 })).toContain("high-rate");
  expect(named({ activation: "linear" })).toContain("linear");
  expect(named({ optimiser: "sgd", rate: 0.003 })).toContain("sgd");
  expect(named({ steps: 100 })).toContain("short");
  expect(named({ layers: 2 })).toContain("deep");
});

test("the code that the laboratory gives trains the same run", async () => {
  const settings = { ...defaults, task: "cyclic:7", width: 32, steps: 60 };
  const { size } = task(settings.task);
  const file = join(scratch, "program.ts");
  writeFileSync(file, codeOf(settings, size));
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  await import(file);
  const { memorisedAt, generalisedAt, weightsHash } = await measure(configOf(settings, size));
  expect(log).toHaveBeenCalledWith(memorisedAt, generalisedAt, weightsHash);
  log.mockRestore();
});
