import type { ResultRun } from "@grokscape/experiments";
import { runConfig } from "@grokscape/trainer";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { formats } from "../../src/results/formats.ts";
import { recordsOfRuns } from "../../src/results/records.ts";

const columns = {
  came: "BOOLEAN",
  generalisedAt: "INT64",
  testLoss: "DOUBLE",
  startedAt: "INT64 TIMESTAMP_MILLIS",
  why: "BYTE_ARRAY UTF8",
  seed: "INT64",
  batchSize: "INT64",
  "model.bias": "BOOLEAN",
  ridge: "DOUBLE",
  gradientFilters: "BYTE_ARRAY UTF8",
};

const whole: ResultRun = {
  id: "a",
  state: "goal",
  generalisedAt: 40,
  config: runConfig({ task: "cyclic:7", gradientFilters: [{ kind: "clip", norm: 1 }] }),
  ...{ testLoss: 1e-9, startedAt: "2026-11-27T20:00:00.123Z" },
};
const damaged: ResultRun = { id: "b", state: "damaged", ...{ why: 'Größe "x",\n训练发散 ∞' } };

function parquetOf(runs: readonly ResultRun[]): ArrayBuffer {
  const written = formats.parquet(recordsOfRuns(runs, [], Object.keys(columns)));
  return (written as Uint8Array<ArrayBuffer>).buffer;
}

test.each([
  ["all", [whole, damaged]],
  ["none", [damaged]],
  ["no rows", []],
])("a column of Parquet has its type, whether %s of its values are there", (_, runs) => {
  const [, ...schema] = parquetMetadata(parquetOf(runs)).schema;
  const types = schema.map(({ name, type, converted_type = "" }) => [
    name,
    `${type} ${converted_type}`.trim(),
  ]);
  expect(Object.fromEntries(types)).toEqual(columns);
});

test("values come back from Parquet as they were", async () => {
  expect(await parquetReadObjects({ file: parquetOf([whole, damaged]) })).toMatchObject([
    {
      came: true,
      generalisedAt: 40n,
      testLoss: 1e-9,
      startedAt: new Date("2026-11-27T20:00:00.123Z"),
      why: null,
      batchSize: null,
      gradientFilters: '[{"kind":"clip","norm":1}]',
    },
    { came: null, seed: null, startedAt: null, why: 'Größe "x",\n训练发散 ∞' },
  ]);
});

test("a value that is not what its column holds is kept as text", () => {
  const config = { ...whole.config, seed: "none" };
  const [, ...schema] = parquetMetadata(parquetOf([whole, { ...whole, config }])).schema;
  expect(schema.find(({ name }) => name === "seed")?.type).toBe("BYTE_ARRAY");
});

test("CSV quotes what would end a field", () => {
  const text = formats.csv(recordsOfRuns([damaged], [], ["run", "why", "seed"]));
  expect(text).toBe('run,why,seed\nb,"Größe ""x"",\n训练发散 ∞",\n');
});
