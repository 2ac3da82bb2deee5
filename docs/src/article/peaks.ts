import { cyclic, dataset, groupTask, split } from "@grokscape/group-datasets";
import {
  ascend,
  classifyNode,
  cyclicFeature,
  type EnergyLandscape,
  energyLandscape,
} from "@grokscape/theory";
import { type Ridge, turn } from "./ridge.ts";

const order = 23;
const group = cyclic(order);
const task = groupTask("cyclic:23", group);
const climb = { tolerance: 1e-4, maximumSteps: 2000 };
/** From how many single examples nodes climb. */
const starts = 20;

/** A place on the sphere of weights. */
interface Place {
  readonly w: Float64Array;
  readonly energy: number;
  /** False if no peak of this kind was found: then this is where the climb began. */
  readonly peak: boolean;
}

/** A great circle through both peaks, and the energy along it. */
export interface CrossSection {
  readonly memorising: Place;
  readonly generalising: Place;
  /** Degrees from the first to the second. */
  readonly apart: number;
  /** At equal angles of half the circle, as w and −w are one node; the first peak lies at `start`. */
  readonly energies: readonly number[];
}

/** Where the memorising peak lies, in degrees, and at how many places the energy is computed. */
const start = 45;
const places = 120;

/** The energy of one hidden node for addition modulo 23, with that share of the table shown. */
export function crossSection(share: number): CrossSection {
  const { train } = split(task, { fraction: share, seed: 1 });
  const landscape = energyLandscape(dataset(task, train), {
    vocabulary: order,
    classes: order,
    activation: "quadratic",
  });
  const memorising = highest(landscape, examples(train), false);
  const generalising = highest(landscape, waves(), true);
  return { memorising, generalising, ...circle(landscape, memorising.w, generalising.w) };
}

/** The same as a page needs it, to four decimals. */
export function ridge(share: number): Ridge {
  const { memorising, generalising, apart, energies } = crossSection(share);
  const rounded = (value: number) => Number(value.toFixed(4));
  const summit = ({ energy, peak }: Place, angle: number) => ({
    energy: rounded(energy),
    angle: rounded(angle),
    peak,
  });
  return {
    share,
    memorising: summit(memorising, start),
    generalising: summit(generalising, start + apart),
    energies: energies.map(rounded),
  };
}

/** The highest peak of a kind that is reached from any of the starts; the first start if none is. */
function highest(
  landscape: EnergyLandscape,
  from: readonly Float64Array[],
  generalising: boolean,
): Place {
  const [first] = from as [Float64Array];
  let best: Place = { w: first, energy: landscape.value(first), peak: false };
  for (const start of from) {
    const { w, energy } = ascend(landscape, start, climb);
    if ((classifyNode(group, w).kind === "generalising") !== generalising) continue;
    if (!best.peak || energy > best.energy) best = { w, energy, peak: true };
  }
  return best;
}

/** Nodes that answer to one example each, spread over all that are shown. */
function examples(train: Uint32Array): Float64Array[] {
  const apart = Math.ceil(train.length / starts);
  return Array.from(train)
    .filter((_, i) => i % apart === 0)
    .map((index) => {
      const [a, b] = task.example(index).operands as [number, number];
      const w = new Float64Array(2 * order);
      w[a] = w[order + b] = Math.SQRT1_2;
      return w;
    });
}

/** A node of each frequency. */
const waves = (): Float64Array[] =>
  Array.from({ length: (order - 1) / 2 }, (_, i) => cyclicFeature(order, i + 1));

function circle(landscape: EnergyLandscape, from: Float64Array, to: Float64Array) {
  const dot = from.reduce((sum, value, i) => sum + value * to[i]!, 0);
  const sign = dot < 0 ? -1 : 1; // w and −w are one node: it squares
  const angle = Math.acos(Math.min(1, Math.abs(dot)));
  const across = to.map((value, i) => (sign * value - Math.abs(dot) * from[i]!) / Math.sin(angle));
  const degrees = Math.PI / 180;
  const energies = Array.from({ length: places }, (_, i) => {
    const turned = ((turn * i) / places - start) * degrees;
    const [along, aside] = [Math.cos(turned), Math.sin(turned)];
    return landscape.value(from.map((v, j) => along * v + aside * across[j]!));
  });
  return { apart: angle / degrees, energies };
}
