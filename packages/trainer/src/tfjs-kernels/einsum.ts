import type { GradConfig, NamedAttrMap, Tensor, TensorInfo } from "@tensorflow/tfjs";
import type { Heap } from "./heap.ts";
import { multiply } from "./mat-mul.ts";
import { type Kernel, runKernel, type Tf } from "./tf.ts";

/** An equation's two sides: the labels of each tensor's axes, and those of the result. */
interface Equation {
  readonly terms: readonly (readonly string[])[];
  readonly result: readonly string[];
}

function parse(equation: string): Equation {
  const [left, right] = equation.replace(/\s/g, "").split("->");
  return { terms: left.split(",").map((term) => [...term]), result: [...right] };
}

/** A tensor whose axes have names. */
interface Labelled {
  readonly info: TensorInfo;
  readonly labels: readonly string[];
}

const same = (a: readonly string[], b: readonly string[]) => a.join() === b.join();

function contract(
  tf: Tf,
  heap: Heap,
  tensors: readonly TensorInfo[],
  equation: string,
): TensorInfo {
  const { terms, result } = parse(equation);
  const made: TensorInfo[] = [];
  const run = (name: string, inputs: Record<string, TensorInfo>, attrs = {}) => {
    const info = runKernel(tf, heap, name, inputs, attrs);
    made.push(info);
    return info;
  };

  /** Adds up what neither the result nor the other tensor names. */
  function sumOthers({ info, labels }: Labelled, kept: readonly string[]): Labelled {
    const axis = [...labels.keys()].filter((i) => !kept.includes(labels[i]));
    if (axis.length === 0) return { info, labels };
    return {
      info: run("Sum", { x: info }, { axis, keepDims: false }),
      labels: labels.filter((label) => kept.includes(label)),
    };
  }

  function order({ info, labels }: Labelled, wanted: readonly string[]): TensorInfo {
    if (same(labels, wanted)) return info;
    return run("Transpose", { x: info }, { perm: wanted.map((label) => labels.indexOf(label)) });
  }

  function pair(a: Labelled, b: Labelled): Labelled {
    const shared = a.labels.filter((label) => b.labels.includes(label));
    const batch = shared.filter((label) => result.includes(label));
    const summed = shared.filter((label) => !result.includes(label));
    const ofA = a.labels.filter((label) => !shared.includes(label));
    const ofB = b.labels.filter((label) => !shared.includes(label));
    if (ofA.length === 0 && ofB.length === 0) {
      const product = run("Multiply", { a: a.info, b: order(b, a.labels) });
      return sumOthers({ info: product, labels: a.labels }, result);
    }
    const sizes = new Map<string, number>();
    for (const { info, labels } of [a, b]) {
      for (const [i, label] of labels.entries()) sizes.set(label, info.shape[i]);
    }
    const lengths = (labels: readonly string[]) => labels.map((label) => sizes.get(label) ?? 1);
    const total = (labels: readonly string[]) => tf.util.sizeFromShape(lengths(labels));
    const matrices = (tensor: Labelled, rows: readonly string[], columns: readonly string[]) => {
      const transposed = same(tensor.labels, [...batch, ...columns, ...rows]);
      const info = transposed ? tensor.info : order(tensor, [...batch, ...rows, ...columns]);
      const sides = [total(rows), total(columns)];
      const shape = [total(batch), ...(transposed ? sides.reverse() : sides)];
      return { info: { ...info, shape }, transposed };
    };
    const left = matrices(a, ofA, summed);
    const right = matrices(b, summed, ofB);
    const [m, n, k] = [total(ofA), total(ofB), total(summed)];
    const shape = { batch: [total(batch)], m, n, k };
    const info = multiply(
      tf,
      heap,
      left.info,
      right.info,
      shape,
      left.transposed,
      right.transposed,
    );
    made.push(info);
    const labels = [...batch, ...ofA, ...ofB];
    return { info: { ...info, shape: lengths(labels) }, labels };
  }

  const [a, b] = tensors.map((info, i) => {
    const others = terms[1 - i] ?? [];
    return sumOthers({ info, labels: terms[i] }, [...result, ...others]);
  });
  const out = order(b ? pair(a, b) : a, result);
  for (const { dataId } of made) if (dataId !== out.dataId) heap.backend.disposeData(dataId);
  if (tensors.includes(out)) heap.backend.incRef(out.dataId);
  return { ...out };
}

export const einsum: Kernel = {
  name: "Einsum",
  run(tf, heap, { inputs, attrs }) {
    const tensors = Object.values(inputs) as TensorInfo[];
    const { equation } = attrs as { equation: string };
    const other = tensors.find(({ dtype }) => dtype !== "float32");
    if (other)
      throw new Error(`einsum: a tensor is ${other.dtype}; float32 is right on this backend`);
    const decoded = tf.backend_util.decodeEinsumEquation(equation, tensors.length);
    const { terms, result } = parse(equation);
    const misfit = tensors.findIndex(({ shape }, i) => shape.length !== terms[i]?.length);
    if (new Set(result).size !== result.length || misfit !== -1) {
      throw new Error(
        `einsum: ${equation} for ${tensors.map(({ shape }) => `[${shape}]`).join(" and ")}; one label an axis, each once in the result, is right`,
      );
    }
    const { allDims, idDims } = decoded;
    tf.backend_util.checkEinsumDimSizes(allDims.length, idDims, tensors as Tensor[]);
    return contract(tf, heap, tensors, equation);
  },
  example: (tf) => [
    tf.einsum("ij,kj->ki", tf.tensor2d([1, 2, 3, 4], [2, 2]), tf.tensor2d([1, -1], [1, 2])),
    [-1, -1],
  ],
};

/**
 * The gradient that TensorFlow.js has on no backend: of each tensor, the einsum of what comes back
 * with the other tensor, spread over the axes that were summed alone.
 */
export const einsumGradient = (tf: Tf): GradConfig => ({
  kernelName: "Einsum",
  saveAllInputs: true,
  gradFunc(dy: Tensor | Tensor[], saved: Tensor[], attrs: NamedAttrMap) {
    const { terms, result } = parse((attrs as { equation: string }).equation);
    const gradient = (x: Tensor, own: readonly string[], i: number): Tensor => {
      const other = terms[1 - i];
      const known = own.filter((label) => result.includes(label) || other?.includes(label));
      const from = [result, ...(other ? [other] : [])].map((labels) => labels.join(""));
      const tensors = [dy as Tensor, ...(other ? [saved[1 - i]] : [])];
      const sum = tf.einsum(`${from.join(",")}->${known.join("")}`, ...tensors);
      if (known.length === own.length) return sum;
      const stretched = own.map((label, axis) => (known.includes(label) ? x.shape[axis] : 1));
      return tf.broadcastTo(tf.reshape(sum, stretched), x.shape);
    };
    return saved.map((x, i) => () => gradient(x, terms[i], i)) as never;
  },
});
