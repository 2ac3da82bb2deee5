import type { Tensors } from "@grokscape/models";
import { roundingOf } from "../algebra/rounding.ts";
import type { GradientFilter } from "../config/config.ts";
import { unknownKind } from "../config/unknown-kind.ts";
import { type Link, zerosLike } from "./link.ts";
import { globalNorm } from "./links.ts";

/**
 * The link of a gradient filter.
 *
 * @param place among the filters of a run, so that two of a kind keep apart what they remember
 * @throws InputError for a kind that is not known
 */
export function filter(spec: GradientFilter, place: number): Link {
  switch (spec.kind) {
    case "grokfast-ema":
      return grokfastEma(spec.alpha, spec.lambda, `filter${place}.average`);
    case "grokfast-ma":
      return grokfastMa(spec.window, spec.lambda, `filter${place}.last`);
    case "orthogonal":
      return orthogonalGradient();
    case "clip":
      return clipNorm(spec.norm);
    default:
      return unknownKind("gradient filter", spec);
  }
}

/**
 * Amplifies slow gradients: average ← α·average + (1 − α)·gradient, the first gradient being the
 * first average, then gradient + λ·average (Lee et al., Grokfast-EMA, arXiv 2405.20233).
 */
export function grokfastEma(alpha: number, lambda: number, name = "grokfast-ema"): Link {
  return {
    init: (weights) => zerosLike(weights, name),
    update(updates, state, _weights, step) {
      for (const [key, { data }] of Object.entries(updates)) {
        const average = state[`${name}/${key}`].data;
        for (let i = 0; i < data.length; i++) {
          average[i] = step === 0 ? data[i] : alpha * average[i] + (1 - alpha) * data[i];
          data[i] += lambda * average[i];
        }
      }
    },
  };
}

/**
 * Adds λ·(mean of the last `window` gradients, this one among them), from the step on at which there
 * are so many (Lee et al., Grokfast-MA, arXiv 2405.20233).
 */
export function grokfastMa(window: number, lambda: number, name = "grokfast-ma"): Link {
  return {
    init: (weights) => zerosLike(weights, name, window),
    update(updates, state, _weights, step) {
      for (const [key, { data }] of Object.entries(updates)) {
        const last = state[`${name}/${key}`].data;
        last.set(data, (step % window) * data.length);
        if (step < window - 1) continue;
        for (let i = 0; i < data.length; i++) {
          let sum = 0;
          for (let at = i; at < last.length; at += data.length) sum += last[at];
          data[i] += (lambda * sum) / window;
        }
      }
    },
  };
}

/**
 * Takes from each tensor's gradient its part along the weights, and gives the rest the gradient's
 * norm: ⊥Grad, which keeps logits from growing without learning (Prieto et al., arXiv 2501.04697).
 * Of a gradient that lies along the weights, to rounding, nothing is left.
 */
export function orthogonalGradient(): Link {
  return {
    init: () => ({}),
    update(updates, _state, weights) {
      for (const [name, { data }] of Object.entries(updates)) {
        const w = weights[name].data;
        let [ww, wg, gg] = [0, 0, 0];
        for (let i = 0; i < data.length; i++) {
          ww += w[i] * w[i];
          wg += w[i] * data[i];
          gg += data[i] * data[i];
        }
        const along = ww > 0 ? wg / ww : 0;
        let rest = 0;
        for (let i = 0; i < data.length; i++) {
          const across = data[i] - along * w[i];
          rest += across * across;
        }
        const rounding = roundingOf(data);
        const isAlong = rest <= data.length * rounding * rounding * gg;
        const scale = isAlong ? 0 : Math.sqrt(gg / rest);
        for (let i = 0; i < data.length; i++) data[i] = scale * (data[i] - along * w[i]);
      }
    },
  };
}

/**
 * Scales all gradients together by min(1, norm/(‖gradients‖ + 1e-6)), as PyTorch does (Pascanu et al.,
 * arXiv 1211.5063).
 */
export function clipNorm(norm: number): Link {
  return {
    init: () => ({}),
    update(updates: Tensors) {
      const scale = norm / (globalNorm(updates) + 1e-6);
      if (!(scale < 1)) return;
      for (const { data } of Object.values(updates)) {
        for (let i = 0; i < data.length; i++) data[i] *= scale;
      }
    },
  };
}
