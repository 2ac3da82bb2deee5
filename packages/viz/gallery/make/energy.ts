import {
  cyclic,
  type Dataset,
  dataset,
  randomStream,
  shuffle,
  task,
  uniform,
} from "@grokscape/group-datasets";
import {
  ascend,
  classifyNode,
  type EnergyLandscape,
  energyLandscape,
  featureMaximum,
} from "@grokscape/theory";
import { short, writeFixture } from "./write.ts";

const order = 17;
const group = cyclic(order);
const size = order ** 2;
/** Shares of the pairs, each with all pairs of the smaller ones. */
const shares = [1, 0.6, 0.4, 0.25, 0.12];

const shuffled = (() => {
  const pairs = Uint32Array.from({ length: size }, (_, i) => i);
  shuffle(pairs, randomStream(1, "monte-carlo"));
  return pairs;
})();

const dataOf = (share: number): Dataset =>
  dataset(task(`cyclic:${order}`), shuffled.slice(0, Math.round(share * size)).sort());

const landscapeOf = (share: number): EnergyLandscape =>
  energyLandscape(dataOf(share), { vocabulary: order, classes: order, activation: "quadratic" });

type Vector = Float64Array;
const dot = (u: Vector, v: Vector) => u.reduce((sum, value, i) => sum + value * v[i]!, 0);

function unit(v: Vector): Vector {
  const norm = Math.sqrt(dot(v, v));
  return v.map((value) => value / norm);
}

/** The vectors at right angles, the first as it is. */
function orthonormal(vectors: readonly Vector[]): Vector[] {
  const basis: Vector[] = [];
  for (const v of vectors) {
    let rest = v;
    for (const u of basis) {
      const along = dot(rest, u);
      rest = rest.map((value, i) => value - along * u[i]!);
    }
    basis.push(unit(rest));
  }
  return basis;
}

const combine = (basis: readonly Vector[], weights: readonly number[]): Vector =>
  basis[0]!.map((_, i) => basis.reduce((sum, v, k) => sum + weights[k]! * v[i]!, 0));

/** The highest maximum that random starts climb to, with the fewest pairs. */
function memorising(): Vector {
  const landscape = landscapeOf(shares.at(-1)!);
  const stream = randomStream(2, "monte-carlo");
  let best: { w: Vector; energy: number } | null = null;
  for (let start = 0; start < 200; start++) {
    const w = Float64Array.from({ length: 2 * order }, () => uniform(stream) - 0.5);
    const end = ascend(landscape, w);
    if (classifyNode(group, end.w).kind !== "memorising") continue;
    if (!best || end.energy > best.energy) best = end;
  }
  return best!.w;
}

const feature = (place: number): Vector =>
  featureMaximum(group, place, { x: [1, 0], y: [0.8, 0.6], z: [0.6, -0.8] });

const state = (w: Vector) => classifyNode(group, w).kind;

/** Energies along a circle through maxima, as pairs are taken away. */
export function makeEnergies(): void {
  const memory = memorising();
  const first = feature(1);

  const circle = orthonormal([first, memory]);
  const points = 360;
  writeFixture("slices", {
    marks: [
      { angle: 0, name: "feature" },
      {
        angle: short(
          (Math.atan2(dot(memory, circle[1]!), dot(memory, circle[0]!)) * 180) / Math.PI,
        ),
        name: "pair",
      },
      { angle: 180, name: "negative" },
    ],
    slices: shares.map((share) => {
      const landscape = landscapeOf(share);
      const at = (i: number) => {
        const angle = (2 * Math.PI * i) / points;
        return combine(circle, [Math.cos(angle), Math.sin(angle)]);
      };
      const energy = Array.from({ length: points }, (_, i) => landscape.value(at(i)));
      const peaks = energy.flatMap((value, i) => {
        const [before, after] = [energy[(i + points - 1) % points]!, energy[(i + 1) % points]!];
        return value > before && value >= after ? [{ at: i, state: state(at(i)) }] : [];
      });
      return { share, energy: energy.map((value) => Number(value.toPrecision(4))), peaks };
    }),
  });
}
