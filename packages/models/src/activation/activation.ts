import { portableExp } from "../numerics/portable.ts";
import type { Activation } from "../spec.ts";

/** σ and σ′ at one pre-activation, in float64. */
export interface ActivationFunctions {
  value(z: number): number;
  derivative(z: number): number;
}

const sigmoid = (z: number) => 1 / (1 + portableExp(-z));

const functions: Record<Activation, ActivationFunctions> = {
  quadratic: { value: (z) => z * z, derivative: (z) => 2 * z },
  relu: { value: (z) => Math.max(z, 0), derivative: (z) => (z > 0 ? 1 : 0) },
  relu2: { value: (z) => z * Math.max(z, 0), derivative: (z) => (z > 0 ? 2 * z : 0) },
  silu: {
    value: (z) => z * sigmoid(z),
    derivative: (z) => {
      const s = sigmoid(z);
      return s * (1 + z * (1 - s));
    },
  },
};

/** The plain definition of an activation; every engine is tested against it. */
export function activationFunctions(activation: Activation): ActivationFunctions {
  return functions[activation];
}
