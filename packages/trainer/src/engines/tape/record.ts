import type { Operations } from "@grokscape/models/network";
import { emitter, type Picks, type Repeat } from "./emit.ts";
import type { Instruction, Stretch } from "./instruction.ts";
import type { KernelNumbers } from "./kernel-numbers.ts";
import { type Matrix, matrix, part } from "./matrix.ts";

/** Values that memory has to hold before anything runs. */
export interface Constant {
  readonly matrix: Matrix;
  readonly values: ArrayLike<number>;
}

/** Operations that compute nothing: they record instructions, forward and then backward. */
export interface Recorder extends Operations<Matrix, Picks> {
  /** Writes instructions down among the others; none of them has a gradient. */
  readonly emit: ReturnType<typeof emitter>;
  readonly instructions: readonly Instruction[];
  readonly constants: readonly Constant[];
  /** Records a copy. */
  copy(from: Matrix, to: Matrix): void;
  /**
   * Records the backward pass to the weights; returns the matrix that holds the gradient of `from`: the
   * one given, or else a new one.
   */
  backward(from: Matrix, weights: readonly Matrix[], gradient?: Matrix): Matrix;
}

function repeatOf(a: Matrix, b: Matrix): Repeat {
  if (b.rows === a.rows) return b.columns === a.columns ? "not" : "column";
  return "row";
}

/** Where each of these begins if they follow one another. */
function starts(lengths: readonly number[]): number[] {
  let next = 0;
  return lengths.map((length) => {
    const start = next;
    next += length;
    return start;
  });
}

const total = (lengths: readonly number[]) => lengths.reduce((sum, length) => sum + length, 0);

