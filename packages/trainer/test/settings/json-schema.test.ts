import { InputError, randomStream, uniformBelow } from "@grokscape/group-datasets";
import { presets, type RunConfigInput, runConfig } from "@grokscape/trainer";
import { runConfigSchema, settingsWords } from "@grokscape/trainer/settings";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { richConfig } from "../rich-config.ts";

const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(
  runConfigSchema(settingsWords.en),
);

/** Whether the forms of a config are right: what contradicts another value is another matter. */
function isOfForm(config: unknown): boolean {
  try {
    runConfig(config as RunConfigInput);
    return true;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return / contradicts |must ascend/.test(error.message);
  }
}

test("the schema takes every preset, and what runConfig makes of it", () => {
  for (const config of [richConfig, ...presets.map(({ config }) => config)]) {
    expect(validate(config), JSON.stringify(validate.errors)).toBe(true);
    expect(validate(runConfig(config as RunConfigInput))).toBe(true);
  }
  expect(validate({ $schema: "here", task: "cyclic:7" })).toBe(true);
});

const values = [
  null,
  true,
  "",
  "adam",
  "sgd",
  "none",
  0,
  1,
  -1,
  0.5,
  3,
  1e308,
  2 ** 40,
  [],
  [1],
  [2, 1],
  {},
];
const extra = ["kind", "momentum", "every", "width", "layers", "heads", "colour"];

test("the schema takes what runConfig takes, and nothing else: 20,000 configs", () => {
  const stream = randomStream(7, "noise");
  const pick = <T>(list: readonly T[]) => list[uniformBelow(stream, list.length)];
  let taken = 0;
  for (let i = 0; i < 20_000; i++) {
    const config = structuredClone(richConfig) as Record<string, unknown>;
    for (let changes = 1 + uniformBelow(stream, 2); changes > 0; changes--) {
      let place: Record<string, unknown> = config;
      let name = pick(Object.keys(place));
      while (
        typeof place[name] === "object" &&
        place[name] !== null &&
        uniformBelow(stream, 5) > 0
      ) {
        place = place[name] as Record<string, unknown>;
        name = pick([...Object.keys(place), ...(Array.isArray(place) ? ["0"] : extra)]) ?? "kind";
      }
      if (uniformBelow(stream, 4) === 0) delete place[name];
      else place[name] = structuredClone(pick(values));
    }
    const may = isOfForm(config);
    if (may) taken++;
    expect(validate(config), JSON.stringify(config)).toBe(may);
  }
  expect(taken).toBeGreaterThan(3000);
});
