import type { WeightLayout } from "@grokscape/models";
import type { OptimiserSpec } from "../config/config.ts";
import { unknownKind } from "../config/unknown-kind.ts";
import { chain, type Link } from "./link.ts";
import { addWeightDecay, momentum, scaleBy, scaleByAdam } from "./links.ts";
import { muon } from "./muon.ts";

/**
 * The chain of links that a spec names.
 *
 * @param layout of the network, as `weightLayout` gives it: Muon moves the hidden matrices in its way
 * @throws InputError for a kind that is not known
 */
export function optimiser(
  spec: OptimiserSpec,
  layout: readonly Pick<WeightLayout, "name" | "role">[],
): Link {
  switch (spec.kind) {
    case "sgd":
      return chain(
        addWeightDecay(spec.weightDecay),
        momentum(spec.momentum, spec.nesterov),
        scaleBy(spec.learningRate),
      );
    case "adam":
      return chain(
        addWeightDecay(spec.weightDecay),
        scaleByAdam(spec.beta1, spec.beta2, spec.epsilon),
        scaleBy(spec.learningRate),
      );
    case "adamw":
      return chain(
        scaleByAdam(spec.beta1, spec.beta2, spec.epsilon),
        addWeightDecay(spec.weightDecay),
        scaleBy(spec.learningRate),
      );
    case "muon":
      return muon(spec, layout);
    default:
      return unknownKind("optimiser", spec);
  }
}
