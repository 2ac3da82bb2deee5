import type { LabWords } from "./words.ts";

export const english: LabWords = {
  title: "The lab",
  presets: "Begin with",
  preset: {
    first: "The first page’s run",
    few: "Too little data",
    border: "On the border",
    careless: "No weight decay",
    decay: "Strong weight decay",
    empty: "An empty last layer",
    dihedral: "Turns and flips: D₁₂",
    frobenius: "Z₇ ⋊ Z₃, irreps of degree 3",
    clocks: "Four clocks at once: Z₂³ × Z₃",
    narrow: "A narrow network",
    complex: "Complex weights",
    deep: "Three layers",
    transformer: "A small transformer",
    products: "Too few examples for squares, enough for products",
    ridge: "The top layer solved at every step",
  },
  published: "From papers",
  own: "Your own settings",
  settings: "Settings",
  which: "These settings are for",
  run: { first: "run A", second: "run B" },
  compare: "Compare two runs",
  differs: (differences) => `Unlike run A: ${differences.join("; ")}.`,
  difference: (name, value, other) => `${name} ${value} instead of ${other}`,
  alike: "The settings of run A, until you change one.",
  find: "Find a setting",
  found: (shown, idle) =>
    [
      shown === 0 ? "Nothing of that name." : shown === 1 ? "1 setting." : `${shown} settings.`,
      idle > 0 ? `${idle} more would do nothing beside these.` : "",
    ]
      .filter(Boolean)
      .join(" "),
  none: { none: "none", all: "all" },
  suited: "0: as suits the size",
  turned: "turned away from the first page’s run",
  taskHint: "cyclic:23, dihedral:12, product:4,7, symmetric:4, small:21,1, …",
  shownOf: (count, of, critical) =>
    `${count} of ${of}${critical === null ? "" : `; the author’s code puts the border at ${critical}`}`,
  among: {
    limit: "any learner needs, for 99 % of the rest",
    training: "training of this kind needed, in our experiments",
    author: "the author’s code puts the border at",
    shown: "this run shows",
  },
  amongTitle: "How many examples",
  notMeasured: "not measured",
  start: "Start",
  pause: "Pause",
  waiting: "Waits its turn",
  resume: "Continue",
  again: "Run again",
  loading: "Loading …",
  step: "One step",
  rewind: "Rewind",
  rewindHint: "back to the same initial weights",
  speed: "Speed",
  speeds: { slow: "step by step", eased: "to follow", fast: "full" },
  predicted: {
    generalises: "Theory: it will understand.",
    memorises: "Theory: it will memorise, and not understand in these steps.",
    borderline: "Theory: on the border, it may go either way.",
    unknown: "Whether it will understand, we cannot say.",
    "no-group": "The theory says nothing of this task.",
    transformer: "The theory does not speak of transformers.",
  },
  unreadable: "A field holds what cannot be used: it is framed in red.",
  noTask: "There is no such task.",
  tooLarge: (examples, most) =>
    `This task has ${examples} examples. A page takes ${most} at most; the command line takes more.`,
  impossible: "There can be no such run.",
  unlikeMeasured: "It is not like the runs that we measured. In what, stands below in full.",
  expected: (step) => `Expected near step ${step}, give or take a factor of 1.6.`,
  inFull: "What the theory says in full",
  nodes: "What the strongest nodes have become",
  nodesSay: {
    mlp: "What a node of the first layer takes from each symbol, in the group’s order; the real part if weights are complex.",
    transformer:
      "What a node of the last block adds to each answer, in the group’s order. What it takes from the symbols has passed the attention, and is no fixed picture.",
  },
  notRun: "Not trained yet.",
  now: (step, train, test) => `Step ${step}: ${train} of the shown right, ${test} of the held out.`,
  ended: (memorised, understood, steps) =>
    understood !== null
      ? `Memorised at step ${memorised ?? "–"}, understood at step ${understood}.`
      : memorised !== null
        ? `Memorised at step ${memorised}, not understood after ${steps} steps.`
        : `Neither memorised nor understood after ${steps} steps.`,
  failed: (message) => `It cannot train: ${message}`,
  timeline: { expected: "expected", memorised: "memorised", understood: "understood" },
  table: "The table, answer by answer",
  take: "Take it with you",
  exports: {
    link: "Copy link",
    weights: "Weights (safetensors)",
    run: "Run (JSON)",
    svg: "Picture (SVG)",
    png: "Picture (PNG)",
  },
  copied: "Copied.",
  classLink: "A link for a class",
  classLinkSays:
    "It opens the lab as it is now. Whoever opens it can change only what you tick here; all else is shown as set by the teacher. Another kind of network or optimiser brings along what suits it.",
  copyClassLink: "Copy link for the class",
  lockedByTeacher: "Set by the teacher",
  locked: (free) =>
    free.length > 0
      ? `Set by the teacher, but for: ${free.join(", ")}.`
      : "All settings are set by the teacher.",
  unknownSettings: (names) =>
    `The link leaves free what is no setting: ${names.join(", ")}. Ask your teacher for another.`,
  notCopied: "Not copied: the browser does not let us. Here it is, marked: ",
  code: "The same in code",
  codeSays: "This trains the same run, to the same bytes, with the packages:",
  warnings: "What may go wrong",
  warning: {
    order:
      "Here a·b is not always b·a, but an embedding that both operands share cannot tell the two apart.",
    "no-decay":
      "Without weight decay nothing drives the hidden nodes once the examples are fitted. What they have not learnt by then they hardly will: only runs that were shown much have understood.",
    "strong-decay": "So much weight decay pulls all weights to zero before anything is learnt.",
    "weak-decay":
      "AdamW multiplies the weight decay by the learning rate: over all these steps this one takes next to nothing away. Values near 1 are usual.",
    few: "Far fewer examples than the border: no run of ours with so few has understood.",
    narrow: "Fewer hidden nodes than any exact construction we know: it may not fit the rule.",
    "high-rate": "So large a learning rate may jump over the peaks, or diverge.",
    "low-rate": "So small a learning rate may need more steps than allowed.",
    faded:
      "The learning rate is all but gone after a fifth of the steps: what is not understood by then hardly will be.",
    linear:
      "Without a bend in σ a node only adds what it takes from each symbol: there are no generalising peaks at all.",
    sgd: "Gradient descent is slow here; a larger learning rate, 0.5 or so, momentum and more steps help.",
    lazy: "With such large initial weights the last layer alone fits the examples, and the hidden nodes hardly move: the lazy regime. Understanding comes late, if at all.",
    large: "Each step is much work: expect tenths of a second.",
    long: "So many steps of such a size take a page half an hour or more. What is seen on the way stands; the command line is for the rest.",
    short: "By our measurements it may need more steps than these.",
    split:
      "Examples cannot be chosen so: at least one must be shown and one held out, and only symbols of the table can be kept back.",
  },
  unusable: (message) => `This cannot be: ${message}`,
  curve: "The curve",
};
