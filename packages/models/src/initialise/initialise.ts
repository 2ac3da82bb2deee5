import { randomStream, type TaskShape, uniform } from "@grokscape/group-datasets";
import { portableCosine, portableLog } from "../numerics/portable.ts";
import type { ModelSpec } from "../spec/model.ts";
import type { Tensor, Tensors } from "../tensors.ts";
import { weightLayout } from "./layout.ts";
import type { Start } from "./tensor-layout.ts";

/**
 * Initial weights, drawn from the seed's "initialise" stream in the layout's order: the same bytes
 * on every machine.
 *
 * @param seed whole number in [0, 2³²)
 * @throws InputError if the seed is no such number, or for what `weightLayout` refuses
 */
export function initialise(spec: ModelSpec, shape: TaskShape, seed: number): Tensors {
  const stream = randomStream(seed, "initialise");
  const draw = () => uniform(stream);
  const weights: Record<string, Tensor> = {};
  for (const { name, shape: dimensions, start } of weightLayout(spec, shape)) {
    const data = new Float32Array(dimensions[0] * dimensions[1]);
    for (let i = 0; i < data.length; i++) data[i] = startingValue(start, draw);
    weights[name] = { shape: dimensions, data };
  }
  return weights;
}

function startingValue(start: Start, draw: () => number): number {
  switch (start.kind) {
    case "uniform":
      return (2 * draw() - 1) * start.bound;
    case "normal":
      return normal(draw) * start.deviation;
    case "constant":
      return start.value;
  }
}

/** A standard normal number by Box and Muller, half of whose circle is enough for one. */
function normal(draw: () => number): number {
  const radius = Math.sqrt(-2 * portableLog(1 - draw()));
  return radius * portableCosine(draw());
}
