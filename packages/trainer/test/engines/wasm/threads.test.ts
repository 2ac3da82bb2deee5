import type { Worker } from "node:worker_threads";
import { train } from "@grokscape/trainer";
import { wasmEngine, wasmSupport } from "@grokscape/trainer/wasm";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { config, finish, task } from "./short-run.ts";

/** Node's own workers, one by one as the engine starts them. */
function watchWorkers(): Worker[] {
  const started: Worker[] = [];
  const module = process.getBuiltinModule("node:worker_threads");
  const { Worker: Original } = module;
  class Watched extends Original {
    constructor(...args: ConstructorParameters<typeof Original>) {
      super(...args);
      started.push(this);
    }
  }
  module.Worker = Watched;
  onTestFinished(() => {
    module.Worker = Original;
  });
  return started;
}

describe.each([false, true])("fast: %s", (fast) => {
  test("1, 2, 3, 4 and 8 threads give the same rows and the same weights", async () => {
    const alone = await finish(wasmEngine({ threads: 1, fast }));
    expect(alone.metrics.at(-1)?.trainLoss).toBeLessThan(alone.metrics[0].trainLoss);
    for (const threads of [2, 3, 4, 8]) {
      expect(await finish(wasmEngine({ threads, fast }))).toEqual(alone);
    }
  });
});

test("fast says so in its name, and follows the plain kernels", async () => {
  const fast = wasmEngine({ fast: true });
  const relaxed = wasmSupport().relaxedSimd;
  expect(fast.name).toBe(relaxed ? "wasm-fast" : "wasm");
  const [quick, plain] = [await finish(fast), await finish(wasmEngine())];
  expect(quick.metrics.length).toBe(plain.metrics.length);
  for (const [i, row] of quick.metrics.entries()) {
    expect(Math.abs(row.trainLoss / plain.metrics[i].trainLoss - 1)).toBeLessThan(1e-5);
  }
  expect(quick.weightsHash === plain.weightsHash).toBe(!relaxed);
});

test("without relaxed SIMD, fast is the plain engine", () => {
  const simd = WebAssembly.validate;
  vi.spyOn(WebAssembly, "validate").mockReturnValueOnce(true).mockReturnValueOnce(false);
  expect(wasmEngine({ fast: true }).name).toBe("wasm");
  expect(WebAssembly.validate).not.toBe(simd);
  vi.restoreAllMocks();
});

test("a thread that dies ends the run with an error", async () => {
  const started = watchWorkers();
  const run = train(config, { engine: wasmEngine({ threads: 3 }), task });
  await run.next();
  expect(started.length).toBe(2);
  await started[1].terminate();
  await expect(run.next()).rejects.toThrow(/thread 2 of the wasm engine ended/);
});
