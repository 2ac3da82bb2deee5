import {
  automorphisms,
  type FiniteGroup,
  fromCayleyTable,
  InputError,
} from "@grokscape/group-datasets";
import type { Deduction } from "./deduction.ts";
import type { Lesson } from "./lesson.ts";
import { byEach, divided, type Two } from "./operations.ts";

/** Of a group: all pairs of them are gone through. */
const mostAutomorphisms = 4096;

/** A second operation: φ(u)·k·ψ(v) of the first's elements, or with its factors in the other order. */
interface Rule {
  readonly phi: Uint16Array;
  readonly psi: Uint16Array;
  readonly k: number;
  readonly turned: boolean;
}

/**
 * What follows from the examples of two related operations of any group once the first is wholly known: what all
 * second operations say alike that agree with the examples shown. There are 2·|Aut G|²·|G| of them, and an
 * example tells k. Before the first is wholly known, each operation is concluded from by itself.
 *
 * @throws InputError if the group has more automorphisms than can be gone through
 */
export function byRelatedTables([first, second]: Two<Lesson>, each: Two<Deduction>): Deduction {
  const { size } = first.task;
  const group = groupOf(first);
  const { order, inverse } = group;
  const multiply = (...factors: number[]) => factors.reduce((a, b) => group.table[a * order + b]);
  const maps: Uint16Array[] = [];
  for (const map of automorphisms(group)) {
    maps.push(map);
    if (maps.length <= mostAutomorphisms) continue;
    throw new InputError(
      `the group of ${first.task.id} has more than ${mostAutomorphisms} automorphisms`,
      "leave `related` out, or take a smaller group",
    );
  }
  // a·0 and 0·b, as answers, name the elements that a row and a column stand for
  const rows = Array.from({ length: order }, (_, a) => first.data.labels[a * order]);
  const columns = first.data.labels.subarray(0, order);
  const read = (example: number) => {
    const [a, b] = second.data.operands.subarray(2 * example, 2 * example + 2);
    return { u: rows[a], v: columns[b], label: second.data.labels[example] };
  };
  const agrees = ({ phi, psi, k, turned }: Rule, example: number): boolean => {
    const { u, v, label } = read(example);
    const product = turned ? multiply(psi[v], k, phi[u]) : multiply(phi[u], k, psi[v]);
    return product === label;
  };
  const rulesOf = (examples: Uint32Array): Rule[] => {
    const { u, v, label } = read(examples[0]);
    return maps.flatMap((phi) =>
      maps.flatMap((psi) =>
        [false, true].flatMap((turned) => {
          const [left, right] = turned ? [psi[v], phi[u]] : [phi[u], psi[v]];
          const k = multiply(inverse(left), label, inverse(right));
          const rule = { phi, psi, k, turned };
          return examples.every((example) => agrees(rule, example)) ? [rule] : [];
        }),
      ),
    );
  };
  const all = Array.from({ length: size }, (_, example) => example);
  const byThemselves = byEach(size, each);
  return {
    by: "related",
    conclude(examples) {
      const [ones, twos] = divided(examples, size);
      const apart = byThemselves.conclude(examples);
      // no table is known from fewer
      if (ones.length < 3 * order - 3 || twos.length === 0 || apart.contradictory) return apart;
      if (!all.every(apart.follows)) return apart;
      const rules = rulesOf(twos);
      return {
        follows: (example) => example < size || rules.every((rule) => agrees(rule, example - size)),
        contradictory: rules.length === 0,
      };
    },
    // a symbol may stand once only
    symbols(example) {
      const symbols = each[0].symbols(example < size ? example : example - size);
      return [...symbols, ...symbols];
    },
  };
}

/** The group on the answers of a table that is a group's under other names. */
function groupOf({ task: { vocabulary: order }, data: { labels } }: Lesson): FiniteGroup {
  const table = new Uint16Array(order * order);
  for (let a = 0; a < order; a++) {
    for (let b = 0; b < order; b++) {
      table[labels[a * order] * order + labels[b]] = labels[a * order + b];
    }
  }
  return fromCayleyTable(table);
}
