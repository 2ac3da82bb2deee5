import { InputError } from "@grokscape/group-datasets";
import { adapterOf, nameOf } from "./adapter.ts";
import type { Spread, Word } from "./call.ts";
import { header } from "./kernels.ts";

/** WebGPU's flags by their numbers: in Node there are no constants. */
const usage = { mapRead: 1, copySource: 4, copyTarget: 8, uniform: 64, storage: 128 } as const;
const forCompute = 4;
const forReading = 1;

/** Bytes of the words of an instruction, and of the numbers of a step: what offsets must be multiples of. */
const record = 256;

/** A call of a shader: its spread, and where its words begin in the program's buffer. */
export interface Dispatch extends Spread {
  readonly at: number;
}

/** A graphics card that one may train on. */
export interface Card {
  readonly device: GPUDevice;
  /** What it is, in words. */
  readonly name: string;
  readonly layout: GPUBindGroupLayout;
  /** Why it is no longer there; undefined while it is. */
  lost(): string | undefined;
  /** A compiled shader; each is compiled once. */
  pipeline(entry: string, code: string): Promise<GPUComputePipeline>;
}

const cards = new WeakMap<GPU, Promise<Card>>();

/**
 * Asks for a graphics card; the same one as before, unless it was lost.
 *
 * @param gpu as `navigator.gpu`
 * @throws InputError if there is none
 */
export async function findCard(gpu: GPU | undefined): Promise<Card> {
  if (!gpu) throw new InputError("there is no WebGPU here", instead);
  const known = await cards.get(gpu)?.catch(() => undefined);
  if (known && known.lost() === undefined) return known;
  const card = openCard(gpu);
  cards.set(gpu, card);
  return card;
}

const instead = "train on the processor (the wasm engine), which needs nothing of the kind";

async function openCard(gpu: GPU): Promise<Card> {
  const adapter = await adapterOf(gpu);
  if (!adapter) throw new InputError("WebGPU finds no graphics card here", instead);
  const { maxBufferSize, maxStorageBufferBindingSize } = adapter.limits;
  const device = await adapter.requestDevice({
    requiredLimits: { maxBufferSize, maxStorageBufferBindingSize },
  });
  let lost: string | undefined;
  device.lost.then(({ message, reason }) => {
    lost = message || reason;
  });
  const layout = device.createBindGroupLayout({
    entries: [
      { binding: 0, visibility: forCompute, buffer: { type: "storage" } },
      { binding: 1, visibility: forCompute, buffer: { type: "read-only-storage" } },
      {
        binding: 2,
        visibility: forCompute,
        buffer: { type: "uniform", hasDynamicOffset: true, minBindingSize: record },
      },
      {
        binding: 3,
        visibility: forCompute,
        buffer: { type: "read-only-storage", hasDynamicOffset: true },
      },
    ],
  });
  const pipelineLayout = device.createPipelineLayout({ bindGroupLayouts: [layout] });
  const pipelines = new Map<string, Promise<GPUComputePipeline>>();
  return {
    device,
    name: nameOf(adapter),
    layout,
    lost: () => lost,
    pipeline(entry, code) {
      const known = pipelines.get(code);
      if (known) return known;
      const module = device.createShaderModule({ code: header + code });
      const compute = { module, entryPoint: entry };
      const made = device.createComputePipelineAsync({ layout: pipelineLayout, compute });
      pipelines.set(code, made);
      return made;
    },
  };
}

/** What a problem's kernels work on, on a card. */
export interface Board {
  /** Writes numbers, or picks and labels. */
  write(to: "memory" | "indices", at: number, values: Float32Array | Uint32Array): void;
  /** Makes the words of instructions, and compiles the shaders that they call. */
  program(words: readonly (readonly Word[])[], spreads: readonly Spread[]): Promise<Dispatch[]>;
  /** Does the dispatches after all that was asked before. */
  run(dispatches: readonly Dispatch[]): void;
  /** Begins a step: what follows reads these numbers. */
  step(numbers: readonly number[]): void;
  /** Hands the steps to the card if they are many; resolves once it is not too far behind. */
  relay(): Promise<void>;
  /** A copy of a stretch of memory, after all that was asked before. */
  read(at: number, bytes: number): Promise<ArrayBuffer>;
  dispose(): void;
}

/** Steps that are handed to the card at once. */
const stepsAtOnce = 32;
/** Batches of steps that the card may be behind. */
const mostBehind = 2;
/** Milliseconds, at most, from the moment that a card does not answer until it is said to be lost. */
const lossIsToldWithin = 300;

/**
 * Makes room on a card.
 *
 * @param shaders the source of each entry
 * @param sizes in bytes
 * @throws InputError if the card has not so much memory
 */
