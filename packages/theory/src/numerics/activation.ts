import { InputError, seen } from "@grokscape/group-datasets";

/** Non-linearities σ that the theory knows. */
export type ActivationName =
  | "quadratic"
  | "relu"
  | "silu"
  | "relu2"
  | "linear"
  | "tanh"
  | "sigmoid";

/** σ and its first two derivatives; at a kink the derivative from the left. */
export interface ScalarActivation {
  value(z: number): number;
  derivative(z: number): number;
  second(z: number): number;
}

const logistic = (z: number) => 1 / (1 + Math.exp(-z));

const table: Readonly<Record<ActivationName, ScalarActivation>> = {
  quadratic: { value: (z) => z * z, derivative: (z) => 2 * z, second: () => 2 },
  linear: { value: (z) => z, derivative: () => 1, second: () => 0 },
  relu: { value: (z) => Math.max(z, 0), derivative: (z) => (z > 0 ? 1 : 0), second: () => 0 },
  relu2: {
    value: (z) => (z > 0 ? z * z : 0),
    derivative: (z) => (z > 0 ? 2 * z : 0),
    second: (z) => (z > 0 ? 2 : 0),
  },
  silu: {
    value: (z) => z * logistic(z),
    derivative(z) {
      const s = logistic(z);
      return s * (1 + z * (1 - s));
    },
    second(z) {
      const s = logistic(z);
      return s * (1 - s) * (2 + z * (1 - 2 * s));
    },
  },
  tanh: {
    value: Math.tanh,
    derivative: (z) => 1 - Math.tanh(z) ** 2,
    second: (z) => -2 * Math.tanh(z) * (1 - Math.tanh(z) ** 2),
  },
  sigmoid: {
    value: logistic,
    derivative: (z) => logistic(z) * (1 - logistic(z)),
    second: (z) => logistic(z) * (1 - logistic(z)) * (1 - 2 * logistic(z)),
  },
};

/** Names of the activations that the theory knows. */
export const activationNames = Object.keys(table) as readonly ActivationName[];

/** σ, σ′ and σ″ of an activation. @throws InputError for an unknown name */
export function scalarActivation(name: string): ScalarActivation {
  if (typeof name !== "string" || !Object.hasOwn(table, name)) {
    throw new InputError(
      `unknown activation ${seen(name)}`,
      `the theory knows ${activationNames.join(", ")}`,
    );
  }
  return table[name as ActivationName];
}
