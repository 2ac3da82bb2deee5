import { InputError } from "@grokscape/group-datasets";
import { DivergedError } from "@grokscape/trainer";
import { describe, expect, test } from "vitest";
import { exitCodes } from "../src/arguments/exit-codes.ts";
import { FailedElsewhere, failureOf } from "../src/failure.ts";
import { grokscape } from "./grokscape.ts";

test.each([
  [new DivergedError(3, "W", "a weight is NaN at step 3"), exitCodes.diverged],
  [new InputError("no such task"), exitCodes.unusable],
  [new TypeError("x is not a function"), exitCodes.fault],
  ["thrown text", exitCodes.fault],
])("%s: what the process exits with, from another thread too", (error, exitCode) => {
  const failure = failureOf(error);
  expect(failure.exitCode).toBe(exitCode);
  expect(failure.message).toBe(error instanceof Error ? error.message : error);
  expect(failureOf(new FailedElsewhere(structuredClone(failure)))).toEqual(failure);
});

describe("a fault of ours", () => {
  /** Breaks the program before it starts. */
  const broken = (code: string) => ({
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}`,
  });
  const thrown = broken(
    'Object.defineProperty(Object.prototype, "json", { get() { throw new TypeError("broken\\non purpose"); } })',
  );
  const rejected = broken(
    'process.stdout.write = () => void Promise.reject(new TypeError("broken on purpose"))',
  );

  test.each([
    ["thrown", thrown],
    ["in a promise that nobody waits for", rejected],
  ])("%s: one line, and exit code 70", async (_, env) => {
    const { code, err } = await grokscape(["tasks"], ".", env);
    expect(err).toBe(
      "this is a fault of ours: broken on purpose; run it with GROKSCAPE_STACK=1 to see where\n",
    );
    expect(code).toBe(70);
  });

  test("where it is, is shown on request", async () => {
    const { err } = await grokscape(["tasks"], ".", { ...thrown, GROKSCAPE_STACK: "1" });
    expect(err).toMatch(/TypeError: broken\non purpose\n +at .*\n[\s\S]*main\.ts/);
  });
});
