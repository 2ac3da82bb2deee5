import { count } from "../../demo/numbers.ts";
import type { ArticleWords } from "./words.ts";

export const english: ArticleWords = {
  taskTable: {
    title: "A table with gaps",
    table: "Table",
    covered: "Covered",
    count: (covered, of) => `${covered} of ${of}`,
    disguise: "As the network sees it",
    plain: "Can you fill the gaps? Whoever knows the rule can fill them all.",
    disguised:
      "The same table, its symbols renamed and in no order. The network is given no more than this.",
  },
  energyPeaks: {
    title: "Two peaks",
    share: "Share of the table shown",
    memorising: "memorising",
    generalising: "generalising",
    noPeak: "no peak",
    node: "A node",
    nodeHint: "Drag the node along the ridge, and let it go.",
    climbed: {
      memorising: "It climbs to the memorising peak.",
      generalising: "It climbs to the generalising peak.",
      neither:
        "From the side this looks like a summit, but it is none: in other directions the way leads on up.",
    },
    says: {
      memorisingOnly: "Only memorising peaks are found.",
      memorising: "Memorising is the higher peak.",
      generalising: "Generalising is the higher peak.",
      generalisingOnly: "Only generalising peaks are found.",
    },
    note: "The energy of one node for addition modulo 23, computed when this page was made, on the straight way between the highest peak reached from single examples and the highest reached from waves.",
  },
  shareOfTable: {
    title: "What the law asks for, 2.7482 · M ln M",
    symbols: "Symbols, M",
    all: "Entries, M × M",
    needed: "Needed",
    share: "Share",
  },
  claimRun: {
    setting: "Setting",
    button: {
      idle: "Run it",
      loading: "Loading …",
      running: "Pause",
      paused: "Continue",
      waiting: "Waits its turn",
      finished: "Run again",
    },
    notRun: "Not run yet.",
    now: (step, train, test) =>
      `Step ${step}: ${train} of the shown right, ${test} of the held out.`,
    ended: (memorised, understood, steps) =>
      understood !== null
        ? `Memorised at step ${memorised ?? "–"}, understood at step ${understood}.`
        : memorised !== null
          ? `Memorised at step ${memorised}, not understood after ${steps} steps.`
          : `Neither memorised nor understood after ${steps} steps.`,
    failed: (message) => `It cannot train here: ${message}`,
    measured: (seeds) =>
      seeds === 1 ? "Understood at step, measured" : `Understood at step, ${seeds} seeds`,
    asMeasured: "as measured",
    here: "Here, seed 1",
    never: (steps) => `not in ${steps}`,
    gradient: "‖G_F‖, the gradient that reaches the hidden nodes",
    gradientSays: "What still reaches the hidden nodes, and what the network understands",
    message: "shortest message, bits",
    labels: (bits) => `the answers shown, as they are ${bits}`,
    readBack: "test accuracy of what is read back from the message",
    messageSays: "How much there is to say of the network, and what it understands",
    node: (irrep, percent) => `irrep ${irrep}, ${percent} %`,
    wave: (frequency, percent) => `k = ${frequency}, ${percent} %`,
    wound: "a clock’s symbols in the order in which each wave goes round once",
    scrub: "Go back to an earlier step",
    moment: (step) => `Step ${step}`,
    memorising: "memorises",
    answer: "answer",
    mixed: "mixed",
  },
  transformerRun: {
    title: "A transformer, live",
    which: "Which transformer",
    background: "Go on out of sight",
    backgroundSays: "Trains on while you read elsewhere, in another tab too.",
    table: "The table, answer by answer",
    attention:
      "What each head takes from the three tokens for the answer, on average over the table",
    head: "Head",
    asks: "It has only been timed so far: continue, if you want to wait.",
    pace: (perStep, left, { least, most }) =>
      `Here a step takes ${perStep >= 10 ? Math.round(perStep) : perStep.toPrecision(2)} ms. Runs of this kind were measured to understand between steps ${count(least)} and ${count(most)}, so expect about ${left < 90 ? `${Math.ceil(left)} seconds` : `${Math.round(left / 60)} minutes`} more.`,
  },
  phaseMap: {
    title: "How much is enough",
    counted: "Count the examples",
    unit: {
      share: "as a share of the table, %",
      criticalMultiple: "in units of M ln M",
      perSymbol: "for each symbol",
    },
    says: {
      share: "The larger the table, the smaller the share it takes.",
      criticalMultiple: "In units of M ln M the border lies still, but for Z₇ ⋊ Z₃.",
      perSymbol: "For each symbol it takes slowly more: as ln M grows.",
    },
    shapes:
      "Circles are clocks; squares are D₁₂ (24 symbols) and Z₇ ⋊ Z₃ (21), which do not commute. Points with bars mark the clocks’ border.",
    law: "the author’s 2.7482 M ln M",
    measured: (runs) => `${runs} runs, measured.`,
  },
  twoNodes: {
    title: "Two nodes",
    angle: "Angle between their features",
    says: {
      apart: (b) => `b₁₂ = ${b}: alike, they push each other apart.`,
      together: (b) => `b₁₂ = ${b}: opposed, they are drawn together.`,
      none: (b) => `b₁₂ = ${b}: at a right angle they leave each other alone.`,
    },
    note: "b₁₂ says how much of one node’s feature is in what moves the other: below 0 it drives them apart. Computed from Theorem 6 as you move, for two nodes beside a third.",
  },
  coupons: {
    title: "Collecting peaks",
    count: "Peaks, L",
    height: "One of them is higher",
    independent: "nodes that start by themselves",
    peaks: "one for each peak",
    says: (independent, muon) =>
      `On average ${independent} nodes find all peaks; Muon needs ${muon} at most.`,
    note: "Computed from Theorem 8, with exponent 2.",
  },
  depthSignal: {
    title: "How clearly the target arrives at the lowest layer",
    layers: "Hidden layers",
    plain: "one layer after another",
    residual: "with residual connections",
    note: "Five random networks of ReLUs, max(0, z), on addition modulo 7, the top layer fitted; the cosine of what reaches the lowest layer and the clear signal.",
  },
};
