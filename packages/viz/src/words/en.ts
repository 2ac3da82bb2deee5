import { count, percent, ratio } from "../text/numbers.ts";
import type { Reached, Standing, Words } from "./words.ts";

const trained = "99\u202f% of train";
const tested = "99\u202f% of test examples right";

export const english: Words = {
  title: {
    accuracy: "Accuracy on train and test examples",
    loss: "Loss on train and test examples",
  },
  yAxis: { accuracy: "accuracy, %", loss: "loss, log scale" },
  xAxis: { linear: "step", log: "step, log scale" },
  side: { train: "train", test: "test" },
  step: "step",
  run: "run",
  stage: "stage",
  lastStep: "last step",
  of: (side, quantity) => `${side} ${quantity}`,
  nothing: "nothing measured yet",
  flag: {
    memorised: (step) => `memorised, step ${count(step)}`,
    generalised: (step) => `understood, step ${count(step)}`,
  },
  milestone: { memorised: "memorised", generalised: "understood" },
  event: "event",
  stop: ". ",
  several: (runs, memorised, generalised) =>
    `${count(runs)} runs; lines are medians, bands hold every run. ${reached("Memorised", memorised, runs)}; ${reached("understood", generalised, runs)} (${trained}, ${tested}).`,
  ended: "A run that has ended keeps its last value.",
  standing,
  atBest: "at best",
  ceiling: (ceiling) =>
    ` With these examples no learner can be expected to get more than ${percent(ceiling)} of test right (dashed).`,
  pale: (names) => `Pale, for comparison: ${names.join("; ")}.`,
  space: " ",
  missing: (missing, of, quantity) =>
    `${count(missing)} of ${count(of)} values are no numbers${quantity === "loss" ? " above 0" : " from 0 to 1"}; the lines leave them out.`,
  rows: (shown, of) =>
    shown === of ? "All measured steps." : `${count(shown)} of ${count(of)} measured steps.`,
};

function reached(what: string, { steps, first, last }: Reached, runs: number): string {
  if (steps.length === 0) return `${what} by none`;
  const when =
    first === last ? `at step ${count(first)}` : `at steps ${count(first)} to ${count(last)}`;
  return `${what} by ${steps.length === runs ? "all" : `${count(steps.length)} of ${count(runs)}`}, ${when}`;
}

function standing({ memorisedAt, generalisedAt, step, accuracy }: Standing): string {
  const now = (side: "train" | "test") => {
    const value = accuracy[side];
    return value === null ? "" : `${side} accuracy ${percent(value)}`;
  };
  const inBrackets = (text: string) => (text ? ` (${text})` : "");
  if (memorisedAt === null && generalisedAt === null) {
    return `By step ${count(step)} neither memorised${inBrackets(now("train"))} nor understood${inBrackets(now("test"))}.`;
  }
  if (generalisedAt === null) {
    return `Memorised at step ${count(memorisedAt!)} (${trained} examples right); by step ${count(step)} not yet understood${inBrackets(now("test"))}.`;
  }
  if (memorisedAt === null) {
    return `Understood at step ${count(generalisedAt)} (${tested}), but by step ${count(step)} not memorised${inBrackets(now("train"))}.`;
  }
  const both = `Memorised at step ${count(memorisedAt)}, understood at step ${count(generalisedAt)}`;
  return `${both}: ${delay(memorisedAt, generalisedAt)} (${trained}, ${tested}).`;
}

function delay(memorisedAt: number, generalisedAt: number): string {
  if (generalisedAt <= memorisedAt) return "no delay";
  return memorisedAt > 0
    ? `delay × ${ratio(generalisedAt / memorisedAt)}`
    : `a delay of ${count(generalisedAt)} steps`;
}
