import { symbolCircles } from "@grokscape/measures";
import type { Tensors } from "@grokscape/models";
import { runConfig, train } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { short, writeFixture } from "./write.ts";

const order = 23;
const width = 256;
const config = runConfig({
  task: `cyclic:${order}`,
  model: { width },
  split: { fraction: 0.6 },
  optimiser: { kind: "adam", learningRate: 3e-3, weightDecay: 2e-4 },
  steps: 600,
  goal: null,
});

/** Eight nodes of the run of the site's first page, once it has understood. */
export async function makeNetwork(): Promise<void> {
  let snapshot: () => { readonly weights: Tensors };
  const run = train(config, {
    engine: wasmEngine(),
    onOpen: (session) => {
      snapshot = () => session.snapshot();
    },
  });
  let weights: Tensors = {};
  for await (const { step } of run) if (step === config.steps) weights = snapshot!().weights;
  const { W, V } = weights;
  const weight = {
    a: (g: number, node: number) => W!.data[g * width + node]!,
    b: (g: number, node: number) => W!.data[(order + g) * width + node]!,
    "a + b": (g: number, node: number) => V!.data[node * order + g]!,
  };
  const layers = Object.entries(weight).map(([name, of]) => ({
    name,
    of,
    shape: [order, width],
    data: Float64Array.from({ length: order * width }, (_, i) =>
      of(Math.floor(i / width), i % width),
    ),
  }));
  const { frequency, nodes, circles } = symbolCircles(layers, 8);
  const elements = Array.from({ length: order }, (_, g) => g);
  const [a, b, answers] = layers.map(({ name, of }, i) => ({
    name,
    weights: nodes.map((node) => elements.map((g) => short(of(g, node)))),
    places: {
      re: Array.from(circles[i]!.re, short),
      im: Array.from(circles[i]!.im, short),
    },
  }));
  writeFixture("network", {
    symbols: order,
    frequency,
    nodes: nodes.map((node) => ({
      name: `${node}`,
      hue: { place: frequency, of: (order + 1) / 2 },
    })),
    inputs: [a, b],
    answers,
  });
}
