import { exponent, type FiniteGroup } from "@grokscape/group-datasets";
import type { Deduction } from "./deduction.ts";
import type { Alphabet } from "./knowledge.ts";
import { type Lesson, numbering, unlikeTransposes } from "./lesson.ts";
import { hasTwins, isZero, placesOf } from "./places.ts";
import { gcd } from "./prime-power.ts";
import type { Relations } from "./resolve.ts";

/** The equations that examples of an abelian group's table are, and modulo what they count. */
export interface Equations {
  /** e, the group's exponent. */
  readonly modulus: number;
  /** The number of a place's first symbol among the unknowns: of rows, columns and answers. */
  readonly offsets: readonly number[];
  /** α(a) + β(b) − γ(c) = 0 of each of these examples. */
  readonly of: (examples: ArrayLike<number>) => Relations;
}

export function equationsOf(lesson: Lesson, group: FiniteGroup): Equations {
  const { task, data } = lesson;
  const { offsets, count } = numbering(task, sharedNames(lesson));
  const [row, column, answer] = offsets;
  return {
    modulus: exponent(group),
    offsets,
    of(examples) {
      const members = new Uint32Array(3 * examples.length);
      const times = new Int8Array(3 * examples.length);
      for (let i = 0, at = 0; i < examples.length; i++, at += 3) {
        const example = examples[i];
        const a = data.operands[2 * example] + row;
        const b = data.operands[2 * example + 1] + column;
        const c = data.labels[example] + answer;
        members.set([a, b, c], at);
        times[at] = 1 + Number(b === a) - Number(c === a);
        times[at + 1] = b === a ? 0 : 1 - Number(c === b);
        times[at + 2] = c === a || c === b ? 0 : -1;
      }
      return { unknowns: count, members, times };
    },
  };
}

/**
 * In which places a symbol surely stands for one element. The alphabet tells it of a group's own table;
 * of a table under other names, such as a − b, rows and columns agree only if it is symmetric.
 */
export function sharedNames({ task, data, alphabet, knowledge }: Lesson): Alphabet {
  if (alphabet === "own" || task.group || knowledge.group) return alphabet;
  return unlikeTransposes(data) ? "own" : "operands";
}

/**
 * What follows from examples of an abelian group's table G, exactly, by linear algebra.
 *
 * Each example (a, b) ↦ c says α(a) + β(b) = γ(c), where α, β and γ are the elements that row, column and
 * answer stand for: relations in a free abelian group of all symbols. The learner knows G only up to
 * isomorphism, so what it can know of the symbols is what every homomorphism to G says of them. G has
 * elements of order e, its exponent, and none whose order does not divide e; homomorphisms to it tell
 * apart just what differs modulo e. So an example follows from others by their equations if and only if
 * its own relation is in their span over Z/e: for Z_p over the field F_p, for every abelian group in
 * the Smith normal form of the relations modulo each prime power of e.
 *
 * That different symbols are different elements is not an equation and not used here. It can tell more
 * (the one row left over is the one element left over), by search, for which no quick way is known.
 */
export function byEquations(equations: Equations): Deduction {
  return {
    by: "equations",
    conclude(examples) {
      const places = placesOf(equations.of(examples), equations.modulus);
      return {
        follows: (example) => isZero(equations.of([example]), places),
        contradictory: hasTwins(places.of),
      };
    },
    symbols(example) {
      const { members, times } = equations.of([example]);
      return [0, 1, 2].flatMap((at) => {
        const symbol = members[at];
        if (times[at] === 0) return [];
        return gcd(times[at], equations.modulus) === 1 ? [symbol] : [symbol, symbol];
      });
    },
  };
}
