import { portableExp, portableLog } from "@grokscape/models";
import type { BorderQuestion } from "./question.ts";
import { learnt, middleOf, type Transition, unknownTransition, whereComes } from "./transition.ts";

/** A run that a search wants. */
export interface PlacedRun {
  readonly value: number;
  readonly seed: number;
}

/** Where half of the runs come. */
export interface Border {
  /**
   * found: as narrow as asked; wide: the budget is spent, or all seeds at all values; below, above: not in the range, or all that the
   * budget shows is on which side; open: still looked for.
   */
  readonly state: "open" | "found" | "wide" | "below" | "above";
  /** Median of the posterior; null if the range does not straddle the border. */
  readonly at: number | null;
  /** 95 % interval; null where that end lies outside of the range. */
  readonly low: number | null;
  readonly high: number | null;
}

/** A search after some outcomes. Each step gives a new one. */
export interface BorderSearch {
  readonly question: BorderQuestion;
  /** In the order in which outcomes are taken in. */
  readonly placed: readonly PlacedRun[];
  readonly outcomes: readonly boolean[];
  readonly border: Border;
  readonly transition: Transition;
}

/** Of the 95 % interval. */
const tail = 0.025;

/** Runs are placed where they come with a probability between this and its counterpart. */
const leastLikely = 0.15;

export function beginSearch(question: BorderQuestion): BorderSearch {
  const [from, to] = bounds(question);
  const transition = unknownTransition(from, to, question.width / 8);
  const search = { question, placed: [], outcomes: [], border: unknown, transition };
  const first = Math.min(question.ahead, question.budget);
  return Array.from({ length: first }).reduce<BorderSearch>(placeNext, search);
}

const unknown: Border = { state: "open", at: null, low: null, high: null };

/** The search once the first outcome that was due is known; in no other order. */
export function observe(search: BorderSearch, came: boolean): BorderSearch {
  const { question, placed, outcomes } = search;
  const { value } = placed[outcomes.length];
  const transition = learnt(search.transition, onAxis(question, value), came);
  const next = { ...search, transition, outcomes: [...outcomes, came] };
  const border = borderOf(next);
  const seen = { ...next, border };
  if (border.state !== "open") return seen;
  const further = placeNext(seen);
  const isSpent = further.placed.length === further.outcomes.length;
  return isSpent ? { ...seen, border: { ...border, state: "wide" } } : further;
}

/** Runs whose outcomes are needed, the first first; none once the search is over. */
export const wanted = ({ placed, outcomes, border }: BorderSearch): readonly PlacedRun[] =>
  border.state === "open" ? placed.slice(outcomes.length) : [];

/**
 * The first new one of the runs that are wanted; failing that, of those that would be if outcomes came as
 * guessed. The guesses leave no trace in the search.
 *
 * @param guess whether a run comes; undefined where nobody knows
 */
export function firstNew(
  search: BorderSearch,
  isNew: (run: PlacedRun) => boolean,
  guess: (run: PlacedRun) => boolean | undefined,
): PlacedRun | undefined {
  let imagined = search;
  for (;;) {
    const runs = wanted(imagined);
    const found = runs.find(isNew);
    if (found || runs.length === 0) return found;
    const came = guess(runs[0]);
    if (came === undefined) return undefined;
    imagined = observe(imagined, came);
  }
}

/** The place on the axis of logarithms, on which runs come upwards. */
const onAxis = ({ comes }: BorderQuestion, value: number) =>
  comes === "above" ? portableLog(value) : -portableLog(value);

const offAxis = ({ comes }: BorderQuestion, x: number) => portableExp(comes === "above" ? x : -x);

function bounds(question: BorderQuestion): readonly [from: number, to: number] {
  const ends = [question.from, question.to].map((value) => onAxis(question, value));
  return [Math.min(...ends), Math.max(...ends)];
}

/**
 * The next run stands where, by what is known so far, a run comes with a probability that goes through
 * [0.15, 0.85] evenly: 0.5, 0.325, 0.675, … While nothing is known that divides the range; later the runs
 * stand on both slopes of the transition, from which its place and its width are told.
 */
function placeNext(search: BorderSearch): BorderSearch {
  const { question, placed, transition } = search;
  if (placed.length === question.budget) return search;
  const share = leastLikely + (1 - 2 * leastLikely) * bitsReversed(placed.length + 1);
  const [from, to] = bounds(question);
  const x = Math.min(to, Math.max(from, whereComes(transition, share)));
  const run = withSeed(question, placed, usable(question, offAxis(question, x)));
  return run ? { ...search, placed: [...placed, run] } : search;
}

/** 1/2, 1/4, 3/4, 1/8, 5/8, … (van der Corput). */
function bitsReversed(n: number): number {
  let [sum, bit] = [0, 0.5];
  for (let rest = n; rest > 0; rest >>= 1, bit /= 2) if (rest & 1) sum += bit;
  return sum;
}

/** A whole number where it has to be one, four digits otherwise, within the range. */
function usable({ whole, from, to }: BorderQuestion, value: number): number {
  const rounded = whole ? Math.round(value) : Number(value.toPrecision(4));
  return Math.min(to, Math.max(from, rounded));
}

/** A run at a value, or near it where all seeds have been taken there; none if they have been everywhere. */
function withSeed(
  question: BorderQuestion,
  placed: readonly PlacedRun[],
  value: number,
): PlacedRun | undefined {
  const { seeds, whole } = question;
  if (typeof seeds === "number") return { value, seed: seeds + placed.length };
  const isFree = (run: PlacedRun) =>
    !placed.some((other) => other.value === run.value && other.seed === run.seed);
  const turn = seeds.map((_, i) => seeds[(placed.length + i) % seeds.length]);
  const spacing = whole ? 1 : value / 1000;
  for (let away = 0; away <= placed.length; away++) {
    for (const near of [value - away * spacing, value + away * spacing]) {
      const run = turn.map((seed) => ({ value: usable(question, near), seed })).find(isFree);
      if (run) return run;
    }
  }
  return undefined;
}

function borderOf({ question, transition }: BorderSearch): Border {
  const [from, to] = bounds(question);
  const middle = middleOf(transition);
  const ends = [tail, 1 - tail].map((share) => middle.quantile(share));
  const within = (x: number) => (x >= from && x <= to ? offAxis(question, x) : null);
  const [low, high] = question.comes === "above" ? ends.map(within) : ends.map(within).reverse();
  const before = middle.probabilityBelow(from) >= 1 - tail;
  const after = middle.probabilityBelow(to) <= tail;
  if (before || after) {
    const state = before === (question.comes === "above") ? "below" : "above";
    return { state, at: null, low: null, high: null };
  }
  const at = offAxis(question, middle.quantile(0.5));
  const isNarrow = low !== null && high !== null && high - low <= 2 * question.width * at;
  return { state: isNarrow ? "found" : "open", at, low, high };
}

const shares = [0.01, 0.025, ...Array.from({ length: 19 }, (_, i) => (i + 1) / 20), 0.975, 0.99];

/** How probable it is that a run comes, by all that is known, in the order of the values. */
export function probabilities({ question, transition }: BorderSearch): readonly {
  readonly value: number;
  readonly probability: number;
}[] {
  const points = shares.map((probability) => ({
    value: offAxis(question, whereComes(transition, probability)),
    probability,
  }));
  return question.comes === "above" ? points : points.toReversed();
}
