import { readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { installForTest, startWasm } from "./support.ts";

test("the README lists what the wasm backend still lacks beside the cpu backend", async () => {
  await startWasm();
  await installForTest();
  const names = (backend: string) =>
    tf.getKernelsForBackend(backend).map(({ kernelName }) => kernelName);
  const there = new Set(names("wasm"));
  const missing = names("cpu").filter((name) => !there.has(name));
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const [, list = ""] = /What it still lacks[^:]*:([^.]*)\./.exec(readme) ?? [];
  expect([...list.matchAll(/`(\w+)`/g)].map(([, name]) => name).sort()).toEqual(missing.sort());
});