export function recorder(kernels: KernelNumbers): Recorder {
  const emit = emitter(kernels);
  const constants: Constant[] = [];
  /** For each matrix in the order made: records how its gradient reaches those it was made of. */
  const steps: (() => void)[] = [];
  const gradients = new Map<Matrix, Matrix>();
  const packed = { plain: new Map<Matrix, Stretch>(), transposed: new Map<Matrix, Stretch>() };

  /** A matrix made of others, whose gradient `backward` passes on. */
  function made(
    rows: number,
    columns: number,
    of: readonly Matrix[],
    backward: (gradient: Matrix) => void,
  ): Matrix {
    const isTraced = of.some((one) => one.isTraced);
    const result = matrix(rows, columns, isTraced);
    steps.push(() => {
      const gradient = gradients.get(result);
      if (gradient) backward(gradient);
    });
    return result;
  }

  function newGradient(of: Matrix): Matrix {
    const gradient = of.gradient ?? matrix(of.rows, of.columns, false);
    gradients.set(of, gradient);
    return gradient;
  }

  /** Lets `write` write a gradient, or add to it if part of it is there already. */
  function pass(to: Matrix, write: (gradient: Matrix, adds: boolean) => void): void {
    if (!to.isTraced) return;
    if (to.whole) {
      if (!gradients.has(to.whole)) pass(to.whole, emit.clear);
      write(part(gradients.get(to.whole) as Matrix, to.from, to.rows), true);
    } else {
      const present = gradients.get(to);
      write(present ?? newGradient(to), present !== undefined);
    }
  }

  /** The gradient of a row or column that was repeated: the sum of g, or of g·a, over its repetitions. */
  function passSummed(g: Matrix, a: Matrix | undefined, to: Matrix, repeat: Repeat): void {
    const sum = repeat === "row" ? emit.sumOfRows : emit.sumOfColumns;
    pass(to, (gradient, adds) => sum(gradient, g, a, 1, adds));
  }

  function passScaled(g: Matrix, to: Matrix, factor: number): void {
    pass(to, (gradient, adds) => emit.scale(gradient, g, factor, repeatOf(to, g), adds));
  }

  function packedOf(b: Matrix, how: keyof typeof packed): Stretch {
    const panels = packed[how].get(b) ?? emit.pack(b, how === "transposed");
    packed[how].set(b, panels);
    return panels;
  }

  return {
    emit,
    instructions: emit.instructions,
    constants,

    constant(rows, columns, values) {
      const result = matrix(rows, columns, false);
      constants.push({ matrix: result, values });
      return result;
    },

    select(table, picks) {
      const result = made(picks.count, table.columns, [table], (g) =>
        pass(table, (gradient, adds) => emit.scatter(gradient, g, picks, adds)),
      );
      emit.select(result, table, picks);
      return result;
    },

    rows: part,

    stack(parts) {
      const lengths = parts.map(({ rows }) => rows);
      const from = starts(lengths);
      const [{ columns }] = parts;
      const result = made(total(lengths), columns, parts, (g) => {
        for (const [i, one] of parts.entries()) passScaled(part(g, from[i], one.rows), one, 1);
      });
      for (const [i, one] of parts.entries()) {
        emit.place([part(result, from[i], one.rows), 0], [one, 0], columns, false);
      }
      return result;
    },

    beside(parts) {
      const lengths = parts.map(({ columns }) => columns);
      const from = starts(lengths);
      const [{ rows }] = parts;
      const result = made(rows, total(lengths), parts, (g) => {
        for (const [i, one] of parts.entries()) {
          pass(one, (gradient, adds) => emit.place([gradient, 0], [g, from[i]], lengths[i], adds));
        }
      });
      for (const [i, one] of parts.entries()) {
        emit.place([result, from[i]], [one, 0], lengths[i], false);
      }
      return result;
    },

    product(a, b) {
      const result = made(a.rows, b.columns, [a, b], (g) => {
        pass(a, (gradient, adds) => emit.product(gradient, g, packedOf(b, "transposed"), adds));
        pass(b, (gradient, adds) => emit.productOfColumns(gradient, a, g, adds));
      });
      emit.product(result, a, packedOf(b, "plain"), false);
      return result;
    },

    add(a, b) {
      const repeat = repeatOf(a, b);
      const result = made(a.rows, a.columns, [a, b], (g) => {
        passScaled(g, a, 1);
        if (repeat === "not") passScaled(g, b, 1);
        else passSummed(g, undefined, b, repeat);
      });
      emit.add(result, a, b, repeat);
      return result;
    },

    times(a, b) {
      const repeat = repeatOf(a, b);
      const result = made(a.rows, a.columns, [a, b], (g) => {
        pass(a, (gradient, adds) => emit.times(gradient, g, b, repeat, adds));
        if (repeat === "not") pass(b, (gradient, adds) => emit.times(gradient, g, a, "not", adds));
        else passSummed(g, a, b, repeat);
      });
      emit.times(result, a, b, repeat, false);
      return result;
    },

    scale(a, factor) {
      if (factor === 1) return a;
      const result = made(a.rows, a.columns, [a], (g) => passScaled(g, a, factor));
      emit.scale(result, a, factor, "not", false);
      return result;
    },

    activate(a, activation) {
      if (activation === "linear") return a;
      const result = made(a.rows, a.columns, [a], (g) =>
        pass(a, (gradient, adds) => emit.activationSlope(gradient, g, a, activation, adds)),
      );
      emit.activate(result, a, activation);
      return result;
    },

    mean(a, over) {
      const share = 1 / (over === "rows" ? a.rows : a.columns);
      const [rows, columns] = over === "rows" ? [1, a.columns] : [a.rows, 1];
      const sum = over === "rows" ? emit.sumOfRows : emit.sumOfColumns;
      const result = made(rows, columns, [a], (g) => passScaled(g, a, share));
      sum(result, a, undefined, share, false);
      return result;
    },

    inverseRoot(a, epsilon) {
      const result = made(a.rows, a.columns, [a], (g) =>
        pass(a, (gradient, adds) => emit.inverseRootSlope(gradient, g, result, adds)),
      );
      emit.inverseRoot(result, a, epsilon);
      return result;
    },

    softmax(parts) {
      const [{ rows, columns }] = parts;
      const isTraced = parts.some((one) => one.isTraced);
      const shares = parts.map(() => matrix(rows, columns, isTraced));
      steps.push(() => {
        if (!shares.some((share) => gradients.has(share))) return;
        for (const share of shares) if (!gradients.has(share)) emit.clear(newGradient(share));
        const targets = parts.map((one) => {
          let target = { gradient: matrix(rows, columns, false), adds: false };
          pass(one, (gradient, adds) => {
            target = { gradient, adds };
          });
          return target;
        });
        const ofShares = shares.map((share) => gradients.get(share) as Matrix);
        emit.softmaxSlope(targets, ofShares, shares);
      });
      emit.softmax(shares, parts);
      return shares;
    },

    copy: (from, to) => emit.place([to, 0], [from, 0], from.columns, false),

    backward(from, weights, given) {
      const gradient = given ?? newGradient(from);
      gradients.set(from, gradient);
      for (const step of steps.reverse()) step();
      for (const weight of weights) if (!gradients.has(weight)) emit.clear(newGradient(weight));
      return gradient;
    },
  };
}
