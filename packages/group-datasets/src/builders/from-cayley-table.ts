import { InputError } from "../errors.ts";
import { checkTable, NotAGroupError } from "../group/check-table.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { checkOrder, groupOfTable, nameFrom } from "../group/make-group.ts";
import { seen } from "../text/seen.ts";

interface Names {
  readonly name?: string;
  /** How people write element a. */
  readonly label?: (a: number) => string;
}

/**
 * The group with this Cayley table: `table[a][b]`, or `table[a * order + b]`, is a·b.
 *
 * @throws NotAGroupError naming the axiom that fails and the elements where it does
 * @throws InputError if there is no table of numbers, or too large a one
 */
export function fromCayleyTable(
  table: ArrayLike<ArrayLike<number>> | ArrayLike<number>,
  options: Names = {},
): FiniteGroup {
  const name = nameFrom(options, "G");
  const label = options?.label ?? String;
  if (typeof label !== "function") {
    throw new InputError(`elements are labelled by ${seen(label)}`, "give a function");
  }
  const [order, flat] = flatten(table, name);
  const identity = checkTable(flat, order);
  return groupOfTable({ order, name, identity, table: Uint16Array.from(flat), label });
}

function flatten(
  table: ArrayLike<ArrayLike<number>> | ArrayLike<number>,
  name: string,
): [order: number, flat: ArrayLike<number>] {
  const count = lengthOf(table, "a table");
  if (count === 0) throw new NotAGroupError("square", [], "the table is empty");
  if (typeof table[0] !== "object") {
    const order = Math.round(Math.sqrt(count));
    if (order * order !== count) {
      throw new NotAGroupError("square", [], `${count} entries are no square number`);
    }
    checkOrder(order, name);
    return [order, table as ArrayLike<number>];
  }
  checkOrder(count, name);
  const flat: number[] = [];
  for (let a = 0; a < count; a++) {
    const row = table[a] as ArrayLike<number>;
    const length = lengthOf(row, `row ${a}`);
    if (length !== count) {
      const message = `row ${a} has ${length} entries, the table ${count} rows`;
      throw new NotAGroupError("square", [a], message);
    }
    for (let b = 0; b < count; b++) flat.push(row[b]);
  }
  return [count, flat];
}

function lengthOf(list: ArrayLike<unknown>, what: string): number {
  const length = typeof list === "object" ? list?.length : undefined;
  if (length !== undefined && Number.isSafeInteger(length) && length >= 0) return length;
  throw new InputError(
    `${what} of products is needed, got ${seen(list)}`,
    "give arrays of numbers",
  );
}
