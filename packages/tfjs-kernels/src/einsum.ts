import type { GradConfig, NamedAttrMap, Tensor, TensorInfo } from "@tensorflow/tfjs";
import type { Heap } from "./heap.ts";
import { type Kernel, runKernel } from "./kernel.ts";
import { multiply } from "./mat-mul.ts";
import type { Tf } from "./tf.ts";

/** An equation's two sides, for given shapes: the labels of each tensor's axes, and those of the result. */
interface Equation {
  readonly terms: readonly (readonly string[])[];
  readonly result: readonly string[];
  /** The tensors' shapes, without the axes of length 1 that "…" stretches. */
  readonly shapes: readonly (readonly number[])[];
}

type Shape = readonly number[];

/** Labels of the axes that "..." stands for, counted from the last. No equation can contain them. */
const nameless = (count: number) =>
  Array.from({ length: count }, (_, i) => String.fromCharCode(0x2460 + count - 1 - i));

/** @throws Error for an equation that is none, or not one of such tensors */
function parse(equation: string, shapes: readonly Shape[]): Equation {
  const refuse = (why: string): never => {
    throw new Error(
      `einsum: ${equation} for ${shapes.map((shape) => `[${shape}]`).join(" and ")}: ${why}`,
    );
  };
  const sides = equation.replace(/\s/g, "").split("->");
  if (sides.length !== 2) refuse('an equation has one "->"');
  const inputs = sides[0].split(",");
  if (inputs.length !== shapes.length) {
    refuse(`it is of ${inputs.length} tensors, given were ${shapes.length}`);
  }
  const rank = (term: string, of: Shape) => of.length - [...term.replace("...", "")].length;
  const most = Math.max(
    ...inputs.map((term, i) => (term.includes("...") ? rank(term, shapes[i]) : 0)),
  );
  const labelled = (term: string, count: number) => {
    const [before, after] = term.split("...");
    const labels = after === undefined ? [...term] : [...before, ...nameless(count), ...after];
    if (labels.includes(".")) refuse('"..." stands once in a term');
    if (new Set(labels).size < labels.length) refuse("a term has a label twice");
    return labels;
  };
  const terms = inputs.map((term, i) => {
    const left = rank(term, shapes[i]);
    if (term.includes("...") ? left < 0 : left !== 0) refuse("one label an axis is right");
    return labelled(term, left);
  });
  const lengths = new Map<string, number>();
  for (const [i, term] of terms.entries()) {
    for (const [axis, label] of term.entries()) {
      const [length, known = 1] = [shapes[i][axis], lengths.get(label)];
      const stretches = nameless(most).includes(label) && (length === 1 || known === 1);
      if (lengths.has(label) && length !== known && !stretches) {
        refuse(`axes of ${known} and ${length} have one label`);
      }
      lengths.set(label, stretches ? Math.max(length, known) : length);
    }
  }
  const result = labelled(sides[1], most);
  const unknown = result.find((label) => !lengths.has(label));
  if (unknown) refuse(`${unknown} is in no term`);
  if (most > 0 && !sides[1].includes("...")) refuse('the result has no "..."');
  const isSeen = (i: number) => (label: string, axis: number) =>
    shapes[i][axis] === lengths.get(label);
  return {
    terms: terms.map((term, i) => term.filter(isSeen(i))),
    result,
    shapes: shapes.map((shape, i) => shape.filter((_, axis) => isSeen(i)(terms[i][axis], axis))),
  };
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
  { terms, result, shapes }: Equation,
): TensorInfo {
  const made: TensorInfo[] = [];
  const run = (name: string, inputs: Record<string, TensorInfo>, attrs = {}) => {
    const info = runKernel(tf, heap, name, inputs, attrs);
    made.push(info);
    return info;
  };

  /** Sums over all axes but those with these labels. */
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

  /** The product of two, in which labels that are not kept are summed. */
  function pair(a: Labelled, b: Labelled, kept: readonly string[]): Labelled {
    const shared = a.labels.filter((label) => b.labels.includes(label));
    const batch = shared.filter((label) => kept.includes(label));
    const summed = shared.filter((label) => !kept.includes(label));
    const ofA = a.labels.filter((label) => !shared.includes(label));
    const ofB = b.labels.filter((label) => !shared.includes(label));
    if (ofA.length === 0 && ofB.length === 0) {
      const product = run("Multiply", { a: a.info, b: order(b, a.labels) });
      return sumOthers({ info: product, labels: a.labels }, kept);
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
    const transposed = [left.transposed, right.transposed] as const;
    const info = multiply(tf, heap, left.info, right.info, shape, ...transposed);
    made.push(info);
    const labels = [...batch, ...ofA, ...ofB];
    return { info: { ...info, shape: lengths(labels) }, labels };
  }

  const wanted = (...places: readonly number[]) => [
    ...result,
    ...places.flatMap((place) => terms[place]),
  ];
  const places = [...tensors.keys()];
  const operands = tensors.map((info, i) =>
    sumOthers(
      { info: { ...info, shape: [...shapes[i]] }, labels: terms[i] },
      wanted(...places.filter((place) => place !== i)),
    ),
  );
  const all = operands.reduce((a, b, i) => pair(a, b, wanted(...places.slice(i + 1))));
  const out = order(all, result);
  for (const { dataId } of made) if (dataId !== out.dataId) heap.backend.disposeData(dataId);
  if (tensors.some(({ dataId }) => dataId === out.dataId)) heap.backend.incRef(out.dataId);
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
    const shapes = tensors.map(({ shape }) => shape);
    return contract(tf, heap, tensors, parse(equation, shapes));
  },
  example: (tf) => [
    tf.einsum("ij,kj->ki", tf.tensor2d([1, 2, 3, 4], [2, 2]), tf.tensor2d([1, -1], [1, 2])),
    [-1, -1],
  ],
};

/**
 * The gradient that TensorFlow.js has on no backend: of each tensor, the einsum of what comes back
 * with the other tensors, spread over the axes that were summed alone.
 */
export const einsumGradient = (tf: Tf): GradConfig => ({
  kernelName: "Einsum",
  saveAllInputs: true,
  gradFunc(dy: Tensor | Tensor[], saved: Tensor[], attrs: NamedAttrMap) {
    const { equation } = attrs as { equation: string };
    const { terms, result, shapes } = parse(
      equation,
      saved.map(({ shape }) => shape),
    );
    const gradient = (x: Tensor, i: number): Tensor => {
      const others = [...saved.keys()].filter((place) => place !== i);
      const sources = [result, ...others.map((place) => terms[place])];
      const known = terms[i].filter((label) => sources.some((labels) => labels.includes(label)));
      const sum = tf.einsum(
        `${sources.map((labels) => labels.join("")).join(",")}->${known.join("")}`,
        dy as Tensor,
        ...others.map((place) => tf.reshape(saved[place], [...shapes[place]])),
      );
      const kept = terms[i].map((label, axis) => (known.includes(label) ? shapes[i][axis] : 1));
      return tf.reshape(tf.broadcastTo(tf.reshape(sum, kept), [...shapes[i]]), x.shape);
    };
    return saved.map((x, i) => () => gradient(x, i)) as never;
  },
});
