import { parseActivation } from "../activation/activation.ts";
import type { Activation } from "../spec/activation.ts";
import type { Named, Operations } from "./operations.ts";

/** Matrices of complex numbers; real ones have no imaginary part, and cost no work for it. */
export interface Complex<M> {
  readonly re: M;
  readonly im?: M;
}

/** The name under which a tensor's imaginary part is kept. */
export const imaginary = (name: string): string => `${name}.imaginary`;

/** A weight with its imaginary part, if it has one. */
export function complexWeight<M>(weights: Named<M>, name: string): Complex<M> {
  return { re: weights[name], im: weights[imaginary(name)] };
}

/** Real operations carried over to complex matrices. */
export interface ComplexOperations<M, Input> {
  select(table: Complex<M>, input: Input): Complex<M>;
  rows(a: Complex<M>, from: number, count: number): Complex<M>;
  stack(parts: readonly Complex<M>[]): Complex<M>;
  product(a: Complex<M>, b: Complex<M>): Complex<M>;
  /** The real part of a·b alone. */
  realProduct(a: Complex<M>, b: Complex<M>): M;
  add(a: Complex<M>, b: Complex<M>): Complex<M>;
  times(a: Complex<M>, b: Complex<M>): Complex<M>;
  activate(a: Complex<M>, activation: Activation): Complex<M>;
}

export function complexOperations<M, Input>(
  ops: Operations<M, Input>,
): ComplexOperations<M, Input> {
  type C = Complex<M>;
  const eachPart = ({ re, im }: C, f: (part: M) => M): C => ({ re: f(re), im: im && f(im) });
  const minus = (a: M, b: M) => ops.add(a, ops.scale(b, -1));
  const sum = (a: M | undefined, b: M | undefined) => (a && b ? ops.add(a, b) : (a ?? b));
  const realPart = (a: C, b: C, f: (x: M, y: M) => M) =>
    a.im && b.im ? minus(f(a.re, b.re), f(a.im, b.im)) : f(a.re, b.re);
  /** (a.re + i·a.im)(b.re + i·b.im) for any product f that is linear in both. */
  const bilinear =
    (f: (x: M, y: M) => M) =>
    (a: C, b: C): C => ({
      re: realPart(a, b, f),
      im: sum(b.im && f(a.re, b.im), a.im && f(a.im, b.re)),
    });
  const times = bilinear(ops.times);
  const add = (a: C, b: C): C => ({ re: ops.add(a.re, b.re), im: sum(a.im, b.im) });

  return {
    select: (table, input) => eachPart(table, (part) => ops.select(part, input)),
    rows: (a, from, count) => eachPart(a, (part) => ops.rows(part, from, count)),
    stack(parts) {
      const imaginaryParts = parts.flatMap(({ im }) => (im ? [im] : []));
      return {
        re: ops.stack(parts.map(({ re }) => re)),
        im: imaginaryParts.length > 0 ? ops.stack(imaginaryParts) : undefined,
      };
    },
    product: bilinear(ops.product),
    realProduct: (a, b) => realPart(a, b, ops.product),
    add,
    times,
    activate(z, activation) {
      if (!z.im) return { re: ops.activate(z.re, activation) };
      const {
        kind,
        numbers: [a, b],
      } = parseActivation(activation);
      switch (kind) {
        case "linear":
          return z;
        case "power": {
          let power = z;
          for (let i = 1; i < a; i++) power = times(power, z);
          return power;
        }
        case "mixed":
          return add(
            eachPart(z, (part) => ops.scale(part, a)),
            eachPart(times(z, z), (part) => ops.scale(part, b)),
          );
        default: // quadratic: checkMlp lets no other through
          return times(z, z);
      }
    },
  };
}
