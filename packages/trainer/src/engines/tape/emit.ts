import { InputError } from "@grokscape/group-datasets";
import { type Activation, parseActivation } from "@grokscape/models";
import type { Instruction, Operand, Stretch } from "./instruction.ts";
import type { KernelNumbers } from "./kernel-numbers.ts";
import { activationNumbers } from "./kernel-numbers.ts";
import { float, type Matrix, panel, panelsIn, strideOf } from "./matrix.ts";

/** Which rows of a table each example picks: u32, `perExample` for each. */
export interface Picks {
  readonly count: number;
  readonly perExample: number;
  readonly stretch: Stretch;
}

/** How a second matrix is repeated to meet the first. */
export type Repeat = "not" | "row" | "column";

type Words = Instruction["words"];

type KernelName = keyof KernelNumbers;

const vectorBytes = 16;
const tile = 4;

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

const raw = (stretch: Stretch, writes = false): Operand => ({
  stretch,
  offset: 0,
  byRow: false,
  writes,
});

/** b as a second matrix: where it is, its stride, and whether it is a column. */
function second(b: Matrix, repeat: Repeat): Words {
  if (repeat === "row") return [all(b), 0, 0];
  return [row(b), strideOf(b), Number(repeat === "column")];
}

/**
 * Writes instructions down, with their arguments in the order in which assembly/tape expects them.
 * Where a result may be added to what is there, `adds` says so.
 */
