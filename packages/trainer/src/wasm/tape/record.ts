import { type Activation, parseActivation } from "@grokscape/models";
import type { Operations } from "@grokscape/models/network";
import { activationNumbers } from "../settings.ts";
import type { Instruction, Operand, Stretch } from "./instruction.ts";
import type { TapeKernels } from "./kernels.ts";

/** A matrix to be: rows of whole panels in some stretch of memory. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly stretch: Stretch;
  /** The first row, of those in the stretch. */
  readonly from: number;
  /** What it is a part of, if of anything. */
  readonly whole?: Matrix;
  /** Whether a gradient is wanted. */
  readonly isTraced: boolean;
  /** Where its gradient is to be, if that is given. */
  readonly gradient?: Matrix;
}

/** Which rows of a table each example picks: u32, `perExample` for each. */
export interface Picks {
  readonly count: number;
  readonly perExample: number;
  readonly stretch: Stretch;
}

/** Values that memory has to hold before anything runs. */
export interface Constant {
  readonly matrix: Matrix;
  readonly values: ArrayLike<number>;
}

/** Operations that do nothing but write down what is to be done, forward and backward. */
export interface Recorder extends Operations<Matrix, Picks> {
  readonly instructions: readonly Instruction[];
  readonly constants: readonly Constant[];
  /** Writes down how gradients come from that of `from`, which is returned. */
  backward(from: Matrix, weights: readonly Matrix[]): Matrix;
  /** Writes down that a matrix is to be copied to a place that lasts. */
  copy(from: Matrix, to: Matrix): void;
}

const float = 4;
const panel = 8;
const vectorBytes = 16;

/** Bytes of a row: whole panels. */
export function strideOf({ columns }: Pick<Matrix, "columns">): number {
  return Math.ceil(columns / panel) * panel * float;
}

/** A matrix in a stretch of its own. */
export function matrix(rows: number, columns: number, isTraced: boolean): Matrix {
  const stretch = { bytes: rows * strideOf({ columns }) };
  return { rows, columns, stretch, from: 0, isTraced };
}

/** `count` successive rows. */
function part(whole: Matrix, from: number, count: number): Matrix {
  const { columns, stretch, isTraced } = whole;
  const root = whole.whole ?? whole;
  return { rows: count, columns, stretch, from: whole.from + from, whole: root, isTraced };
}

/** How b is repeated to meet a. */
type Repeat = "not" | "row" | "column";

function repeatOf(a: Matrix, b: Matrix): Repeat {
  if (b.rows === a.rows) return b.columns === a.columns ? "not" : "column";
  return "row";
}

