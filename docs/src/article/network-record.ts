import type { FiniteGroup } from "@grokscape/group-datasets";
import { symbolCircles } from "@grokscape/measures";
import type { Tensors } from "@grokscape/models";
import type { NetworkRecord, SymbolLayer } from "@grokscape/viz";
import { isClock } from "./cosine.ts";
import { nodeStates } from "./node-states.ts";
import { type NodeWave, sideOf, symbolWaves } from "./node-waves.ts";

/** How many nodes are drawn. */
const most = 8;

/** Of each node its weights to the symbols, or to the answers. */
type Layer = readonly NodeWave[];

/**
 * What is drawn of a network: of a clock the nodes of its strongest frequency, else the loudest; the answers
 * only where they are next to the nodes. A transformer's nodes are not next to the symbols: none is drawn.
 *
 * @param answers what the answers are called
 */
export function networkRecord(
  weights: Tensors,
  group: FiniteGroup,
  answers: string,
): NetworkRecord {
  const { order } = group;
  if (sideOf(weights) === "answers") return { symbols: order, nodes: [], inputs: [] };
  const waves = symbolWaves(weights, order);
  const inputs = Array.from({ length: Math.floor(waves[0]!.length / order) }, (_, i): Layer => {
    return waves.map((wave) => wave.subarray(i * order, (i + 1) * order));
  });
  const isNext = !("H1" in weights) && weights.V!.shape[1] === order;
  const layers = [...inputs, ...(isNext ? [rowsOf(weights.V!)] : [])];
  const wound = isClock(group) ? symbolCircles(layers.map(asTensor), most) : undefined;
  const nodes = wound?.nodes ?? loudest(layers);
  const drawn = layers.map((layer, i): SymbolLayer => {
    const name = i < inputs.length ? String.fromCharCode("a".charCodeAt(0) + i) : answers;
    const shown = nodes.map((node) => layer[node]!);
    return { name, weights: shown, ...(wound && { places: wound.circles[i]! }) };
  });
  const { of, states } = nodeStates(
    group,
    nodes.map((node) => waves[node]!.subarray(0, 2 * order)),
  );
  return {
    symbols: order,
    nodes: states.map(({ irrep }, i) => ({
      name: String(nodes[i]! + 1),
      ...(irrep !== null && { hue: { place: irrep, of } }),
    })),
    inputs: drawn.slice(0, inputs.length),
    ...(isNext && { answers: drawn.at(-1)! }),
    ...(wound && { frequency: wound.frequency }),
  };
}

const rowsOf = ({ shape, data }: Tensors[string]): Layer =>
  Array.from({ length: shape[0]! }, (_, row) =>
    Float64Array.from(data.subarray(row * shape[1]!, (row + 1) * shape[1]!)),
  );

/** A row for each symbol. */
function asTensor(layer: Layer): Tensors[string] {
  const order = layer[0]!.length;
  const data = Float64Array.from(
    { length: order * layer.length },
    (_, i) => layer[i % layer.length]![Math.floor(i / layer.length)]!,
  );
  return { shape: [order, layer.length], data };
}

function loudest(layers: readonly Layer[]): number[] {
  const power = layers[0]!.map((_, node) =>
    layers.reduce((product, layer) => product * Math.hypot(...layer[node]!), 1),
  );
  return [...power.keys()].sort((a, b) => power[b]! - power[a]!).slice(0, most);
}
