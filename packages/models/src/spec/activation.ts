import { type ValueOf, type WordForm, whole } from "./form.ts";

const number = { form: "number" } as const;

/** How activations are written. */
export const activationForm = {
  form: "word",
  of: {
    quadratic: {},
    relu: {},
    silu: {},
    relu2: {},
    gelu: {},
    linear: {},
    power: { q: whole(2, 64) },
    mixed: { a: number, b: number },
  },
} as const satisfies WordForm;

/**
 * Entry-wise non-linearity σ of the hidden nodes: z², max(z, 0), z/(1+e⁻ᶻ), max(z, 0)², z; z^q for
 * `power:q`, q a whole number from 2 to 64 (z^64
 * leaves float32 where |z| ≥ 4); a·z + b·z² for `mixed:a,b`; for `gelu` z/(1+e^−2u) with
 * u = √(2/π)·(z + 0.044715·z³), the tanh form of z·Φ(z) (Hendrycks & Gimpel, arXiv 1606.08415).
 */
export type Activation = ValueOf<typeof activationForm>;