export function recorder(kernels: TapeKernels): Recorder {
  const instructions: Instruction[] = [];
  const constants: Constant[] = [];
  const steps: (() => void)[] = [];
  const gradients = new Map<Matrix, Matrix>();
  const packed = new Map<Matrix, Partial<Record<"plain" | "transposed", Stretch>>>();

  type Kernel = {
    [Name in keyof TapeKernels]: TapeKernels[Name] extends WebAssembly.Global ? Name : never;
  }[keyof TapeKernels];
  type Words = Instruction["words"];

  function overRows(kernel: Kernel, { rows }: Matrix, words: Words): void {
    instructions.push({ kernel: kernels[kernel].value, lines: rows, overRows: true, words });
  }
  function overAll(kernel: Kernel, lines: number, words: Words): void {
    instructions.push({ kernel: kernels[kernel].value, lines, overRows: false, words });
  }

  const operand =
    (byRow: boolean, writes: boolean) =>
    (m: Matrix, column = 0): Operand => ({
      stretch: m.stretch,
      offset: m.from * strideOf(m) + column * float,
      byRow,
      writes,
    });
  const row = operand(true, false);
  const all = operand(false, false);
  const rowOut = operand(true, true);
  const allOut = operand(false, true);
  const stretch = (of: Stretch, writes = false): Operand => ({
    stretch: of,
    offset: 0,
    byRow: false,
    writes,
  });

  /** b as a second matrix: where it is, its stride, and whether it is a column. */
  function repeated(b: Matrix, repeat: Repeat): Words {
    if (repeat === "row") return [all(b), 0, 0];
    return [row(b), strideOf(b), Number(repeat === "column")];
  }

  /** A matrix made of others, whose gradient comes from its own by `backward`. */
  function made(
    rows: number,
    columns: number,
    of: readonly Matrix[],
    backward: (gradient: Matrix) => void,
  ): Matrix {
    const result = matrix(
      rows,
      columns,
      of.some(({ isTraced }) => isTraced),
    );
    steps.push(() => {
      const gradient = gradients.get(result);
      if (gradient) backward(gradient);
    });
    return result;
  }

  function clear(m: Matrix): void {
    overRows("CLEAR", m, [rowOut(m), strideOf(m)]);
  }

  function newGradient(of: Matrix): Matrix {
    const gradient = of.gradient ?? matrix(of.rows, of.columns, false);
    gradients.set(of, gradient);
    return gradient;
  }

  /** Calls `write` with where a gradient goes, and 1 if it is to be added to what is there. */
  function pass(to: Matrix, write: (gradient: Matrix, adds: number) => void): void {
    if (!to.isTraced) return;
    if (to.whole) {
      if (!gradients.has(to.whole)) pass(to.whole, clear);
      write(part(gradients.get(to.whole) as Matrix, to.from, to.rows), 1);
    } else {
      const present = gradients.get(to);
      write(present ?? newGradient(to), Number(present !== undefined));
    }
  }

  function passScaled(from: Matrix, to: Matrix, factor: number, repeat: Repeat = "not"): void {
    pass(to, (gradient, adds) =>
      overRows("SCALE", gradient, [
        rowOut(gradient),
        strideOf(gradient),
        ...repeated(from, repeat),
        adds,
        { real: factor },
      ]),
    );
  }

  /** The sum of a, or of a·b, along the side on which `to` is repeated. */
  function sum(
    along: "rows" | "columns",
    to: Matrix,
    a: Matrix,
    b: Matrix | undefined,
    factor: number,
    adds: number,
  ): void {
    if (along === "columns") {
      overRows("SUM_OF_COLUMNS", a, [
        rowOut(to),
        strideOf(to),
        row(a),
        b ? row(b) : 0,
        strideOf(a),
        a.columns,
        { real: factor },
        adds,
      ]);
    } else {
      overAll("SUM_OF_ROWS", strideOf(a) / (2 * vectorBytes), [
        allOut(to),
        all(a),
        b ? all(b) : 0,
        strideOf(a),
        a.rows,
        { real: factor },
        adds,
      ]);
    }
  }

  /** To b, repeated as it was: the sum of g, or of g·a. */
  function passSummed(g: Matrix, a: Matrix | undefined, b: Matrix, repeat: "row" | "column"): void {
    const along = repeat === "row" ? "rows" : "columns";
    pass(b, (gradient, adds) => sum(along, gradient, g, a, 1, adds));
  }

  function passProduct(a: Matrix, b: Matrix, repeat: Repeat, to: Matrix): void {
    pass(to, (gradient, adds) =>
      overRows("TIMES", gradient, [
        rowOut(gradient),
        strideOf(gradient),
        row(a),
        ...repeated(b, repeat),
        adds,
      ]),
    );
  }

  const panelsIn = (columns: number) => Math.ceil(columns / panel);

  function pack(b: Matrix, how: "plain" | "transposed"): Stretch {
    const known = packed.get(b) ?? {};
    const [terms, columns] = how === "plain" ? [b.rows, b.columns] : [b.columns, b.rows];
    const panels = known[how] ?? { bytes: terms * panelsIn(columns) * panel * float };
    if (!known[how]) {
      overAll("PACK_RIGHT", panelsIn(columns), [
        stretch(panels, true),
        all(b),
        strideOf(b),
        terms,
        columns,
        Number(how === "transposed"),
      ]);
      packed.set(b, { ...known, [how]: panels });
    }
    return panels;
  }

  function multiply(to: Matrix, a: Matrix, panels: Stretch, adds: number): void {
    overRows("PRODUCT", a, [
      rowOut(to),
      strideOf(to),
      row(a),
      strideOf(a),
      stretch(panels),
      panelsIn(to.columns),
      a.columns,
      adds,
    ]);
  }

  function multiplyColumns(to: Matrix, a: Matrix, b: Matrix, adds: number): void {
    const tile = 4;
    overAll("PRODUCT_OF_COLUMNS", Math.ceil(a.columns / tile), [
      allOut(to),
      strideOf(to),
      all(a),
      strideOf(a),
      all(b),
      strideOf(b),
      a.rows,
      a.columns,
      b.columns,
      adds,
    ]);
  }

  function numbersOf(activation: Activation): Words {
    const {
      kind,
      numbers: [first = 0, second = 0],
    } = parseActivation(activation);
    const number = activationNumbers[kind] ?? kernels.GELU.value;
    return [number, { real: first }, { real: second }];
  }

  return {
    instructions,
    constants,

    constant(rows, columns, values) {
      const result = matrix(rows, columns, false);
      constants.push({ matrix: result, values });
      return result;
    },

    select(table, { count, perExample, stretch: picks }) {
      const stride = strideOf(table);
      const result = made(count, table.columns, [table], (g) =>
        pass(table, (gradient, adds) =>
          overAll("SCATTER", stride / vectorBytes, [
            allOut(gradient),
            stride,
            all(g),
            stretch(picks),
            perExample,
            count,
            gradient.rows,
            adds,
          ]),
        ),
      );
      overRows("SELECT", result, [rowOut(result), stride, all(table), stretch(picks), perExample]);
      return result;
    },

    rows: part,

    stack(parts) {
      const rows = parts.reduce((total, { rows }) => total + rows, 0);
      const starts = parts.map((_, i) =>
        parts.slice(0, i).reduce((sum, { rows }) => sum + rows, 0),
      );
      const result = made(rows, parts[0].columns, parts, (g) => {
        for (const [i, one] of parts.entries()) passScaled(part(g, starts[i], one.rows), one, 1);
      });
      const stride = strideOf(result);
      for (const [i, one] of parts.entries()) {
        const place = part(result, starts[i], one.rows);
        overRows("PLACE", one, [rowOut(place), stride, row(one), stride, stride, 0]);
      }
      return result;
    },

    beside(parts) {
      const columns = parts.reduce((total, { columns }) => total + columns, 0);
      const starts = parts.map((_, i) =>
        parts.slice(0, i).reduce((sum, { columns }) => sum + columns, 0),
      );
      const result = made(parts[0].rows, columns, parts, (g) => {
        for (const [i, one] of parts.entries()) {
          pass(one, (gradient, adds) =>
            overRows("PLACE", one, [
              rowOut(gradient),
              strideOf(gradient),
              row(g, starts[i]),
              strideOf(g),
              one.columns * float,
              adds,
            ]),
          );
        }
      });
      for (const [i, one] of parts.entries()) {
        overRows("PLACE", one, [
          rowOut(result, starts[i]),
          strideOf(result),
          row(one),
          strideOf(one),
          one.columns * float,
          0,
        ]);
      }
      return result;
    },

    product(a, b) {
      const result = made(a.rows, b.columns, [a, b], (g) => {
        pass(a, (gradient, adds) => multiply(gradient, g, pack(b, "transposed"), adds));
        pass(b, (gradient, adds) => multiplyColumns(gradient, a, g, adds));
      });
      multiply(result, a, pack(b, "plain"), 0);
      return result;
    },

    add(a, b) {
      const repeat = repeatOf(a, b);
      const result = made(a.rows, a.columns, [a, b], (g) => {
        passScaled(g, a, 1);
        if (repeat === "not") passScaled(g, b, 1);
        else passSummed(g, undefined, b, repeat);
      });
      overRows("ADD", a, [rowOut(result), strideOf(a), row(a), ...repeated(b, repeat)]);
      return result;
    },

    times(a, b) {
      const repeat = repeatOf(a, b);
      const result = made(a.rows, a.columns, [a, b], (g) => {
        passProduct(g, b, repeat, a);
        if (repeat === "not") passProduct(g, a, repeat, b);
        else passSummed(g, a, b, repeat);
      });
      overRows("TIMES", a, [rowOut(result), strideOf(a), row(a), ...repeated(b, repeat), 0]);
      return result;
    },

    scale(a, factor) {
      if (factor === 1) return a;
      const result = made(a.rows, a.columns, [a], (g) => passScaled(g, a, factor));
      const words = [rowOut(result), strideOf(a), ...repeated(a, "not"), 0, { real: factor }];
      overRows("SCALE", a, words);
      return result;
    },

    activate(a, activation) {
      if (activation === "linear") return a;
      const numbers = numbersOf(activation);
      const result = made(a.rows, a.columns, [a], (g) =>
        pass(a, (gradient, adds) =>
          overRows("ACTIVATION_SLOPE", a, [
            rowOut(gradient),
            strideOf(a),
            row(g),
            row(a),
            ...numbers,
            adds,
          ]),
        ),
      );
      overRows("ACTIVATE", a, [rowOut(result), strideOf(a), row(a), ...numbers]);
      return result;
    },

    mean(a, over) {
      const [rows, columns] = over === "rows" ? [1, a.columns] : [a.rows, 1];
      const share = 1 / (over === "rows" ? a.rows : a.columns);
      const result = made(rows, columns, [a], (g) => passScaled(g, a, share, repeatOf(a, g)));
      sum(over, result, a, undefined, share, 0);
      return result;
    },

    inverseRoot(a, epsilon) {
      const result = made(a.rows, a.columns, [a], (g) =>
        pass(a, (gradient, adds) =>
          overRows("INVERSE_ROOT_SLOPE", a, [
            rowOut(gradient),
            strideOf(a),
            row(g),
            row(result),
            adds,
          ]),
        ),
      );
      overRows("INVERSE_ROOT", a, [rowOut(result), strideOf(a), row(a), { real: epsilon }]);
      return result;
    },

    softmax(parts) {
      const [{ rows, columns }] = parts;
      const isTraced = parts.some((one) => one.isTraced);
      const shares = parts.map(() => matrix(rows, columns, isTraced));
      const stride = strideOf(shares[0]);
      steps.push(() => {
        if (!isTraced || shares.every((share) => !gradients.has(share))) return;
        for (const share of shares) if (!gradients.has(share)) clear(newGradient(share));
        const targets: { gradient: Matrix; adds: number }[] = [];
        for (const one of parts) {
          if (!one.isTraced) targets.push({ gradient: matrix(rows, columns, false), adds: 0 });
          pass(one, (gradient, adds) => targets.push({ gradient, adds }));
        }
        overRows("SOFTMAX_SLOPE", shares[0], [
          stride,
          parts.length,
          ...shares.map((share) => row(share)),
          ...shares.map((share) => row(gradients.get(share) as Matrix)),
          ...targets.map(({ gradient }) => rowOut(gradient)),
          ...targets.map(({ adds }) => adds),
        ]);
      });
      overRows("SOFTMAX", shares[0], [
        stride,
        parts.length,
        ...parts.map((one) => row(one)),
        ...shares.map((share) => rowOut(share)),
      ]);
      return shares;
    },

    copy: (from, to) =>
      overRows("PLACE", from, [
        rowOut(to),
        strideOf(to),
        row(from),
        strideOf(from),
        strideOf(to),
        0,
      ]),

    backward(from, weights) {
      const gradient = newGradient(from);
      for (const step of steps.reverse()) step();
      for (const weight of weights) if (!gradients.has(weight)) clear(newGradient(weight));
      return gradient;
    },
  };
}
