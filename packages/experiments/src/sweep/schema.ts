import {
  type Key,
  keys,
  runConfigSchema,
  type Schema,
  type SettingsWords,
  settingOf,
  valueSchema,
} from "@grokscape/trainer/settings";

const plain: Schema = { type: ["number", "string", "boolean", "null"] };
const oneOrSome: Schema = { anyOf: [plain, { type: "array", items: plain }] };
const number: Schema = { type: "number" };
const amount: Schema = { type: "number", exclusiveMinimum: 0 };
const object = (properties: Readonly<Record<string, Schema>>, ...required: string[]): Schema => ({
  type: "object",
  properties,
  ...(required.length > 0 && { required }),
  additionalProperties: false,
});

const text: Schema = { type: "string" };
const words: Schema = { anyOf: [text, object({ en: text, "zh-cn": text }, "en")] };

/** A sweep's file as a JSON Schema (draft 2020-12), for editors: it knows each setting and what it may be. */
export function sweepSchema(language: SettingsWords): Schema {
  const { $schema, title: _, properties, ...config } = runConfigSchema(language);
  const { $schema: _own, seed: _seed, ...fields } = properties as Readonly<Record<string, Schema>>;
  const varying = keys.filter((key) => key !== "seed");
  const ofSettings = (schemaOf: (key: Key) => Schema) =>
    Object.fromEntries(varying.map((key) => [key, { ...schemaOf(key), ...saidOf(key) }]));
  const saidOf = (key: Key): Schema => {
    const said = language.setting[key === "gradientFilters" ? "gradientFilters.kind" : key];
    return { description: `${said.name}: ${said.says}.` };
  };
  const one = (key: Key): Schema => {
    const schema = key === "gradientFilters" ? fields.gradientFilters : valueSchema(settingOf(key));
    return { anyOf: [schema, { type: "string" }] };
  };
  const test: Schema = {
    anyOf: [
      ...(oneOrSome.anyOf as Schema[]),
      object({ from: number, above: number, to: number, below: number, not: oneOrSome }),
    ],
  };
  const when = object(Object.fromEntries(varying.map((key) => [key, { $ref: "#/$defs/test" }])));
  const condition: Schema = { $ref: "#/$defs/condition" };
  const whole: Schema = { type: "integer", minimum: 1 };
  const ends = (of: Schema): Schema => ({ type: "array", minItems: 2, maxItems: 2, items: of });
  const seed: Schema = { type: "integer", minimum: 0, exclusiveMaximum: 2 ** 32 };
  return {
    $schema,
    title: "Sweep",
    ...object(
      {
        $schema: { type: "string" },
        id: { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9-]{0,99}$" },
        title: words,
        question: words,
        plugins: { type: "array", items: text },
        base: { ...config, properties: fields },
        variants: {
          type: "array",
          items: object(
            {
              name: { type: "string" },
              changes: {
                type: "object",
                properties: { ...fields, ...ofSettings(one) },
                additionalProperties: false,
              },
            },
            "changes",
          ),
        },
        vary: object(
          ofSettings((key) => {
            const values: Schema = { type: "array", minItems: 1, items: one(key) };
            return {
              anyOf: [
                values,
                object({ values, when: condition }, "values"),
                object({ linear: ends(number), count: whole, when: condition }, "linear", "count"),
                object({ log: ends(number), count: whole, when: condition }, "log", "count"),
                object(
                  { whole: ends({ type: "integer" }), every: whole, when: condition },
                  "whole",
                ),
              ],
            };
          }),
        ),
        when: { anyOf: [condition, { type: "array", items: condition }] },
        seeds: {
          anyOf: [
            { ...whole, exclusiveMaximum: 2 ** 32 },
            { type: "array", minItems: 1, items: seed },
            object({ from: seed, count: whole }, "from", "count"),
          ],
        },
        border: object(
          {
            over: { enum: varying.filter((key) => settingOf(key).form.form === "number") },
            from: amount,
            to: amount,
            comes: { enum: ["above", "below"] },
            goal: { ...amount, maximum: 1 },
            width: { type: "number", minimum: 0.005, exclusiveMaximum: 1 },
            budget: { type: "integer", minimum: 8, maximum: 10_000 },
            seeds: { anyOf: [seed, { type: "array", minItems: 1, items: seed }] },
            ahead: whole,
          },
          ...["over", "from", "to"],
        ),
      },
      "id",
      "base",
    ),
    $defs: { test, condition: when },
  };
}
