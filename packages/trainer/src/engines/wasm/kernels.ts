import { InputError } from "@grokscape/group-datasets";
import { fast, fastShared, plain, plainShared } from "../../gen/kernels.ts";

/** One set of kernels, in base64, for each variant of WebAssembly that they are compiled for. */
export type Binaries = Readonly<Record<"plain" | "plainShared" | "fast" | "fastShared", string>>;

const binaries: Binaries = { plain, plainShared, fast, fastShared };

/** What the compiled kernels export; assembly/ says what each does. Pointers are byte offsets. */
export interface Kernels {
  readonly SLICE: WebAssembly.Global<"i32">;
  readonly BLOCK: WebAssembly.Global<"i32">;
  readonly PANEL: WebAssembly.Global<"i32">;
  readonly QUERY: WebAssembly.Global<"i32">;
  readonly TRAIN: WebAssembly.Global<"i32">;
  readonly HELD_OUT: WebAssembly.Global<"i32">;
  readonly QUERY_ANSWERS: WebAssembly.Global<"i32">;
  readonly UPDATE: WebAssembly.Global<"i32">;
  readonly LOGITS: WebAssembly.Global<"i32">;
  readonly TILE_GRADIENT: WebAssembly.Global<"i32">;
  readonly FEATURES: WebAssembly.Global<"i32">;
  readonly SOLVED: WebAssembly.Global<"i32">;
  readonly THREAD_LOST: WebAssembly.Global<"i32">;
  readonly W: WebAssembly.Global<"i32">;
  readonly V: WebAssembly.Global<"i32">;
  readonly bytesOfW: WebAssembly.Global<"i32">;
  readonly bytesOfV: WebAssembly.Global<"i32">;
  readonly panels: WebAssembly.Global<"i32">;
  readonly gradientPanels: WebAssembly.Global<"i32">;
  readonly isPrimal: WebAssembly.Global<"i32">;
  readonly topFeatures: WebAssembly.Global<"i32">;
  readonly topStride: WebAssembly.Global<"i32">;
  readonly trainOperands: WebAssembly.Global<"i32">;
  readonly trainLabels: WebAssembly.Global<"i32">;
  readonly heldOutOperands: WebAssembly.Global<"i32">;
  readonly heldOutLabels: WebAssembly.Global<"i32">;
  readonly queryOperands: WebAssembly.Global<"i32">;
  readonly queryLabels: WebAssembly.Global<"i32">;
  readonly blockLosses: WebAssembly.Global<"i32">;
  readonly blockRights: WebAssembly.Global<"i32">;
  plan(...sizes: Sizes): number;
  setNetwork(
    activation: number,
    firstNumber: number,
    secondNumber: number,
    loss: number,
    outputScale: number,
    labelScale: number,
    multiplies: boolean,
  ): void;
  setOptimiser(ofW: number, ofV: number, weightDecay: number, epsilon: number): void;
  setMomentum(momentum: number, share: number, nesterov: boolean): void;
  setDecays(first: number, second: number, firstShare: number, secondShare: number): void;
  setRidge(ridge: number): void;
  setStep(learningRate: number, firstCorrection: number, secondCorrection: number): void;
  setTrainRows(rows: number): void;
  setQueryRows(rows: number): void;
  run(kind: number, mayWait: boolean): number;
  solveTop(mayWait: boolean): number;
  pivotOf(row: number): number;
  featureGradientNorm(): number;
  moveWeights(mayWait: boolean): number;
  stop(): void;
}

/** The byte offset that an exported pointer holds: it is a u32, which JavaScript reads as an i32. */
export const offsetOf = ({ value }: WebAssembly.Global<"i32">): number => value >>> 0;

export type Sizes = readonly [
  trainRows: number,
  heldOutRows: number,
  arity: number,
  inputs: number,
  width: number,
  classes: number,
  moments: number,
  ridge: boolean,
  polar: boolean,
  threads: number,
  thread: number,
];

/** Which of the compiled kernels: with memory that threads share, with relaxed SIMD. */
export interface Variant {
  readonly shared: boolean;
  readonly fast: boolean;
}

function nameOf({ shared, fast }: Variant): keyof Binaries {
  if (fast) return shared ? "fastShared" : "fast";
  return shared ? "plainShared" : "plain";
}

function decode(binary: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(binary), (character) => character.charCodeAt(0));
}

/** Whether WebAssembly here has what the variant needs. */
export function validates(variant: Variant): boolean {
  return (
    typeof WebAssembly !== "undefined" && WebAssembly.validate(decode(binaries[nameOf(variant)]))
  );
}

const compiled = new Map<string, Promise<WebAssembly.Module>>();

/**
 * The compiled kernels, compiled once.
 *
 * @throws InputError if this machine's WebAssembly lacks what the variant needs, or if the page's
 *   Content-Security-Policy does not let it compile
 */
function compileKernels(variant: Variant, of = binaries): Promise<WebAssembly.Module> {
  const binary = of[nameOf(variant)];
  let module = compiled.get(binary);
  if (!module) {
    if (!validates(variant)) {
      throw new InputError(
        "WebAssembly has no SIMD here",
        "use the reference engine, or a newer browser",
      );
    }
    module = WebAssembly.compile(decode(binary)).catch(refusedByPolicy);
    compiled.set(binary, module);
  }
  return module;
}

/** Valid code that does not compile is code that the page's policy forbids. */
function refusedByPolicy(error: Error): never {
  throw new InputError(
    `WebAssembly may not be compiled here (${error.message})`,
    "add 'wasm-unsafe-eval' to script-src in the page's Content-Security-Policy",
  );
}

const page = 65536;
const mostPages = 65536;
/** One page less, so that the address after the last byte still fits 32 bits. */
const usablePages = mostPages - 1;

/** A memory of one page; `shared` for kernels that several threads run. */
export function smallestMemory(shared: boolean): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: 1, maximum: mostPages, shared });
}

/** Compiled kernels, what they export, and a memory of their own: one page, for `growTo` to enlarge. */
export interface Started<Exports> {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly kernels: Exports;
}

/** @throws InputError as `compileKernels` */
export async function startKernels<Exports>(
  variant: Variant,
  of = binaries,
): Promise<Started<Exports>> {
  const module = await compileKernels(variant, of);
  const memory = smallestMemory(variant.shared);
  const { exports } = await WebAssembly.instantiate(module, { env: { memory, abort() {} } });
  return { module, memory, kernels: exports as unknown as Exports };
}

/** @throws InputError if the memory cannot hold so many bytes */
export function growTo(memory: WebAssembly.Memory, bytes: number): void {
  const pages = Math.ceil(bytes / page);
  const asked = `this problem needs ${Math.ceil(bytes / 2 ** 20)} MB of memory`;
  if (pages > usablePages) {
    throw new InputError(
      `${asked}, and WebAssembly ends at 4096 MB`,
      "take fewer examples or a smaller width",
    );
  }
  try {
    memory.grow(Math.max(0, pages - memory.buffer.byteLength / page));
  } catch {
    throw new InputError(
      `${asked}, which was refused`,
      "free memory, or take fewer examples or a smaller width",
    );
  }
}
