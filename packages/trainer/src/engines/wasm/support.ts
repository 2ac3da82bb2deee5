import { validates } from "./kernels.ts";

/** What this place offers to the wasm engine. */
export interface WasmSupport {
  /** Without it the engine refuses to open; the reference and tfjs engines are left. */
  readonly simd: boolean;
  /** Whether `fast` makes a difference. */
  readonly relaxedSimd: boolean;
  /** Whether a run may have more than one thread. */
  readonly threads: boolean;
}

/** Whether memory may be shared here: in Node always, in a page only if it is cross-origin isolated. */
export const canShareMemory = (): boolean =>
  typeof SharedArrayBuffer !== "undefined" &&
  (globalThis.crossOriginIsolated ?? globalThis.process !== undefined);

/** Detects, without starting anything, what this place offers to the wasm engine. */
export function wasmSupport(): WasmSupport {
  const simd = validates({ shared: false, fast: false });
  return {
    simd,
    relaxedSimd: simd && validates({ shared: false, fast: true }),
    threads: simd && canShareMemory(),
  };
}
