import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { configurations } from "../../src/configurations.ts";
import type { Contestant } from "../../src/contestants/contestant.ts";
import { contestants } from "../../src/contestants/index.ts";
import { names } from "../../src/contestants/names.ts";
import { encode } from "../../src/contestants/protocol.ts";
import { distanceOfWay, race } from "../../src/measure/race.ts";

const transformer = configurations.find(({ preset }) => preset !== undefined)!;
const tiny = { name: "tiny", M: 7, K: 12, n: 30 };
const python = process.env.GROKSCAPE_PYTHON ?? "python3";
const hasTorch = spawnSync(python, ["-c", "import torch"]).status === 0;
const ours = contestants.find(({ name, threads }) => name === names.plain && threads === 1)!;

const program = (name: string, text: string): Contestant => ({
  ...{ name, threads: 1, command: process.execPath, args: ["-e", text] },
});

const of = (timings: readonly { contestant: string; threads: number }[]) =>
  timings.map(({ contestant, threads }) => ({ contestant, threads }));

test("all in Node train the same network", async () => {
  const inNode = contestants.filter(({ command }) => command === process.execPath);
  const { timings, absences } = await race(tiny, inNode, 1);
  expect(absences).toEqual([]);
  expect(of(timings)).toEqual(inNode.map(({ name, threads }) => ({ contestant: name, threads })));
  for (const { step, evaluation, rate } of timings) {
    expect(step.minimum).toBeGreaterThan(0);
    expect(step.median).toBeGreaterThanOrEqual(step.minimum);
    expect(evaluation.count).toBeGreaterThan(0);
    expect(rate).toBeCloseTo((6 * 7 * 12 * 30) / step.median / 1e6, 12);
  }
});

test.skipIf(!hasTorch)(
  "all in PyTorch train the same network as we do",
  async () => {
    // two threads of PyTorch wait for each other for seconds where others are at work
    const inPython = contestants.filter((one) => one.command === python && one.threads === 1);
    for (const [configuration, kind] of [
      [tiny, "mlp"],
      [{ ...transformer, heldOut: 50 }, "transformer"],
    ] as const) {
      const { timings, absences } = await race(configuration, [ours, ...inPython], 1);
      expect(absences).toEqual([]);
      expect(timings).toHaveLength(1 + inPython.filter(({ only }) => only === kind).length);
    }
  },
  180_000,
);

test("who is not there, or ends, is absent with the reason", async () => {
  const { timings, absences } = await race(
    tiny,
    [
      ours,
      { ...ours, name: "missing", command: "no-such-program" },
      program("unable", `console.log(JSON.stringify({ absent: "no library" }))`),
      program("ending", `console.log(JSON.stringify({ library: "x" })); process.exitCode = 3`),
    ],
    1,
  );
  expect(of(timings)).toEqual([{ contestant: "Grokscape", threads: 1 }]);
  expect(absences.map(({ contestant }) => contestant)).toEqual(["missing", "unable", "ending"]);
  const [missing, unable, ending] = absences.map(({ reason }) => reason);
  expect(missing).toContain("ENOENT");
  expect(unable).toBe("no library");
  expect(ending).toContain("ended with 3");
});

test("who trains something else stops the race", async () => {
  const still = program(
    "still",
    `let told;
     console.log(JSON.stringify({ library: "x" }));
     require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
       const { ask, problem } = JSON.parse(line);
       told ??= problem;
       console.log(JSON.stringify(ask === "weights" ? { weights: told.weights } : { milliseconds: [1] }));
     });`,
  );
  await expect(race(tiny, [ours, still], 1)).rejects.toThrow("still does not train as the first");
});

test("the distance between two contestants is a share of the way gone", () => {
  const weights = (w: number, v: number) => ({
    W: { shape: [1, 1], data: encode(Float32Array.of(w)) },
    V: { shape: [1, 1], data: encode(Float32Array.of(v)) },
  });
  expect(distanceOfWay(weights(0, 0), weights(3, 4), weights(3, 4))).toBe(0);
  expect(distanceOfWay(weights(0, 0), weights(3, 4), weights(0, 0))).toBe(1);
});
