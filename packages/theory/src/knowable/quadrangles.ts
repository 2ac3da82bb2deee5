import type { Deduction } from "./deduction.ts";
import type { Lesson } from "./lesson.ts";

/**
 * What follows from examples of a group's table by the quadrangle criterion, which holds in every group:
 * if two quadrangles of two rows and two columns agree in three corners, they agree in the fourth. It
 * is applied until nothing new follows, in its three forms: two rows, two columns, or a row and a column
 * take the places of the pair that is compared. What it says is certain; what it does not say may
 * follow all the same.
 */
export function byQuadrangles({ data, task }: Lesson): Deduction {
  return {
    by: "quadrangles",
    conclude(examples) {
      const { operands, labels } = data;
      const square = new Square(task.vocabulary);
      for (let i = 0; i < examples.length; i++) {
        const [a, b] = operands.subarray(2 * examples[i], 2 * examples[i] + 2);
        square.set(a, b, labels[examples[i]]);
      }
      const contradictory = !square.complete();
      return {
        contradictory,
        follows: (example) =>
          square.label(operands[2 * example], operands[2 * example + 1]) === labels[example],
      };
    },
    symbols: (example) => {
      const [a, b] = data.operands.subarray(2 * example, 2 * example + 2);
      return [a, task.vocabulary + b, 2 * task.vocabulary + data.labels[example]];
    },
  };
}

/** A square that fills up. */
class Square {
  readonly #m: number;
  /** Row·m + column → label + 1; 0 where it is not known. */
  readonly #labels: Uint16Array;
  /** Places that are known, in the order in which they became so. */
  readonly #known: number[] = [];
  #contradictory = false;

  constructor(m: number) {
    this.#m = m;
    this.#labels = new Uint16Array(m * m);
  }

  label(row: number, column: number): number {
    return this.#labels[row * this.#m + column] - 1;
  }

  set(row: number, column: number, label: number): void {
    const at = row * this.#m + column;
    if (this.#labels[at] === label + 1) return;
    if (this.#labels[at] !== 0) this.#contradictory = true;
    this.#labels[at] = label + 1;
    this.#known.push(at);
  }

  /** Draws every conclusion; false as soon as two contradict each other. */
  complete(): boolean {
    const m = this.#m;
    const rows = new Ratios(m, (row, column, label) => this.set(row, column, label));
    const columns = new Ratios(m, (column, row, label) => this.set(row, column, label));
    const mixed = new Ratios(m, (row, label, column) => this.set(row, column, label));
    for (let i = 0; i < this.#known.length && !this.#contradictory; i++) {
      const [row, column] = [Math.floor(this.#known[i] / m), this.#known[i] % m];
      const label = this.label(row, column);
      const fits =
        rows.add(row, column, label) &&
        columns.add(column, row, label) &&
        mixed.add(row, label, column);
      if (!fits) this.#contradictory = true;
    }
    return !this.#contradictory;
  }
}

/** Pairs of lines, and pairs of values, that are known to have one and the same ratio. */
interface RatioClass {
  /** Line·m + other line. */
  readonly lines: number[];
  /** Value → the other value. */
  readonly values: Map<number, number>;
}

/**
 * Lines, with a value at each position. In a group's table the ratio of two lines turns the values of
 * the one into those of the other, at every position alike: so two pairs of lines that turn one value into
 * the same have one ratio, and turn every value into the same.
 */
class Ratios {
  readonly #m: number;
  readonly #expect: (line: number, position: number, value: number) => void;
  /** Line·m + position → value + 1, and line·m + value → position + 1. */
  readonly #values: Uint16Array;
  readonly #positions: Uint16Array;
  /** Of pairs of lines, and after them pairs of values: union-find. */
  readonly #parents: Uint32Array;
  readonly #classes = new Map<number, RatioClass>();

  constructor(m: number, expect: (line: number, position: number, value: number) => void) {
    this.#m = m;
    this.#expect = expect;
    this.#values = new Uint16Array(m * m);
    this.#positions = new Uint16Array(m * m);
    this.#parents = Uint32Array.from({ length: 2 * m * m }, (_, i) => i);
  }

  /** False if that contradicts what is there. */
  add(line: number, position: number, value: number): boolean {
    const m = this.#m;
    if (this.#positions[line * m + value] !== 0) return false;
    this.#values[line * m + position] = value + 1;
    this.#positions[line * m + value] = position + 1;
    for (let other = 0; other < m; other++) {
      if (other === line) continue;
      const there = this.#values[other * m + position] - 1;
      if (there < 0) {
        const turned = this.#class(line * m + other).values.get(value);
        if (turned !== undefined) this.#expect(other, position, turned);
      } else {
        const fits =
          this.#unite(line * m + other, m * m + value * m + there) &&
          this.#unite(other * m + line, m * m + there * m + value);
        if (!fits) return false;
      }
    }
    return true;
  }

  #root(pair: number): number {
    let root = pair;
    while (this.#parents[root] !== root)
      root = this.#parents[root] = this.#parents[this.#parents[root]];
    return root;
  }

  #class(pair: number): RatioClass {
    const root = this.#root(pair);
    let found = this.#classes.get(root);
    if (!found) {
      const [m, square] = [this.#m, this.#m ** 2];
      found =
        root < square
          ? { lines: [root], values: new Map() }
          : {
              lines: [],
              values: new Map([[Math.floor((root - square) / m), (root - square) % m]]),
            };
      this.#classes.set(root, found);
    }
    return found;
  }

  #unite(pair: number, other: number): boolean {
    if (this.#root(pair) === this.#root(other)) return true;
    const size = ({ lines, values }: RatioClass) => lines.length + values.size;
    const swap = size(this.#class(pair)) < size(this.#class(other));
    const [large, small] = swap ? [other, pair] : [pair, other];
    const [into, from] = [this.#class(large), this.#class(small)];
    this.#meet(into.lines, from.values);
    this.#meet(from.lines, into.values);
    for (const line of from.lines) into.lines.push(line);
    for (const [value, turned] of from.values) {
      if (into.values.has(value)) return false;
      into.values.set(value, turned);
    }
    this.#classes.delete(this.#root(small));
    this.#parents[this.#root(small)] = this.#root(large);
    return true;
  }

  /** Every pair of lines turns every value so. */
  #meet(lines: readonly number[], values: ReadonlyMap<number, number>): void {
    const m = this.#m;
    for (const pair of lines) {
      const [line, other] = [Math.floor(pair / m), pair % m];
      for (const [value, turned] of values) {
        const position = this.#positions[line * m + value] - 1;
        const there = this.#positions[other * m + turned] - 1;
        if (position === there) continue;
        if (position >= 0) this.#expect(other, position, turned);
        else this.#expect(line, there, value);
      }
    }
  }
}
