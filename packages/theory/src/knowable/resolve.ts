import { gcd, inverse, reduce } from "./prime-power.ts";

/** Sums that are 0: of unknowns, each so many times. */
export interface Relations {
  readonly unknowns: number;
  /** Three unknowns a relation. */
  readonly members: Uint32Array;
  /** How often each of them counts; 0 for not at all. */
  readonly times: Int8Array;
}

/** Unknowns as combinations of a few free ones, and what the relations ask of these. */
export interface Resolution {
  readonly free: number;
  /** Unknown → its combination, entries in 0 … modulus − 1, 0 beyond its end; undefined if in no relation. */
  readonly combinations: readonly (Int32Array | undefined)[];
  /** Combinations that are 0. */
  readonly left: readonly Int32Array[];
}

/**
 * Solves sparse relations modulo a number as far as that needs no arithmetic but sums: a relation whose
 * unknowns are known but for one gives this one; where none is left, the unknown that most relations of
 * two are waiting for is declared free. From about three relations an unknown on, a few free ones are
 * enough for thousands, and what is left is a small dense problem.
 */
export function resolve({ unknowns, members, times }: Relations, modulus: number): Resolution {
  const count = members.length / 3;
  const waiting = new Uint8Array(count);
  const degrees = new Uint32Array(unknowns + 1);
  for (let at = 0; at < members.length; at++) {
    if (times[at] === 0) continue;
    waiting[(at / 3) | 0]++;
    degrees[members[at] + 1]++;
  }
  const starts = degrees.slice();
  for (let i = 0; i < unknowns; i++) starts[i + 1] += starts[i];
  const incident = new Uint32Array(starts[unknowns]);
  const filled = starts.slice();
  for (let at = 0; at < members.length; at++) {
    if (times[at] !== 0) incident[filled[members[at]]++] = (at / 3) | 0;
  }

  const combinations = new Array<Int32Array | undefined>(unknowns);
  const isUsed = new Uint8Array(count);
  const inPairs = new Int32Array(unknowns);
  const queue: number[] = [];
  let free = 0;

  const enter = (relation: number): void => {
    if (waiting[relation] === 1) queue.push(relation);
    if (waiting[relation] > 2) return;
    for (let at = 3 * relation; at < 3 * relation + 3; at++) {
      if (times[at] !== 0) inPairs[members[at]] += waiting[relation] === 2 ? 1 : -1;
    }
  };
  for (let relation = 0; relation < count; relation++) {
    if (waiting[relation] < 3) enter(relation);
  }

  const set = (unknown: number, combination: Int32Array): void => {
    combinations[unknown] = combination;
    for (let i = starts[unknown]; i < starts[unknown + 1]; i++) {
      waiting[incident[i]]--;
      enter(incident[i]);
    }
  };

  /** The sum of what is known in a relation. */
  const sum = (relation: number): Int32Array => {
    const total = new Int32Array(free);
    for (let at = 3 * relation; at < 3 * relation + 3; at++) {
      const known = times[at] === 0 ? undefined : combinations[members[at]];
      for (let j = 0; known && j < known.length; j++) {
        if (known[j] !== 0) total[j] = reduce(total[j] + times[at] * known[j], modulus);
      }
    }
    return total;
  };

  for (;;) {
    for (let relation = queue.pop(); relation !== undefined; relation = queue.pop()) {
      if (waiting[relation] !== 1) continue;
      let at = 3 * relation;
      while (times[at] === 0 || combinations[members[at]]) at++;
      if (gcd(times[at], modulus) !== 1) continue;
      const factor = modulus - inverse(times[at], modulus);
      isUsed[relation] = 1;
      set(
        members[at],
        sum(relation).map((value) => (value * factor) % modulus),
      );
    }
    let best = -1;
    for (let unknown = 0; unknown < unknowns; unknown++) {
      if (combinations[unknown] || degrees[unknown + 1] === 0) continue;
      const more = best < 0 ? 1 : inPairs[unknown] - inPairs[best];
      if (more > 0 || (more === 0 && degrees[unknown + 1] > degrees[best + 1])) best = unknown;
    }
    if (best < 0) break;
    const unit = new Int32Array(++free);
    unit[free - 1] = 1;
    set(best, unit);
  }
  const left: Int32Array[] = [];
  for (let relation = 0; relation < count; relation++) {
    if (!isUsed[relation]) left.push(sum(relation));
  }
  return { free, combinations, left };
}
