import type { Message } from "@grokscape/measures";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { trainingService } from "@grokscape/trainer/worker";
import { expect, test } from "vitest";
import { readers } from "../src/live/readers.ts";
import { claimNamed } from "../src/site/claims.ts";

/** A run of a claim, that to generalise is to compress unless another is named, and what can be asked of it. */
async function opened(variant: number, claim = "description-length") {
  const { base, variants } = claimNamed(claim);
  const { changes, outcomes } = variants[variant]!;
  const service = trainingService(wasmEngine({ threads: 1 }), readers);
  await service.open({ ...base, ...changes, seed: 1 });
  return {
    service,
    /** Trains until a row fulfils something, or to the end. */
    async until(holds: (testAccuracy: number, step: number) => boolean): Promise<void> {
      for (;;) {
        const { rows, record } = await service.advance(1, 0);
        if (record || rows.some(({ testAccuracy, step }) => holds(testAccuracy, step))) return;
      }
    },
    message: async (): Promise<Message> => (await service.look(["message"])).message!,
    outcome: outcomes[0]!,
  };
}

test("what is learnt is written briefly before it shows", async () => {
  const { until, message, outcome } = await opened(0);
  await until((_, step) => step === outcome.memorisedAt);
  const known = await message();
  await until((testAccuracy) => testAccuracy >= 0.3);
  const waiting = await message();
  expect(waiting.bits).toBeLessThan(known.bits / 5);
  expect(waiting.testAccuracy).toBeGreaterThan(0.9);
});

test("what is known by heart is never written briefly", async () => {
  const { until, message } = await opened(2);
  await until(() => false);
  const end = await message();
  expect(end.bits).toBeGreaterThan(10 * end.labelBits);
  expect(end.testAccuracy).toBeLessThan(0.1);
});

test("the gradient that leaks to the hidden layer dies out without weight decay, and grows with it", async () => {
  const leaked = async (name: string) => {
    const variant = claimNamed("weight-decay").variants.findIndex((one) => one.name === name);
    const { service, until } = await opened(variant, "weight-decay");
    await until((_, step) => step === 150);
    return (await service.look(["gradient"])).gradient!.norm;
  };
  const [none, usual, strong] = [
    await leaked("η = 0"),
    await leaked("η = 0.0002"),
    await leaked("η = 0.0008"),
  ];
  expect(none).toBeLessThan(0.1);
  expect(usual).toBeGreaterThan(5 * none);
  expect(strong).toBeGreaterThan(2 * usual);
});
