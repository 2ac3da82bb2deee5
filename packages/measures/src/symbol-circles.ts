import { InputError } from "@grokscape/group-datasets";
import type { Tensor } from "@grokscape/models";
import { gramOfRows } from "@grokscape/trainer/internal";
import { checkMatrix, checkOverflow, checkWhole } from "./check.ts";

/** How some nodes of a network have wound the symbols 0 … M − 1 of a clock around a circle. */
export interface SymbolCircles {
  /** How often it goes around: the frequency k, from 1 to M/2, that a few nodes hold more of than of any other. */
  readonly frequency: number;
  /** The nodes that hold most of it in all layers, in the order of their phases in the first. */
  readonly nodes: readonly number[];
  /** The part of k in the squares of their weights, as the mean of the layers', in [0, 1]. */
  readonly share: number;
  /** Of each layer: where each symbol stands. At 2πkg/M on the unit circle if these nodes' weights are all in k. */
  readonly circles: readonly SymbolPlaces[];
}

interface SymbolPlaces {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/**
 * Places each symbol g of a clock among the others by how alike their weights are, to the few nodes that
 * hold most of one frequency: at Σ_{h≠g} ⟨w_g, w_h⟩·e^{2πikh/M}, in units of what it would be if all of these
 * weights were in k. Its likeness to itself is left out, since with that any weights would show a circle.
 *
 * @param layers M × n each, a row for each symbol: its weights to the same n nodes. What all symbols have in
 *   common is taken off.
 * @param most how many nodes to take at most
 * @throws InputError for no layer, layers of other shapes, fewer than 3 symbols, or weights that are not
 *   finite, or so large that their products are not
 */
export function symbolCircles(layers: readonly Tensor[], most: number): SymbolCircles {
  checkLayers(layers);
  checkWhole("most", most, 1);
  const [order, width] = layers[0].shape;
  const waves = wavesOf(layers.map(centred), order, width);
  const { frequency, nodes } = strongest(waves, order, width, most);
  const grams = waves.matrices.map((matrix) => {
    const chosen = new Float64Array(order * nodes.length);
    for (let i = 0; i < chosen.length; i++) {
      chosen[i] = matrix[Math.floor(i / nodes.length) * width + nodes[i % nodes.length]];
    }
    return gramOfRows(chosen, order, nodes.length);
  });
  for (const gram of grams) checkOverflow("the products of weights", gram);
  return {
    frequency,
    nodes,
    share: grams.reduce((sum, gram) => sum + shareOf(gram, order, frequency), 0) / grams.length,
    circles: grams.map((gram) => placesOf(gram, order, frequency)),
  };
}

function checkLayers(layers: readonly Tensor[]): void {
  if (!Array.isArray(layers) || layers.length === 0) {
    throw new InputError("there are no layers", "give one or more");
  }
  const shapeOf = ({ shape }: Tensor) => shape.join(" × ");
  for (const [i, layer] of layers.entries()) {
    checkMatrix(`layer ${i}`, layer);
    if (shapeOf(layer) === shapeOf(layers[0])) continue;
    throw new InputError(`layer ${i} is ${shapeOf(layer)}`, `layer 0 is ${shapeOf(layers[0])}`);
  }
  const [order] = layers[0].shape;
  if (order < 3) throw new InputError(`a circle of ${order} symbols`, "it takes 3 or more");
}

/** Less the mean of each column. */
function centred({ shape: [rows, columns], data }: Tensor): Float64Array {
  const matrix = Float64Array.from(data);
  for (let column = 0; column < columns; column++) {
    let mean = 0;
    for (let row = 0; row < rows; row++) mean += matrix[row * columns + column] / rows;
    for (let row = 0; row < rows; row++) matrix[row * columns + column] -= mean;
  }
  return matrix;
}

/** Cosine and sine of 2πj/M. */
const angles = (order: number) =>
  Array.from({ length: order }, (_, j) => {
    const angle = (2 * Math.PI * j) / order;
    return [Math.cos(angle), Math.sin(angle)] as const;
  });

interface Waves {
  readonly matrices: readonly Float64Array[];
  /** Of a node in a layer: how much cosine and how much sine of a frequency. */
  readonly part: (layer: number, node: number, frequency: number) => readonly [number, number];
}

function wavesOf(matrices: readonly Float64Array[], order: number, width: number): Waves {
  const turns = angles(order);
  return {
    matrices,
    part(layer, node, frequency) {
      let [cosine, sine] = [0, 0];
      for (let g = 0; g < order; g++) {
        const weight = matrices[layer][g * width + node];
        const [x, y] = turns[(frequency * g) % order];
        cosine += weight * x;
        sine += weight * y;
      }
      return [cosine, sine];
    },
  };
}

/** The frequency of which a few nodes hold most, and these nodes. A node needs it in all layers that have weights. */
function strongest({ matrices, part }: Waves, order: number, width: number, most: number) {
  const nodes = Array.from({ length: width }, (_, node) => node);
  const present = [...matrices.keys()].filter((layer) => matrices[layer].some((x) => x !== 0));
  const found = Array.from({ length: Math.floor(order / 2) }, (_, i) => {
    const frequency = i + 1;
    const power = nodes.map((node) =>
      present.reduce((product, layer) => product * Math.hypot(...part(layer, node, frequency)), 1),
    );
    const first = [...nodes].sort((a, b) => power[b] - power[a]).slice(0, most);
    return { frequency, first, held: first.reduce((sum, node) => sum + power[node], 0) };
  }).reduce((best, next) => (next.held > best.held ? next : best));
  const phase = (node: number) => {
    const [cosine, sine] = part(0, node, found.frequency);
    return Math.atan2(sine, cosine);
  };
  return { frequency: found.frequency, nodes: found.first.sort((a, b) => phase(a) - phase(b)) };
}

/** With M − k, which is the same wave. */
const isAlone = (frequency: number, order: number) => 2 * frequency === order;

function shareOf(gram: Float64Array, order: number, frequency: number): number {
  const turns = angles(order);
  let [part, all] = [0, 0];
  for (let g = 0; g < order; g++) {
    all += gram[g * order + g];
    for (let h = 0; h < order; h++) {
      part += gram[g * order + h] * turns[(frequency * (order + g - h)) % order][0];
    }
  }
  const both = isAlone(frequency, order) ? 1 : 2;
  return all > 0 ? Math.min(1, Math.max(0, (both * part) / order / all)) : 0;
}

function placesOf(gram: Float64Array, order: number, frequency: number): SymbolPlaces {
  const turns = angles(order);
  const [re, im] = [new Float64Array(order), new Float64Array(order)];
  let mean = 0;
  for (let g = 0; g < order; g++) mean += gram[g * order + g] / order;
  const whole = mean * (isAlone(frequency, order) ? order - 1 : order / 2 - 1);
  if (whole === 0) return { re, im };
  for (let g = 0; g < order; g++) {
    for (let h = 0; h < order; h++) {
      if (h === g) continue;
      const likeness = gram[g * order + h] / whole;
      const [x, y] = turns[(frequency * h) % order];
      re[g] += likeness * x;
      im[g] += likeness * y;
    }
  }
  return { re, im };
}
