import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sweepSchema } from "@grokscape/experiments";
import { readSweep } from "@grokscape/experiments/node";
import { settingsWords } from "@grokscape/trainer/settings";
import { afterAll, expect, test } from "vitest";
import { GET } from "../src/pages/sweep.schema.json.ts";

const scratch = mkdtempSync(join(tmpdir(), "grokscape-docs-sweeps-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const guide = (language: string) =>
  readFileSync(
    new URL(`../src/content/docs/${language}/guides/sweeps.mdx`, import.meta.url),
    "utf8",
  );
const blocks = (text: string, kind: string) =>
  [...text.matchAll(new RegExp(`\`\`\`${kind}\n(.*?)\`\`\``, "gs"))].map(([, block]) => block);

test.each(["en", "zh-cn"])(
  "the sweeps that the guide shows can be planned: %s",
  async (language) => {
    const sweeps = blocks(guide(language), "yaml").filter((block) => block.startsWith("id: "));
    const counts: number[] = [];
    for (const [i, text] of sweeps.entries()) {
      const path = join(scratch, `${language}-${i}.yaml`);
      writeFileSync(path, text);
      counts.push((await readSweep(path)).runs.length);
    }
    expect(counts).toEqual([20, 180]);
  },
);

test("both languages show the same, but for comments in Python", () => {
  const bare = (language: string, kind: string) =>
    blocks(guide(language), kind).map((block) =>
      kind === "python" ? block.replaceAll(/ {2}# .*$/gm, "") : block,
    );
  for (const kind of ["yaml", "sh", "text", "python"]) {
    expect(bare("zh-cn", kind)).toEqual(bare("en", kind));
  }
});

test("the site serves the schema of a sweep's file", async () => {
  const response = GET();
  expect(response.headers.get("Content-Type")).toBe("application/schema+json");
  expect(await response.json()).toEqual(sweepSchema(settingsWords.en));
});
