import { type ActivationName, scalarActivation } from "./activation.ts";

/** Writes σ(z) and σ′(z) for many z at once. */
export type ActivationPass = (z: Float64Array, value: Float64Array, slope: Float64Array) => void;

/** A loop of its own for each common activation, so that the engine can inline the formula. */
export function activationPass(name: ActivationName): ActivationPass {
  if (Object.hasOwn(loops, name)) return loops[name] as ActivationPass;
  const { value: sigma, derivative } = scalarActivation(name);
  return (z, value, slope) => {
    for (let i = 0; i < z.length; i++) {
      value[i] = sigma(z[i]);
      slope[i] = derivative(z[i]);
    }
  };
}

const loops: Readonly<Partial<Record<ActivationName, ActivationPass>>> = {
  quadratic(z, value, slope) {
    for (let i = 0; i < z.length; i++) {
      value[i] = z[i] * z[i];
      slope[i] = 2 * z[i];
    }
  },
  relu(z, value, slope) {
    for (let i = 0; i < z.length; i++) {
      const on = Number(z[i] > 0);
      value[i] = on * z[i];
      slope[i] = on;
    }
  },
  relu2(z, value, slope) {
    for (let i = 0; i < z.length; i++) {
      const positive = Number(z[i] > 0) * z[i];
      value[i] = positive * positive;
      slope[i] = 2 * positive;
    }
  },
  silu(z, value, slope) {
    for (let i = 0; i < z.length; i++) slope[i] = Math.exp(-z[i]);
    siluOfExponentials(z, value, slope);
  },
};

/** SiLU where `slope` holds exp(−z) at first. */
export const siluOfExponentials: ActivationPass = (z, value, slope) => {
  for (let i = 0; i < z.length; i++) {
    const s = 1 / (1 + slope[i]);
    value[i] = z[i] * s;
    slope[i] = s * (1 + z[i] * (1 - s));
  }
};
