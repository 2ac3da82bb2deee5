import type { NamedAttrMap, NamedTensorInfoMap, Tensor, TensorInfo } from "@tensorflow/tfjs";
import type { Heap } from "./heap.ts";
import type { Tf } from "./tf.ts";

/** What TensorFlow.js hands a kernel. */
export interface KernelArguments {
  readonly inputs: NamedTensorInfoMap;
  readonly attrs: NamedAttrMap;
}

/** A kernel of ours for the wasm backend. */
export interface Kernel {
  /** The operation's name in TensorFlow.js. */
  readonly name: string;
  /** `former` is TensorFlow.js's own kernel, for whatever ours does not take. */
  run(
    tf: Tf,
    heap: Heap,
    args: KernelArguments,
    former: () => TensorInfo,
  ): TensorInfo | TensorInfo[];
  /** A small use of it and the numbers it must give, to the bit. */
  example(tf: Tf): readonly [Tensor, readonly number[]];
}

/** Runs one of the kernels that are registered. */
export function runKernel(
  tf: Tf,
  heap: Heap,
  name: string,
  inputs: NamedTensorInfoMap,
  attrs: NamedAttrMap = {},
): TensorInfo {
  const kernel = tf.getKernel(name, heap.backendName);
  return kernel.kernelFunc({ inputs, attrs, backend: heap.backend }) as TensorInfo;
}

/** @param of the operation whose gradient it is */
export function mustBeFloats(of: string, ...tensors: readonly TensorInfo[]): void {
  for (const { dtype } of tensors) {
    if (dtype !== "float32") {
      throw new Error(`the gradient of ${of}: a tensor is ${dtype}; float32 is right`);
    }
  }
}
