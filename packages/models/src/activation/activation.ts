import { InputError, seen } from "@grokscape/group-datasets";
import { portableExp, portablePower } from "../numerics/portable.ts";
import { type Activation, activationForm } from "../spec/activation.ts";
import { readWord } from "../spec/form.ts";

/** σ and σ′ at one pre-activation, in float64. */
export interface ActivationFunctions {
  value(z: number): number;
  derivative(z: number): number;
}

/** An activation's name and its numbers: "mixed:1,0.5" → mixed, [1, 0.5]. */
export interface ParsedActivation {
  readonly kind: keyof typeof activationForm.of;
  readonly numbers: readonly number[];
}

/**
 * An activation's name and numbers.
 *
 * @throws InputError for what is no activation, or not written as it must be
 */
export function parseActivation(activation: string): ParsedActivation {
  const parsed = readWord(activationForm, activation);
  if (typeof parsed === "string") {
    throw new InputError(`activation must ${parsed}, got ${seen(activation)}`);
  }
  return { kind: parsed.word as ParsedActivation["kind"], numbers: parsed.numbers };
}

const sigmoid = (z: number) => 1 / (1 + portableExp(-z));

/** 2·√(2/π), and the factor of z³ in gelu's argument. */
export const geluSlope: number = 2 * Math.sqrt(2 / Math.PI);
export const geluCubic = 0.044715;

const geluArgument = (z: number) => geluSlope * (z + geluCubic * z * z * z);

/**
 * The plain definition of an activation; every engine is tested against it.
 *
 * @throws InputError for one that is not known
 */
export function activationFunctions(activation: Activation): ActivationFunctions {
  const {
    kind,
    numbers: [a, b],
  } = parseActivation(activation);
  switch (kind) {
    case "quadratic":
      return { value: (z) => z * z, derivative: (z) => 2 * z };
    case "relu":
      return { value: (z) => Math.max(z, 0), derivative: (z) => (z > 0 ? 1 : 0) };
    case "relu2":
      return { value: (z) => z * Math.max(z, 0), derivative: (z) => (z > 0 ? 2 * z : 0) };
    case "linear":
      return { value: (z) => z, derivative: () => 1 };
    case "silu":
      return {
        value: (z) => z * sigmoid(z),
        derivative: (z) => {
          const s = sigmoid(z);
          return s * (1 + z * (1 - s));
        },
      };
    case "gelu":
      return {
        value: (z) => z * sigmoid(geluArgument(z)),
        derivative: (z) => {
          const s = sigmoid(geluArgument(z));
          return s + z * s * (1 - s) * geluSlope * (1 + 3 * geluCubic * z * z);
        },
      };
    case "power":
      return {
        value: (z) => portablePower(z, a),
        derivative: (z) => a * portablePower(z, a - 1),
      };
    case "mixed":
      return { value: (z) => a * z + b * z * z, derivative: (z) => a + 2 * b * z };
  }
}
