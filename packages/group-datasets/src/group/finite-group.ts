/**
 * A finite group given by its Cayley table. Elements are the numbers 0 … order − 1.
 * Everything about the group is computed from the table; `label` alone is for people.
 */
export interface FiniteGroup {
  /** Number of elements, M. */
  readonly order: number;
  /** A name people use, such as "Z_71" or "D_6". */
  readonly name: string;
  /** Cayley table, row-major: `table[a * order + b]` is a·b. */
  readonly table: Uint16Array;
  /** The neutral element. */
  readonly identity: number;
  /** a⁻¹ */
  inverse(a: number): number;
  /** a·b */
  multiply(a: number, b: number): number;
  /** How people write the element: "r²s", "(1 2 3)", "(4, 0)". */
  label(a: number): string;
}
