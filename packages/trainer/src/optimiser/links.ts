import { portablePower, type Tensors } from "@grokscape/models";
import { type Link, zerosLike } from "./link.ts";

const stateless = () => ({});

/** Calls `visit` with each tensor's name, its update and its weights. */
function forEachWeight(
  updates: Tensors,
  weights: Tensors,
  visit: (name: string, update: Tensors[string]["data"], weight: Tensors[string]["data"]) => void,
): void {
  for (const name of Object.keys(updates)) visit(name, updates[name].data, weights[name].data);
}

/** Multiplies the update, such as by the learning rate; by a factor of its own at each step. */
export function scaleBy(factor: number | ((step: number) => number)): Link {
  return {
    init: stateless,
    update(updates, _state, _weights, step) {
      const by = typeof factor === "number" ? factor : factor(step);
      if (by === 1) return;
      for (const { data } of Object.values(updates)) {
        for (let i = 0; i < data.length; i++) data[i] *= by;
      }
    },
  };
}

/**
 * Adds λ·w to the update. Before the moments it is L2 regularisation (Adam, SGD); after them it is
 * decoupled weight decay (AdamW, Loshchilov & Hutter, arXiv 1711.05101).
 */
export function addWeightDecay(lambda: number): Link {
  return {
    init: stateless,
    update(updates, _state, weights) {
      if (lambda === 0) return;
      forEachWeight(updates, weights, (_name, update, weight) => {
        for (let i = 0; i < update.length; i++) update[i] += lambda * weight[i];
      });
    },
  };
}

/**
 * Heavy-ball momentum as PyTorch defines it: buffer ← μ·buffer + update, and the update becomes the
 * buffer, or with Nesterov's look ahead update + μ·buffer.
 */
export function momentum(mu: number, nesterov = false): Link {
  if (mu === 0) return { init: stateless, update() {} };
  return {
    init: (weights) => zerosLike(weights, "momentum"),
    update(updates, state, weights) {
      forEachWeight(updates, weights, (name, update) => {
        const buffer = state[`momentum/${name}`].data;
        for (let i = 0; i < update.length; i++) {
          buffer[i] = mu * buffer[i] + update[i];
          update[i] = nesterov ? update[i] + mu * buffer[i] : buffer[i];
        }
      });
    },
  };
}

/** Adam's rescaling m̂/(√v̂ + ε), with bias correction (Kingma & Ba, arXiv 1412.6980). */
export function scaleByAdam(beta1: number, beta2: number, epsilon: number): Link {
  return {
    init: (weights) => ({
      ...zerosLike(weights, "adam.first"),
      ...zerosLike(weights, "adam.second"),
    }),
    update(updates, state, weights, step) {
      const correction1 = 1 / (1 - portablePower(beta1, step + 1));
      const correction2 = 1 / (1 - portablePower(beta2, step + 1));
      forEachWeight(updates, weights, (name, update) => {
        const first = state[`adam.first/${name}`].data;
        const second = state[`adam.second/${name}`].data;
        for (let i = 0; i < update.length; i++) {
          const g = update[i];
          const m = beta1 * first[i] + (1 - beta1) * g;
          const v = beta2 * second[i] + (1 - beta2) * g * g;
          first[i] = m;
          second[i] = v;
          update[i] = (m * correction1) / (Math.sqrt(v * correction2) + epsilon);
        }
      });
    },
  };
}

/**
 * After the update the weights' norm, over all tensors together, is `factor` times the one they
 * started with.
 */
export function clampNorm(factor: number): Link {
  return {
    init(weights) {
      const [{ data }] = Object.values(weights);
      const Values = data.constructor as Float32ArrayConstructor | Float64ArrayConstructor;
      return { "clamp.norm": { shape: [1], data: Values.of(factor * globalNorm(weights)) } };
    },
    update(updates, state, weights) {
      let squares = 0;
      forEachWeight(updates, weights, (_name, update, weight) => {
        for (let i = 0; i < update.length; i++) {
          const moved = weight[i] - update[i];
          squares += moved * moved;
        }
      });
      const scale = state["clamp.norm"].data[0] / Math.sqrt(squares);
      forEachWeight(updates, weights, (_name, update, weight) => {
        for (let i = 0; i < update.length; i++) {
          update[i] = weight[i] - scale * (weight[i] - update[i]);
        }
      });
    },
  };
}

/** Euclidean norm over all tensors together. */
export function globalNorm(tensors: Tensors): number {
  let squares = 0;
  for (const { data } of Object.values(tensors)) {
    for (let i = 0; i < data.length; i++) squares += data[i] * data[i];
  }
  return Math.sqrt(squares);
}