export async function board(
  { device, name, layout, lost, pipeline }: Card,
  shaders: Readonly<Record<string, string>>,
  sizes: { readonly memory: number; readonly indices: number; readonly wordsOfPrograms: number },
): Promise<Board> {
  const { maxStorageBufferBindingSize: most } = device.limits;
  if (sizes.memory > most) {
    throw new InputError(
      `this run takes ${megabytes(sizes.memory)} MB of the graphics card (${name}) in one piece, which gives ${megabytes(most)} MB`,
      "take a smaller width or fewer examples, or train on the processor",
    );
  }
  let disposed = false;
  const mustBeThere = () => {
    if (lost() === undefined) return;
    throw new InputError(
      `the graphics card (${name}) was lost: ${lost()}`,
      "go on from the last checkpoint, with this engine or another",
    );
  };

  device.pushErrorScope("out-of-memory");
  const buffer = (size: number, flags: number) =>
    device.createBuffer({ size: Math.max(record, Math.ceil(size / 4) * 4), usage: flags });
  const { storage, copySource, copyTarget, uniform, mapRead } = usage;
  const memory = buffer(sizes.memory, storage | copySource | copyTarget);
  const indices = buffer(sizes.indices, storage | copyTarget);
  const words = buffer(sizes.wordsOfPrograms * record, uniform | copyTarget);
  const numbers = buffer(stepsAtOnce * record, storage | copyTarget);
  const refused = await device.popErrorScope();
  if (refused) {
    throw new InputError(
      `the graphics card (${name}) has no ${megabytes(sizes.memory)} MB left`,
      "close what else uses it, take a smaller width or fewer examples, or train on the processor",
    );
  }
  const group = device.createBindGroup({
    layout,
    entries: [memory, indices, words, numbers].map((of, binding) => ({
      binding,
      resource: binding < 2 ? { buffer: of } : { buffer: of, size: record },
    })),
  });
  const pipelines = new Map<string, GPUComputePipeline>();

  let wordsUsed = 0;
  let encoder: GPUCommandEncoder | undefined;
  let pass: GPUComputePassEncoder | undefined;
  const numbersOfSteps = new Float32Array((stepsAtOnce * record) / 4);
  let steps = 0;
  const behind: Promise<unknown>[] = [];
  const offsets = new Uint32Array(2);

  function endPass(): GPUCommandEncoder {
    pass?.end();
    pass = undefined;
    encoder ??= device.createCommandEncoder();
    return encoder;
  }

  function submit(): void {
    if (!encoder) return;
    const commands = endPass();
    if (steps > 0) device.queue.writeBuffer(numbers, 0, numbersOfSteps, 0, (steps * record) / 4);
    device.queue.submit([commands.finish()]);
    encoder = undefined;
    steps = 0;
  }

  return {
    write(to, at, values) {
      submit();
      device.queue.writeBuffer(
        to === "memory" ? memory : indices,
        at,
        values as Float32Array<ArrayBuffer>,
      );
    },

    async program(instructions, spreads) {
      const all = new ArrayBuffer(instructions.length * record);
      const [integers, reals] = [new Uint32Array(all), new Float32Array(all)];
      for (const [i, one] of instructions.entries()) {
        if (4 * one.length > record) {
          throw new InputError(
            "the graphics card's kernels attend to 15 positions at most, and this task has more",
            "train on the processor (the wasm engine)",
          );
        }
        for (const [j, word] of one.entries()) {
          const at = (i * record) / 4 + j;
          if (typeof word === "number") integers[at] = word;
          else reals[at] = word.real;
        }
      }
      device.queue.writeBuffer(words, wordsUsed * record, all);
      const first = wordsUsed;
      wordsUsed += instructions.length;
      const entries = new Set(spreads.map(({ entry }) => entry));
      await Promise.all(
        [...entries].map(async (entry) =>
          pipelines.set(entry, await pipeline(entry, shaders[entry])),
        ),
      );
      return spreads.map((spread, i) => ({ ...spread, at: (first + i) * record }));
    },

    run(dispatches) {
      encoder ??= device.createCommandEncoder();
      pass ??= encoder.beginComputePass();
      for (const { entry, groups, at } of dispatches) {
        if (groups[0] * groups[1] === 0) continue;
        pass.setPipeline(pipelines.get(entry) as GPUComputePipeline);
        offsets[0] = at;
        offsets[1] = Math.max(0, steps - 1) * record;
        pass.setBindGroup(0, group, offsets, 0, 2);
        pass.dispatchWorkgroups(...groups);
      }
    },

    step(of) {
      numbersOfSteps.set(of, (steps * record) / 4);
      steps++;
    },

    async relay() {
      mustBeThere();
      if (steps < stepsAtOnce) return;
      submit();
      behind.push(device.queue.onSubmittedWorkDone());
      if (behind.length > mostBehind) await behind.shift();
      mustBeThere();
    },

    async read(at, bytes) {
      mustBeThere();
      const staging = buffer(bytes, mapRead | copyTarget);
      endPass().copyBufferToBuffer(memory, at, staging, 0, bytes);
      submit();
      try {
        await staging.mapAsync(forReading);
      } catch (error) {
        const late = new Promise((resolve) => setTimeout(resolve, lossIsToldWithin));
        await Promise.race([device.lost, late]);
        mustBeThere();
        if (disposed) throw new InputError("the run on the graphics card has ended");
        throw error;
      }
      const copy = staging.getMappedRange().slice(0, bytes);
      staging.destroy();
      return copy;
    },

    dispose() {
      disposed = true;
      for (const one of [memory, indices, words, numbers]) one.destroy();
    },
  };
}

const megabytes = (bytes: number) => Math.ceil(bytes / 2 ** 20);
