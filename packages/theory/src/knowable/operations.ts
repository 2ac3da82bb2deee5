import { dataset } from "@grokscape/group-datasets";
import type { Deduction } from "./deduction.ts";
import { byEquations, type Equations } from "./equations.ts";
import type { Lesson } from "./lesson.ts";
import { hasTwins, isZero, type Places, placesOf, placing } from "./places.ts";
import { reduce } from "./prime-power.ts";

/** Of the first operation and of the second. */
export type Two<One> = readonly [first: One, second: One];

/** What is shown of each operation, if the task is of two. */
export function lessonsOf(lesson: Lesson): Two<Lesson> | undefined {
  const { task, alphabet, knowledge, shown, heldOut } = lesson;
  if (!task.operations) return undefined;
  const [first, second] = task.operations;
  const parts = [shown, heldOut].map((examples) => divided(examples, first.size));
  const of = (operation: typeof first, which: 0 | 1): Lesson => ({
    task: operation,
    data: dataset(operation),
    alphabet,
    knowledge: { commutative: knowledge.commutative },
    shown: parts[0][which],
    heldOut: parts[1][which],
  });
  return [of(first, 0), of(second, 1)];
}

/** Examples of two operations as each numbers its own. @param size how many examples the first has */
export function divided(examples: ArrayLike<number>, size: number): Two<Uint32Array> {
  const all = Uint32Array.from(examples);
  return [
    all.filter((example) => example < size),
    all.filter((example) => example >= size).map((example) => example - size),
  ];
}

/** What follows from each operation's own examples. @param size how many examples the first has */
export function byEach(size: number, [first, second]: Two<Deduction>): Deduction {
  return {
    by: "operations",
    conclude(examples) {
      const [ones, twos] = divided(examples, size);
      const conclusions = [first.conclude(ones), second.conclude(twos)];
      return {
        follows: (example) =>
          example < size ? conclusions[0].follows(example) : conclusions[1].follows(example - size),
        contradictory: conclusions.some(({ contradictory }) => contradictory),
      };
    },
    // no symbol tells of both
    symbols: (example) =>
      example < size
        ? first.symbols(example)
        : second.symbols(example - size).map((symbol) => -1 - symbol),
  };
}

/**
 * What follows from the examples of two related operations of one abelian group, by linear algebra: the
 * second is φ(α(a)) + ψ(β(b)) + k = γ(c).
 *
 * By the first's equations every row, column and answer is a combination of a few generators of a module over
 * Z/e. α, and an unknown automorphism after it, is a homomorphism from that module to the group, and may be
 * any: so the second's row is the same combination of other unknowns x_j, its column of unknowns y_j, and its
 * answer, which is the first's, of the generators themselves. So its examples are linear equations as well:
 * what their span contains follows. k is none of the unknowns, since α is known up to a shift alone, and the
 * x_j may shift all rows.
 *
 * If the first operation is wholly known, nothing else follows for a learner that does not use that φ and ψ
 * are one to one. If it is not, more may, since α, x and y are not free of each other.
 *
 * @param size how many examples the first has
 * @param second with rows, columns and answers of their own
 */
export function byRelation(size: number, [first, second]: Two<Equations>): Deduction {
  const { modulus } = first;
  const order = second.offsets[1];
  /** Of the second's unknown: 0 for rows, 1 for columns, 2 for answers, and what the first calls it. */
  const kindOf = (unknown: number) => Math.floor(unknown / order);
  const inFirst = (unknown: number) => first.offsets[kindOf(unknown)] + (unknown % order);

  function conclude(examples: ArrayLike<number>) {
    const [ones, twos] = divided(examples, size);
    const known = placesOf(first.of(ones), modulus);
    const count = known.orders.length;
    const { members, times } = second.of(twos);
    /** The second's unknowns of which the first tells nothing: each is a generator. */
    const strangers = new Map<number, number>();
    const start = (kind: number) => kind * count;
    for (const unknown of members) {
      if (!known.of[inFirst(unknown)] && !strangers.has(unknown)) {
        strangers.set(unknown, start(3) + strangers.size);
      }
    }
    const generators = start(3) + strangers.size;

    /** Of the x_j, the y_j, the first's own generators, and strangers. */
    const combined = (kind: number, place: Int32Array): Int32Array => {
      const found = new Int32Array(generators);
      found.set(place, start(kind));
      return found;
    };
    const combination = (unknown: number): Int32Array | undefined => {
      const kind = kindOf(unknown);
      const place = known.of[inFirst(unknown)];
      const stranger = strangers.get(unknown);
      if (!place && stranger === undefined) return undefined;
      const found = combined(kind, place ?? new Int32Array(0));
      if (stranger !== undefined) found[stranger] = 1;
      return found;
    };
    const relations: Int32Array[] = [];
    for (const [j, times] of known.orders.entries()) {
      if (times === modulus) continue;
      for (const kind of [0, 1, 2]) {
        const relation = new Int32Array(generators);
        relation[start(kind) + j] = times;
        relations.push(relation);
      }
    }
    for (let at = 0; at < members.length; at += 3) {
      const relation = new Int32Array(generators);
      for (let i = at; i < at + 3; i++) {
        const entries = combination(members[i]) as Int32Array;
        for (let j = 0; j < generators; j++) {
          if (entries[j] !== 0) relation[j] = reduce(relation[j] + times[i] * entries[j], modulus);
        }
      }
      relations.push(relation);
    }
    const { orders, place } = placing(relations, generators, modulus);
    const ofSecond = Array.from({ length: 3 * order }, (_, unknown) => {
      const found = combination(unknown);
      return found && place(found);
    });
    const ofFirst = known.of.map((own) => own && place(combined(2, own)));
    for (let answer = 0; answer < order; answer++) {
      ofFirst[first.offsets[2] + answer] ??= ofSecond[2 * order + answer];
    }
    const follows = (equations: Equations, example: number, of: Places["of"]) =>
      isZero(equations.of([example]), { modulus, orders, of });
    return {
      follows: (example: number) =>
        example < size
          ? follows(first, example, ofFirst)
          : follows(second, example - size, ofSecond),
      contradictory:
        hasTwins(ofFirst) ||
        [0, 1, 2].some((kind) => hasTwins(ofSecond.slice(kind * order, (kind + 1) * order))),
    };
  }

  const { symbols } = byEquations(first);
  return {
    by: "related",
    conclude,
    symbols: (example) =>
      example < size ? symbols(example) : Array.from(second.of([example - size]).members, inFirst),
  };
}
