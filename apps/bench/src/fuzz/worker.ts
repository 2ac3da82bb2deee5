import { parentPort, workerData } from "node:worker_threads";
import { InputError } from "@grokscape/group-datasets";
import { PictureError } from "@grokscape/viz";
import fc from "fast-check";
import { openTargets } from "./targets.ts";

/** What a thread is asked: so many inputs from one on, of a target; it marks each in `clock` as it begins. */
export interface Asked {
  readonly target: string;
  readonly seed: number;
  readonly from: number;
  readonly count: number;
  /** [0] holds the number of the input under way. */
  readonly clock: SharedArrayBuffer;
}

export interface Fault {
  readonly target: string;
  readonly seed: number;
  readonly index: number;
  readonly input: string;
  readonly what: string;
}

export interface Told {
  readonly used: number;
  readonly refused: number;
  /** Milliseconds. */
  readonly slowest: number;
  readonly faults: readonly Fault[];
}

/** Inputs are made so many at a time, each batch from a seed of its own. */
const batch = 500;

const { target: name, seed, from, count, clock }: Asked = workerData;
const under = new Int32Array(clock);
const { targets, end } = await openTargets();
const { right, inputs, use } = targets.find(
  (target) => target.name === name,
) as (typeof targets)[number];
const untouched = namesOfPrototypes();
let [used, refused, slowest] = [0, 0, 0];
const faults: Fault[] = [];
for (const input of right) await use(input);
for (let index = from; index < from + count; ) {
  const place = Math.floor(index / batch);
  const made = fc.sample(inputs, { seed: seed + place * 1_000_003, numRuns: batch });
  for (const input of made.slice(index % batch, (index % batch) + from + count - index)) {
    Atomics.store(under, 0, index);
    const began = performance.now();
    const what = await faultOf(input);
    slowest = Math.max(slowest, performance.now() - began);
    if (what !== null) faults.push({ target: name, seed, index, input: written(input), what });
    index++;
  }
}
end();
parentPort?.postMessage({ used, refused, slowest, faults } satisfies Told);

/** What is wrong with how an input was taken; null if nothing is. */
async function faultOf(input: unknown): Promise<string | null> {
  try {
    await use(input);
    used++;
  } catch (error) {
    const isOurs = error instanceof InputError || error instanceof PictureError;
    if (!isOurs) return (error as Error)?.stack ?? String(error);
    refused++;
    if (/[\n\r]/.test(error.message)) return `its refusal has more than one line: ${error.message}`;
    if (error.message.length > 2000) return `its refusal has ${error.message.length} letters`;
  }
  return namesOfPrototypes() === untouched ? null : "a prototype has been changed";
}

function namesOfPrototypes(): string {
  return [Object, Array, String, Number, Function]
    .map(({ prototype }) => Reflect.ownKeys(prototype).length)
    .join();
}

function written(input: unknown): string {
  return fc.stringify(input).slice(0, 2000);
}
