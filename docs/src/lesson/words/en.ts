import type { LessonWords } from "./words.ts";

export const english: LessonWords = {
  title: "The smallest lesson",
  table: "Table",
  says: {
    "cyclic:5": "Addition modulo 5: after 4 comes 0.",
    "cyclic:7": "Addition modulo 7: after 6 comes 0.",
    "cyclic:11": "Addition modulo 11: after 10 comes 0.",
    "product:2,2,2": "Three switches, each added modulo 2.",
    "product:3,3": "Pairs of numbers, each place added modulo 3.",
    "dihedral:3": "Turns and flips of a triangle; which comes first matters.",
    "dicyclic:2": "The quaternion group, eight elements; which comes first matters.",
  },
  alphabet: "The learner knows",
  alphabets: {
    own: "nothing of the names",
    operands: "that rows and columns have the same names",
    all: "that answers have these names, too",
  },
  board: (name) => `The table of ${name}`,
  kinds: { shown: "shown", follows: "follow", open: "open", uncovered: "not covered" },
  cell: {
    given: (product, answer) => `${product} = ${answer}, given`,
    shown: (product, answer) => `${product} = ${answer}, shown`,
    follows: (product, answer) => `${product} = ${answer}, follows; press for why`,
    open: (product) => `${product}, open`,
    uncovered: (product) => `${product}, not covered`,
  },
  begin: "Press a cell to show it. What follows from the cells shown fills in by itself.",
  moved: ({ product, answer, taken, more }) =>
    `${product} = ${answer} is ${taken ? "hidden again" : "shown"}.${
      more === 0
        ? taken
          ? ""
          : " Nothing more follows yet."
        : more > 0
          ? ` ${more === 1 ? "One more cell follows" : `${more} more cells follow`}.`
          : ` ${more === -1 ? "One cell follows" : `${-more} cells follow`} no longer.`
    }`,
  full: (most) => `This puzzle shows ${most} cells at most: hide one to show another.`,
  isGiven: "This cell belongs to the puzzle.",
  floor: (floor) => `No lesson has fewer than ${floor}.`,
  atLeast: (floor) => `With the cells given, no lesson has fewer than ${floor}.`,
  budget: (left, most) => `${left} of ${most} cells left to show.`,
  record: (record) => `Your record: ${record}.`,
  solved: (count, floor) => `All of the table follows. You needed ${count}; the floor is ${floor}.`,
  solvedBest: (count) => `All of the table follows from ${count} cells, and no lesson has fewer.`,
  solvedAided: (count) => `All of the table follows from these ${count}.`,
  undo: "Undo",
  restart: "Start again",
  best: "Show a best lesson",
  bestHint: "once you have tried: when all follows, or as many cells are shown as the floor says",
  bestSays: (count, floor) =>
    count === floor
      ? `A lesson of ${count} cells, found by the computer: none has fewer. Undo brings yours back.`
      : `A lesson of ${count} cells, the shortest that the computer found; none has fewer than ${floor}. Undo brings yours back.`,
  share: "Copy link",
  copied: "Copied.",
  notCopied: "Not copied: the browser does not let us. Here it is, marked: ",
  larger: "Larger cells",
  train: "Train a network on exactly these cells",
  trainHint: "Here in the page, from random weights, by our guided recipe.",
  training: "Training …",
  trained: (right, of) =>
    right === of
      ? `It has understood: of the ${of} cells that follow it answers all.`
      : `Of the ${of} cells that follow it answers ${right}. The other ${of - right} could be known, and were not learnt.`,
  nothingFollows: "Nothing follows from these cells: whatever it answers to the others is luck.",
  everything: "All cells are shown: nothing is left to understand. Hide some.",
  trialTitle: "What the network makes of your lesson",
  step: (step) => `Step ${step}.`,
  inLab: "Open this run in the lab",
  failed: (message) => `It cannot train here: ${message}`,
  classTitle: "For a class",
  classSays:
    "A number deals the same table and the same first cells to everybody. Or show some cells, fix them, say how many may be shown in all, and hand on the link.",
  puzzleNumber: "Puzzle number",
  open: "Deal",
  fix: "Fix the cells shown",
  most: "Cells in all, at most",
  puzzleLink: "Copy puzzle link",
  damaged: (part) =>
    `The link is damaged: its part “${part}” cannot be read. Here is an empty table instead.`,
  noScript: "The game needs JavaScript.",
};