export function emitter(kernels: KernelNumbers) {
  const instructions: Instruction[] = [];

  function overRows(kernel: KernelName, { rows }: Matrix, words: Words): void {
    instructions.push({ kernel: kernels[kernel].value, lines: rows, overRows: true, words });
  }
  function overAll(kernel: KernelName, lines: number, words: Words): void {
    instructions.push({ kernel: kernels[kernel].value, lines, overRows: false, words });
  }

  function activationWords(activation: Activation): Words {
    const {
      kind,
      numbers: [first = 0, second = 0],
    } = parseActivation(activation);
    const number = kind === "gelu" ? kernels.GELU.value : activationNumbers[kind];
    if (number === undefined) throw new InputError(`the kernels know no activation ${activation}`);
    return [number, { real: first }, { real: second }];
  }

  return {
    instructions,

    /** to = 0 */
    clear(to: Matrix): void {
      overRows("CLEAR", to, [rowOut(to), strideOf(to)]);
    },

    /** to = a + b */
    add(to: Matrix, a: Matrix, b: Matrix, repeat: Repeat): void {
      overRows("ADD", a, [rowOut(to), strideOf(a), row(a), ...second(b, repeat)]);
    },

    /** to = a·b, entry by entry */
    times(to: Matrix, a: Matrix, b: Matrix, repeat: Repeat, adds: boolean): void {
      const words = [rowOut(to), strideOf(a), row(a), ...second(b, repeat), Number(adds)];
      overRows("TIMES", a, words);
    },

    /** to = factor·b */
    scale(to: Matrix, b: Matrix, factor: number, repeat: Repeat, adds: boolean): void {
      const words = [rowOut(to), strideOf(to), ...second(b, repeat), Number(adds)];
      overRows("SCALE", to, [...words, { real: factor }]);
    },

    /** `columns` columns of each row of `from`, beginning at one, to those of `to` beginning at another. */
    place(
      [to, at]: readonly [Matrix, number],
      [from, start]: readonly [Matrix, number],
      columns: number,
      adds: boolean,
    ): void {
      overRows("PLACE", from, [
        rowOut(to, at),
        strideOf(to),
        row(from, start),
        strideOf(from),
        columns * float,
        Number(adds),
      ]);
    },

    /** to = σ(a) */
    activate(to: Matrix, a: Matrix, activation: Activation): void {
      overRows("ACTIVATE", a, [rowOut(to), strideOf(a), row(a), ...activationWords(activation)]);
    },

    /** to = g·σ′(a) */
    activationSlope(to: Matrix, g: Matrix, a: Matrix, activation: Activation, adds: boolean): void {
      overRows("ACTIVATION_SLOPE", a, [
        rowOut(to),
        strideOf(a),
        row(g),
        row(a),
        ...activationWords(activation),
        Number(adds),
      ]);
    },

    /** to = 1/√(a + ε) */
    inverseRoot(to: Matrix, a: Matrix, epsilon: number): void {
      overRows("INVERSE_ROOT", a, [rowOut(to), strideOf(a), row(a), { real: epsilon }]);
    },

    /** to = −½·g·y³, for y = 1/√(a + ε) */
    inverseRootSlope(to: Matrix, g: Matrix, y: Matrix, adds: boolean): void {
      overRows("INVERSE_ROOT_SLOPE", y, [rowOut(to), strideOf(y), row(g), row(y), Number(adds)]);
    },

    /** Shares of e^a over the matrices a, entry by entry. */
    softmax(shares: readonly Matrix[], parts: readonly Matrix[]): void {
      const [first] = shares;
      overRows("SOFTMAX", first, [
        strideOf(first),
        parts.length,
        ...parts.map((one) => row(one)),
        ...shares.map((share) => rowOut(share)),
      ]);
    },

    softmaxSlope(
      targets: readonly { readonly gradient: Matrix; readonly adds: boolean }[],
      gradients: readonly Matrix[],
      shares: readonly Matrix[],
    ): void {
      const [first] = shares;
      overRows("SOFTMAX_SLOPE", first, [
        strideOf(first),
        shares.length,
        ...shares.map((share) => row(share)),
        ...gradients.map((gradient) => row(gradient)),
        ...targets.map(({ gradient }) => rowOut(gradient)),
        ...targets.map(({ adds }) => Number(adds)),
      ]);
    },

    /** to (a column) = factor·Σ over the columns of a, or of a·b */
    sumOfColumns(
      to: Matrix,
      a: Matrix,
      b: Matrix | undefined,
      factor: number,
      adds: boolean,
    ): void {
      overRows("SUM_OF_COLUMNS", a, [
        rowOut(to),
        strideOf(to),
        row(a),
        b ? row(b) : 0,
        strideOf(a),
        a.columns,
        { real: factor },
        Number(adds),
      ]);
    },

    /** to (a row) = factor·Σ over the rows of a, or of a·b */
    sumOfRows(to: Matrix, a: Matrix, b: Matrix | undefined, factor: number, adds: boolean): void {
      overAll("SUM_OF_ROWS", strideOf(a) / (2 * vectorBytes), [
        allOut(to),
        all(a),
        b ? all(b) : 0,
        strideOf(a),
        a.rows,
        { real: factor },
        Number(adds),
      ]);
    },

    /** Row by row the sum of the table's rows that are picked. */
    select(to: Matrix, table: Matrix, { perExample, stretch }: Picks): void {
      const words = [rowOut(to), strideOf(table), all(table), raw(stretch), perExample];
      overRows("SELECT", to, words);
    },

    /** The rows of g to the table's rows that were picked, each the sum of what comes to it. */
    scatter(table: Matrix, g: Matrix, { perExample, stretch }: Picks, adds: boolean): void {
      const stride = strideOf(table);
      overAll("SCATTER", stride / vectorBytes, [
        allOut(table),
        stride,
        all(g),
        raw(stretch),
        perExample,
        g.rows,
        table.rows,
        Number(adds),
      ]);
    },

    /** b, or its transpose, as the right side of a product. */
    pack(b: Matrix, transposed: boolean): Stretch {
      const [terms, columns] = transposed ? [b.columns, b.rows] : [b.rows, b.columns];
      const panels = { bytes: terms * panelsIn(columns) * panel * float };
      overAll("PACK_RIGHT", panelsIn(columns), [
        raw(panels, true),
        all(b),
        strideOf(b),
        terms,
        columns,
        Number(transposed),
      ]);
      return panels;
    },

    /** to = a times what is packed */
    product(to: Matrix, a: Matrix, packed: Stretch, adds: boolean): void {
      overRows("PRODUCT", a, [
        rowOut(to),
        strideOf(to),
        row(a),
        strideOf(a),
        raw(packed),
        panelsIn(to.columns),
        a.columns,
        Number(adds),
      ]);
    },

    /** to = aᵀ·b */
    productOfColumns(to: Matrix, a: Matrix, b: Matrix, adds: boolean): void {
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
        Number(adds),
      ]);
    },
  };
}
