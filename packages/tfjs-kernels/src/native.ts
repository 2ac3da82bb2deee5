import { kernels } from "./gen/kernels.ts";
import { Unsuitable } from "./unsuitable.ts";

/** What the compiled kernels export; assembly/ says what each does. Pointers are byte offsets. */
export interface Native {
  readonly scratchBytes: WebAssembly.Global;
  matMul(
    a: number,
    transposeA: boolean,
    b: number,
    transposeB: boolean,
    c: number,
    m: number,
    n: number,
    k: number,
    bias: number,
    scratch: number,
  ): void;
  reduce(
    x: number,
    out: number,
    outer: number,
    terms: number,
    inner: number,
    divisor: number,
    scratch: number,
  ): void;
  /** 1 or 0. */
  within(indices: number, count: number, size: number): number;
  gather(
    x: number,
    indices: number,
    out: number,
    batch: number,
    outer: number,
    size: number,
    count: number,
    bytes: number,
  ): void;
  segmentSum(
    x: number,
    ids: number,
    out: number,
    count: number,
    width: number,
    segments: number,
    integers: boolean,
  ): void;
  square(x: number, out: number, count: number): void;
}

let compiled: Promise<WebAssembly.Module> | undefined;

/**
 * The kernels on somebody's memory.
 *
 * @throws Unsuitable if WebAssembly here has no SIMD
 */
export async function instantiate(memory: WebAssembly.Memory): Promise<Native> {
  const bytes = Uint8Array.from(atob(kernels), (character) => character.charCodeAt(0));
  if (!WebAssembly.validate(bytes)) throw new Unsuitable("WebAssembly has no SIMD here");
  compiled ??= WebAssembly.compile(bytes);
  const { exports } = await WebAssembly.instantiate(await compiled, { env: { memory } });
  return exports as unknown as Native;
}
