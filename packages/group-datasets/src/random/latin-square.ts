import type { JumpableRandomGenerator } from "pure-rand/types/JumpableRandomGenerator";
import { uniformBelow } from "./streams.ts";

/**
 * A random Latin square of order n ≥ 2, row-major, by the Markov chain of Jacobson and Matthews
 * (Generating uniformly distributed random Latin squares, J. Combin. Designs 4, 1996): from Z_n's
 * table on, the (n² + 100)th proper square that it visits, about n moves lying between two of them.
 * What is counted matters: on the squares it visits the chain is uniform, but not on the first one
 * after a number of moves.
 */
export function randomLatinSquare(n: number, stream: JumpableRandomGenerator): Uint16Array {
  const square = new LatinCube(n, stream);
  for (let visits = 100 + n ** 2; visits > 0; ) {
    square.move();
    if (square.isProper) visits--;
  }
  return square.symbols;
}

/** A cell of the cube: row, column, symbol. */
type Cell = readonly [x: number, y: number, z: number];

/**
 * A Latin square as a cube of ones and zeros with one 1 in each line; while improper, one cell is −1
 * and the three lines through it have two ones each.
 */
class LatinCube {
  /** (row, column) → symbol, (column, symbol) → row, (row, symbol) → column. */
  readonly symbols: Uint16Array;
  readonly #rows: Uint16Array;
  readonly #columns: Uint16Array;
  readonly #n: number;
  readonly #stream: JumpableRandomGenerator;
  /** The cell that is −1, and for each of its lines the one that the tables do not hold. */
  #improper: { readonly cell: Cell; readonly others: Cell } | undefined;

  constructor(n: number, stream: JumpableRandomGenerator) {
    this.#n = n;
    this.#stream = stream;
    this.symbols = Uint16Array.from({ length: n * n }, (_, i) => (Math.floor(i / n) + i) % n);
    this.#rows = new Uint16Array(n * n);
    this.#columns = new Uint16Array(n * n);
    for (let x = 0; x < n; x++) {
      for (let y = 0; y < n; y++) {
        const z = this.symbols[x * n + y];
        this.#rows[y * n + z] = x;
        this.#columns[x * n + z] = y;
      }
    }
  }

  get isProper(): boolean {
    return this.#improper === undefined;
  }

  /** Adds 1 to a cell, and ±1 to the seven others of a box, so that every line keeps its sum. */
  move(): void {
    const n = this.#n;
    const [x, y, z] = this.#improper?.cell ?? this.#zero();
    const [xy, yz, xz] = [x * n + y, y * n + z, x * n + z];
    const [a, b, c] = this.#opposite([x, y, z], [xy, yz, xz]);
    this.symbols[x * n + b] = c;
    this.symbols[a * n + y] = c;
    this.#rows[y * n + c] = a;
    this.#rows[b * n + z] = a;
    this.#columns[x * n + c] = b;
    this.#columns[a * n + z] = b;
    // the corner (a, b, c) loses 1: a 1 there becomes 0, a 0 becomes −1
    if (this.symbols[a * n + b] === c) {
      this.symbols[a * n + b] = z;
      this.#rows[b * n + c] = x;
      this.#columns[a * n + c] = y;
      this.#improper = undefined;
    } else {
      this.#improper = { cell: [a, b, c], others: [x, y, z] };
    }
  }

  /** A random cell that is 0. */
  #zero(): Cell {
    const n = this.#n;
    const x = uniformBelow(this.#stream, n);
    const y = uniformBelow(this.#stream, n);
    const z = uniformBelow(this.#stream, n - 1);
    return [x, y, z < this.symbols[x * n + y] ? z : z + 1];
  }

  /** The other ends of the lines through a cell, where a 1 is taken away; the tables follow. */
  #opposite([x, y, z]: Cell, [xy, yz, xz]: Cell): Cell {
    const found = [this.#rows[yz], this.#columns[xz], this.symbols[xy]];
    const left = this.#improper ? [...this.#improper.others] : [x, y, z];
    if (this.#improper) {
      for (let i = 0; i < 3; i++) {
        if (uniformBelow(this.#stream, 2) === 1) [found[i], left[i]] = [left[i], found[i]];
      }
    }
    [this.#rows[yz], this.#columns[xz], this.symbols[xy]] = left;
    return [found[0], found[1], found[2]];
  }
}
