import { installTfjsKernels, type TfjsKernels } from "@grokscape/tfjs-kernels";
import * as tf from "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { onTestFinished } from "vitest";

/** Sets TensorFlow.js's wasm backend; in Node it finds its own file. */
export async function startWasm(file?: string): Promise<void> {
  if (file) {
    setWasmPaths({
      "tfjs-backend-wasm.wasm": file,
      "tfjs-backend-wasm-simd.wasm": file,
      "tfjs-backend-wasm-threaded-simd.wasm": file,
    });
  }
  await tf.setBackend("wasm");
}

/** Our kernels until the test is over. */
export async function installForTest(): Promise<TfjsKernels> {
  const kernels = await installTfjsKernels();
  onTestFinished(kernels.restore);
  return kernels;
}

/** The numbers of a tensor, which is freed with all that was made on the way. */
export function numbers(make: () => tf.Tensor): number[] {
  let values: number[] = [];
  tf.tidy(() => {
    values = [...make().dataSync()];
  });
  return values;
}

/** What `make` gives on the backend in use, and on TensorFlow.js's plain cpu backend. */
export async function onBoth(
  make: () => tf.Tensor,
): Promise<{ ours: number[]; cpu: number[]; shapes: [number[], number[]] }> {
  const shapes: number[][] = [];
  const noted = () => {
    const tensor = make();
    shapes.push(tensor.shape);
    return tensor;
  };
  const ours = numbers(noted);
  await tf.setBackend("cpu");
  try {
    const cpu = numbers(noted);
    return { ours, cpu, shapes: shapes as [number[], number[]] };
  } finally {
    await tf.setBackend("wasm");
  }
}

export const sizeOf = (shape: readonly number[]): number =>
  shape.reduce((size, length) => size * length, 1);

let state = 1;

/** Numbers in [-1, 1), other ones with each call. */
export function random(count: number): Float32Array {
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}
