import { activationFunctions } from "../activation/activation.ts";
import type { Operations } from "../network/operations.ts";
import type { Selection } from "../network/selection.ts";
import { portableExp } from "../numerics/portable.ts";

/** A matrix in float64, row-major, and the gradient of whatever `backward` starts from. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly value: Float64Array;
  readonly gradient: Float64Array;
}

/** Operations in plain loops that remember how to go backward (reverse-mode differentiation). */
export interface Tape extends Operations<Matrix, Selection> {
  /**
   * Adds to the gradient of every matrix that `from` was made of.
   *
   * @param gradient ∂loss/∂from, the size of `from`
   */
  backward(from: Matrix, gradient: ArrayLike<number>): void;
}

export function tape(): Tape {
  const steps: (() => void)[] = [];

  /** A new matrix; `backward` passes its gradient on to what it was made of. */
  function made(
    rows: number,
    columns: number,
    value: Float64Array,
    backward: (gradient: Float64Array) => void,
  ): Matrix {
    const gradient = new Float64Array(value.length);
    steps.push(() => backward(gradient));
    return { rows, columns, value, gradient };
  }

  /** Entry by entry f(a, b), b repeated along the side on which it is 1 long. */
  function entrywise(
    a: Matrix,
    b: Matrix,
    f: (x: number, y: number) => number,
    byA: (x: number, y: number) => number,
    byB: (x: number, y: number) => number,
  ): Matrix {
    const { rows, columns } = a;
    const partner = new Uint32Array(rows * columns);
    for (let i = 0, at = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++, at++) {
        partner[at] = (b.rows === 1 ? 0 : i) * b.columns + (b.columns === 1 ? 0 : j);
      }
    }
    const value = a.value.map((x, at) => f(x, b.value[partner[at]]));
    return made(rows, columns, value, (gradient) => {
      for (let at = 0; at < gradient.length; at++) {
        const [x, y] = [a.value[at], b.value[partner[at]]];
        a.gradient[at] += gradient[at] * byA(x, y);
        b.gradient[partner[at]] += gradient[at] * byB(x, y);
      }
    });
  }

  /** Entry by entry f(a). */
  function mapped(a: Matrix, f: (x: number) => number, derivative: (x: number) => number): Matrix {
    return made(a.rows, a.columns, a.value.map(f), (gradient) => {
      for (let at = 0; at < gradient.length; at++) {
        a.gradient[at] += gradient[at] * derivative(a.value[at]);
      }
    });
  }

  return {
    constant: (rows, columns, values) => matrix(rows, columns, Float64Array.from(values)),

    select(table, { count, perExample, indices }) {
      const { columns } = table;
      const value = new Float64Array(count * columns);
      const visit = (f: (at: number, from: number) => void) => {
        for (const [i, row] of indices.entries()) {
          const at = Math.floor(i / perExample) * columns;
          for (let j = 0; j < columns; j++) f(at + j, row * columns + j);
        }
      };
      visit((at, from) => {
        value[at] += table.value[from];
      });
      return made(count, columns, value, (gradient) =>
        visit((at, from) => {
          table.gradient[from] += gradient[at];
        }),
      );
    },

    // a view: what arrives at its gradient has arrived at a's
    rows: ({ columns, value, gradient }, from, count) => ({
      rows: count,
      columns,
      value: value.subarray(from * columns, (from + count) * columns),
      gradient: gradient.subarray(from * columns, (from + count) * columns),
    }),

    stack(parts) {
      const [{ columns }] = parts;
      const rows = parts.reduce((sum, part) => sum + part.rows, 0);
      const value = new Float64Array(rows * columns);
      const starts: number[] = [];
      let next = 0;
      for (const part of parts) {
        starts.push(next);
        value.set(part.value, next);
        next += part.value.length;
      }
      return made(rows, columns, value, (gradient) => {
        for (const [i, part] of parts.entries()) {
          for (let at = 0; at < part.gradient.length; at++) {
            part.gradient[at] += gradient[starts[i] + at];
          }
        }
      });
    },

    beside(parts) {
      const [{ rows }] = parts;
      const columns = parts.reduce((sum, part) => sum + part.columns, 0);
      const value = new Float64Array(rows * columns);
      const visit = (f: (part: Matrix, from: number, to: number) => void) => {
        let start = 0;
        for (const part of parts) {
          for (let i = 0, from = 0; i < rows; i++) {
            for (let j = 0; j < part.columns; j++, from++) f(part, from, i * columns + start + j);
          }
          start += part.columns;
        }
      };
      visit((part, from, to) => {
        value[to] = part.value[from];
      });
      return made(rows, columns, value, (gradient) =>
        visit((part, from, to) => {
          part.gradient[from] += gradient[to];
        }),
      );
    },

    product(a, b) {
      const [n, m, k] = [a.rows, a.columns, b.columns];
      const value = new Float64Array(n * k);
      for (let i = 0; i < n; i++) {
        for (let l = 0; l < m; l++) {
          const factor = a.value[i * m + l];
          for (let j = 0; j < k; j++) value[i * k + j] += factor * b.value[l * k + j];
        }
      }
      return made(n, k, value, (gradient) => {
        for (let i = 0; i < n; i++) {
          for (let l = 0; l < m; l++) {
            const factor = a.value[i * m + l];
            let sum = 0;
            for (let j = 0; j < k; j++) {
              const upstream = gradient[i * k + j];
              sum += upstream * b.value[l * k + j];
              b.gradient[l * k + j] += factor * upstream;
            }
            a.gradient[i * m + l] += sum;
          }
        }
      });
    },

    add: (a, b) =>
      entrywise(
        a,
        b,
        (x, y) => x + y,
        () => 1,
        () => 1,
      ),
    times: (a, b) =>
      entrywise(
        a,
        b,
        (x, y) => x * y,
        (_, y) => y,
        (x) => x,
      ),
    scale: (a, factor) =>
      mapped(
        a,
        (x) => factor * x,
        () => factor,
      ),
    activate(a, activation) {
      const { value, derivative } = activationFunctions(activation);
      return mapped(a, value, derivative);
    },
    inverseRoot: (a, epsilon) =>
      mapped(
        a,
        (x) => 1 / Math.sqrt(x + epsilon),
        (x) => -0.5 / ((x + epsilon) * Math.sqrt(x + epsilon)),
      ),

    mean(a, over) {
      const { rows, columns } = a;
      const [length, count] = over === "rows" ? [columns, rows] : [rows, columns];
      const home = (at: number) => (over === "rows" ? at % columns : Math.floor(at / columns));
      const value = new Float64Array(length);
      for (let at = 0; at < a.value.length; at++) value[home(at)] += a.value[at];
      for (let at = 0; at < length; at++) value[at] /= count;
      const [left, right] = over === "rows" ? [1, columns] : [rows, 1];
      return made(left, right, value, (gradient) => {
        for (let at = 0; at < a.gradient.length; at++) {
          a.gradient[at] += gradient[home(at)] / count;
        }
      });
    },

    softmax(parts) {
      const [{ rows, columns }] = parts;
      const values = parts.map(() => new Float64Array(rows * columns));
      for (let at = 0; at < rows * columns; at++) {
        const highest = Math.max(...parts.map(({ value }) => value[at]));
        let sum = 0;
        for (const [s, { value }] of parts.entries()) {
          values[s][at] = portableExp(value[at] - highest);
          sum += values[s][at];
        }
        for (const value of values) value[at] /= sum;
      }
      return values.map((share, s) =>
        made(rows, columns, share, (gradient) => {
          for (const [t, part] of parts.entries()) {
            for (let at = 0; at < share.length; at++) {
              part.gradient[at] += gradient[at] * share[at] * ((s === t ? 1 : 0) - values[t][at]);
            }
          }
        }),
      );
    },

    backward(from, gradient) {
      for (let at = 0; at < gradient.length; at++) from.gradient[at] += gradient[at];
      for (const step of steps.reverse()) step();
    },
  };
}

/** A matrix that was made of nothing: weights and constants. */
export function matrix(rows: number, columns: number, value: Float64Array): Matrix {
  return { rows, columns, value, gradient: new Float64Array(value.length) };
}
