import { namesOfRole, type Tensors, type WeightLayout } from "@grokscape/models";
import { exactPolar, newtonSchulz } from "../algebra/polar.ts";
import type { OptimiserSpec } from "../config/config.ts";
import { chain, type Link, together, zerosLike } from "./link.ts";
import { addWeightDecay, scaleBy, scaleByAdam } from "./links.ts";

/**
 * Muon for the hidden matrices, Adam with L2 decay for the rest; the settings say where it is from. Real
 * and imaginary parts count as matrices of their own.
 */
export function muon(
  spec: OptimiserSpec<"muon">,
  layout: readonly Pick<WeightLayout, "name" | "role">[],
): Link {
  const hidden = new Set(namesOfRole(layout, "hidden"));
  return byName(
    (name) => hidden.has(name),
    chain(
      averageMomentum(spec.momentum, spec.nesterov),
      orthogonalise(spec.polar),
      addWeightDecay(spec.weightDecay),
      scaleBy(spec.learningRate),
    ),
    chain(
      addWeightDecay(spec.weightDecay),
      scaleByAdam(spec.beta1, spec.beta2, spec.epsilon),
      scaleBy(spec.learningRate),
    ),
  );
}

/** One link for the tensors whose name is chosen, another for the rest. */
export function byName(isChosen: (name: string) => boolean, chosen: Link, rest: Link): Link {
  const parts = (tensors: Tensors): [Tensors, Tensors] => {
    const entries = Object.entries(tensors);
    return [
      Object.fromEntries(entries.filter(([name]) => isChosen(name))),
      Object.fromEntries(entries.filter(([name]) => !isChosen(name))),
    ];
  };
  return {
    init(weights) {
      const [chosenWeights, restWeights] = parts(weights);
      return together([chosen.init(chosenWeights), rest.init(restWeights)]);
    },
    update(updates, state, weights, step) {
      const [chosenUpdates, restUpdates] = parts(updates);
      const [chosenWeights, restWeights] = parts(weights);
      chosen.update(chosenUpdates, state, chosenWeights, step);
      rest.update(restUpdates, state, restWeights, step);
    },
  };
}

/**
 * Momentum as a moving average: buffer ← μ·buffer + (1 − μ)·update, and the update becomes the
 * buffer, or with Nesterov's look ahead (1 − μ)·update + μ·buffer.
 */
export function averageMomentum(mu: number, nesterov: boolean): Link {
  return {
    init: (weights) => zerosLike(weights, "muon"),
    update(updates, state) {
      for (const [name, { data }] of Object.entries(updates)) {
        const buffer = state[`muon/${name}`].data;
        for (let i = 0; i < data.length; i++) {
          buffer[i] = mu * buffer[i] + (1 - mu) * data[i];
          data[i] = nesterov ? (1 - mu) * data[i] + mu * buffer[i] : buffer[i];
        }
      }
    },
  };
}

/** Each matrix's polar factor in its place, times √max(1, columns/rows) (fan-out over fan-in). */
export function orthogonalise(polar: OptimiserSpec<"muon">["polar"]): Link {
  const factorOf = polar === "exact" ? exactPolar : newtonSchulz;
  return {
    init: () => ({}),
    update(updates) {
      for (const { shape, data } of Object.values(updates)) {
        const [rows, columns] = shape;
        const scale = Math.sqrt(Math.max(1, columns / rows));
        const factor = factorOf({ rows, columns, data });
        for (let i = 0; i < data.length; i++) data[i] = scale * factor[i];
      }
    },
  };
}
