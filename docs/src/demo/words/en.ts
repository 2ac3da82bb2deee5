import type { DemoWords } from "./words.ts";

export const english: DemoWords = {
  title: "Train it here",
  task: "Table to learn",
  tasks: {
    "cyclic:23": { symbol: "Z₂₃", says: "Addition modulo 23: after 22 comes 0." },
    "cyclic:31": { symbol: "Z₃₁", says: "Addition modulo 31: after 30 comes 0." },
    "product:5,5": { symbol: "Z₅ × Z₅", says: "Pairs of numbers, each place added modulo 5." },
    "dihedral:12": {
      symbol: "D₁₂",
      says: "Turns and flips of a regular 12-gon, one after the other; the order matters.",
    },
  },
  fraction: "Share of the table shown",
  shown: (percent, count, of) => `${percent}: ${count} of ${of}`,
  critical: (percent) => `theory: ${percent}`,
  button: {
    start: "Start",
    loading: "Loading …",
    pause: "Pause",
    resume: "Continue",
    waiting: "Waits its turn",
    again: "Run again",
  },
  reset: "Reset",
  resetHint: "back to the same initial weights",
  table: "The whole table, answer by answer",
  tableHint: "Point at a cell, or use the arrow keys, to see what the network answers.",
  scrub: "Go back to an earlier step",
  moment: (step) => `Step ${step}`,
  tableNow: (train, test) => `Of the shown examples ${train} are right, of those held out ${test}.`,
  cell: (product, shown, answer) =>
    `${product} (${shown ? "shown" : "held out"})${answer === null ? "" : `. The network says ${answer}.`}`,
  before: "Theory predicts",
  after: "The network does",
  outcome: {
    generalises: "It will understand.",
    memorises: "It will memorise, and not understand in these steps.",
    borderline: "On the border: it may go either way.",
  },
  because: (critical, shown) =>
    `The change is expected where ${critical} of the table is shown. Here it is ${shown}.`,
  inFull: "What the theory says in full",
  notRun: "Not trained yet.",
  loading: "Fetching the engine …",
  now: (step, train, test) => `Step ${step}: ${train} of the shown right, ${test} of the held out.`,
  ending: ({ memorised, generalised, steps, test }) => {
    if (generalised !== null && memorised !== null) {
      return `Memorised at step ${memorised}, understood at step ${generalised}.`;
    }
    if (generalised !== null) return `Understood at step ${generalised}.`;
    if (memorised !== null) {
      return `Memorised at step ${memorised}. After ${steps} steps it has ${test} of the held out right.`;
    }
    return `Neither memorised nor understood after ${steps} steps.`;
  },
  leftOpen: "The prediction had left it open.",
  numbers: "The curve as numbers",
  announce: {
    paused: "Paused.",
    reset: "Back at the initial weights.",
    memorised: "It has memorised 99 % of what it was shown.",
    generalised: "It has understood: of what it never saw 99 % is right as well.",
  },
  failed: (message) => `It cannot train here: ${message}`,
  noScript: "Training in the page needs JavaScript.",
};
