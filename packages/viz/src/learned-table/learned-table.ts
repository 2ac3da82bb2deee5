import { drawCells, everyFew, type Shade } from "../frame/cells.ts";
import {
  array,
  finite,
  mustBe,
  numbers,
  optional,
  orNull,
  PictureError,
  record,
  whole,
} from "../frame/form.ts";
import { drawKey, type KeyItem, keyHeight } from "../frame/key.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, type TableOptions } from "../frame/options.ts";
import { placePanels, squarePanels } from "../frame/panels.ts";
import type { Segment, Style } from "../frame/pen.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import { count, percent } from "../text/numbers.ts";
import type { Language } from "../words/words.ts";

/** Which pairs of a task a network answered right at one step. */
export interface AnswersFrame {
  readonly step: number;
  /** For each pair, row-major: 1 or true where it was right; null where the network was not asked yet. */
  readonly right: ArrayLike<number | boolean> | null;
}

/** A task on pairs of symbols, what was shown of it, and what was answered. */
export interface LearnedRecord {
  /** Symbols an operand can be; the table has order × order pairs. */
  readonly order: number;
  /** The pairs in train, as indices a·order + b. */
  readonly train: ArrayLike<number>;
  /** Pairs not in train that nobody could know from those in train, as indices like these. */
  readonly unknowable?: ArrayLike<number>;
  /** In the order of their steps. */
  readonly frames: readonly AnswersFrame[];
}

interface LearnedChoices {
  /** A pair to be framed, as an index a·order + b. */
  readonly selected?: number;
}

export interface LearnedTableOptions extends PictureOptions, LearnedChoices {}

const mostFrames = 12;
const mostCells = 150;
const mostSymbols = 8192;

/**
 * Draws the multiplication table as it was learned, a panel for each step: train pairs answered right
 * in vermilion, test pairs answered right in blue; train pairs answered wrong are small squares, test
 * pairs answered wrong are empty. Memorising fills the train pairs; understanding fills the table. Pairs
 * that could not be known are struck through.
 *
 * @throws PictureError for more than 12 steps, answers that do not match the order, a pair
 * outside the table, or when the size leaves no room
 */
export function learnedTable(
  record: LearnedRecord,
  options: LearnedTableOptions = {},
): SVGSVGElement {
  return drawPlan(learnedPlan(record, options), options);
}

/** How many train and test pairs were right at each step, as a table. */
export function learnedNumbers(
  record: LearnedRecord,
  options: TableOptions = {},
): HTMLTableElement {
  return tableOf(learnedPlan(record, options), options);
}

interface Words {
  readonly title: string;
  readonly nothing: string;
  readonly step: string;
  readonly at: (step: number) => string;
  readonly trainRight: string;
  readonly testRight: string;
  readonly trainWrong: string;
  readonly testWrong: string;
  readonly trainUnasked: string;
  readonly testUnasked: string;
  readonly unknowable: string;
  readonly knowableRight: string;
  readonly panel: (test: number) => string;
  readonly caption: (train: number, of: number) => string;
  readonly answers: (step: number, right: number) => string;
  readonly struck: (pairs: number) => string;
  readonly shown: (shown: number, of: number) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: "The multiplication table as it is learned",
    nothing: "no answers to show",
    step: "step",
    at: (step) => `step ${count(step)}`,
    trainRight: "train, right",
    testRight: "test, right",
    trainWrong: "train, wrong",
    testWrong: "test, wrong",
    trainUnasked: "train, not asked",
    testUnasked: "test, not asked",
    unknowable: "could not be known",
    knowableRight: "test, could be known, right",
    panel: (test) => `test ${percent(test)}`,
    caption: (train, of) =>
      `Each cell is one pair; ${count(train)} of ${count(of)} are in train. Memorising fills only these; understanding fills the whole table.`,
    answers: (step, right) =>
      ` At step ${count(step)} the network answers ${percent(right)} of the test pairs.`,
    struck: (pairs) =>
      pairs === 1
        ? " One test pair, struck through, could not be known from those in train."
        : ` ${count(pairs)} test pairs, struck through, could not be known from those in train.`,
    shown: (shown, of) => ` ${count(shown)} of ${count(of)} rows and columns are drawn.`,
  },
  "zh-cn": {
    title: "乘法表是怎样学会的",
    nothing: "没有可显示的答案",
    step: "步",
    at: (step) => `第 ${count(step)} 步`,
    trainRight: "训练，正确",
    testRight: "测试，正确",
    trainWrong: "训练，错误",
    testWrong: "测试，错误",
    trainUnasked: "训练，未问",
    testUnasked: "测试，未问",
    unknowable: "无从得知",
    knowableRight: "测试，可以得知，正确",
    panel: (test) => `测试 ${percent(test)}`,
    caption: (train, of) =>
      `每格是一对；${count(of)} 对中有 ${count(train)} 对用于训练。记忆只填满这些格子，泛化则填满整张表。`,
    answers: (step, right) => `第 ${count(step)} 步时网络答对 ${percent(right)} 的测试对。`,
    struck: (pairs) => `画斜线的 ${count(pairs)} 个测试对，由训练对无从得知。`,
    shown: (shown, of) => `共 ${count(of)} 行列，画出 ${count(shown)} 个。`,
  },
};

const shades = {
  trainRight: { fill: "train", strength: 1 },
  trainWrong: { fill: "train", strength: 1, small: true },
  testRight: { fill: "test", strength: 0.85 },
  testWrong: null,
  trainUnasked: { fill: "train", strength: 0.18 },
  testUnasked: null,
} as const satisfies Record<string, Shade | null>;

const trainStyle: Style = { fill: "train" };
const paleStyle: Style = { fill: "train", opacity: shades.trainUnasked.strength };
const emptyStyle: Style = { stroke: "muted" };
const strike: Style = { stroke: "ink", name: "unknowable" };

function learnedPlan(
  learned: LearnedRecord,
  options: LearnedChoices & { readonly language?: Language },
): Plan {
  check(learned);
  checkOptions(options, { selected: optional(whole(0)) });
  const { selected, language = "en" } = options;
  const { order, train, frames, unknowable = [] } = learned;
  const say = words[language];
  const inTrain = new Uint8Array(order * order);
  for (let i = 0; i < train.length; i++) inTrain[train[i]!] = 1;
  const isStruck = new Uint8Array(order * order);
  for (let i = 0; i < unknowable.length; i++) isStruck[unknowable[i]!] = 1;
  const shown = train.length;
  const held = order * order - shown;
  const counts = frames.map(({ right }) => {
    if (!right) return null;
    let [trainRight, testRight, guessed] = [0, 0, 0];
    for (let i = 0; i < order * order; i++) {
      if (right[i]) inTrain[i] ? trainRight++ : testRight++;
      if (right[i]) guessed += isStruck[i]!;
    }
    const share = (part: number, of: number) => (of ? part / of : 0);
    return {
      train: share(trainRight, shown),
      test: share(testRight, held),
      knowable: share(testRight - guessed, held - unknowable.length),
    };
  });
  const places = everyFew(order, mostCells);
  const last = frames.at(-1);
  const known = counts.at(-1);
  const caption = (step: number, test: number | null) =>
    say.caption(shown, order * order) +
    (test === null ? "" : say.answers(step, test)) +
    (unknowable.length > 0 ? say.struck(unknowable.length) : "") +
    (places.length < order ? say.shown(places.length, order) : "");
  const isAsked = frames.some(({ right }) => right);
  const waits = frames.some(({ right }) => !right);
  const key: KeyItem[] = [
    { text: say.trainRight, mark: "square", style: trainStyle },
    ...(isAsked
      ? [{ text: say.trainWrong, mark: "small-square", style: trainStyle } as const]
      : []),
    ...(waits ? [{ text: say.trainUnasked, mark: "square", style: paleStyle } as const] : []),
    { text: say.testRight, mark: "square", style: { fill: "test", opacity: 0.85 } },
    ...(isAsked ? [{ text: say.testWrong, mark: "square", style: emptyStyle } as const] : []),
    ...(waits ? [{ text: say.testUnasked, mark: "square", style: emptyStyle } as const] : []),
    ...(unknowable.length > 0
      ? [{ text: say.unknowable, mark: "stroke", style: strike } as const]
      : []),
  ];
  const room = (width: number, text: number) => ({
    least: width < 480 ? 150 : 180,
    most: 460,
    gap: 18,
    above: text * 1.8,
  });
  return {
    title: say.title,
    caption: last ? caption(last.step, known ? known.test : null) : say.nothing,
    longestCaption: caption(10_000, 0.999),
    height: (width, { text }) =>
      keyHeight(key, width, text) +
      text * 0.5 +
      (squarePanels(frames.length, width, room(width, text)).height || 100),
    table: {
      heads: [
        say.step,
        say.trainRight,
        say.testRight,
        ...(unknowable.length > 0 ? [say.knowableRight] : []),
      ],
      rows: frames.map(({ step }, i) => [
        count(step),
        percent(counts[i]?.train ?? Number.NaN),
        percent(counts[i]?.test ?? Number.NaN),
        ...(unknowable.length > 0 ? [percent(counts[i]?.knowable ?? Number.NaN)] : []),
      ]),
    },
    draw(pen, body) {
      const { text } = pen.sizes;
      const width = body.right - body.left;
      if (!last || order === 0) {
        drawNothing(pen, body, say.nothing);
        return;
      }
      const keySpace = keyHeight(key, width, text) + text * 0.5;
      drawKey(pen, [body.left, body.top], width, key);
      const spacing = room(width, text);
      const panels = squarePanels(frames.length, width, spacing);
      const inner = { ...body, top: body.top + keySpace };
      placePanels(inner, frames.length, panels, spacing).forEach((box, i) => {
        const { step, right } = frames[i]!;
        const y = box.top - text * 0.85;
        const test = counts[i]?.test;
        pen.text({ x: box.left, y, text: say.at(step) }, { fill: "ink" });
        if (test !== undefined) {
          pen.text({ x: box.right, y, text: say.panel(test) }, { fill: "testText", anchor: "end" });
        }
        drawCells(pen, box, places.length, places.length, (row, column) => {
          const pair = places[row]! * order + places[column]!;
          const side = inTrain[pair] ? "train" : "test";
          return shades[`${side}${right ? (right[pair] ? "Right" : "Wrong") : "Unasked"}`];
        });
        const [width, height] = [box.right - box.left, box.bottom - box.top];
        const side = width / places.length;
        const strokes = places.flatMap((row, i) =>
          places.flatMap((column, j): Segment[] => {
            const [x, y] = [box.left + j * side, box.top + i * side];
            return isStruck[row * order + column] ? [[x, y + side, x + side, y]] : [];
          }),
        );
        pen.segments(strokes, { ...strike, strokeWidth: Math.min(1, side / 5) });
        pen.rect(box.left, box.top, width, height, { stroke: "grid", name: "table" });
        const at = [Math.floor((selected ?? 0) / order), (selected ?? 0) % order].map((place) =>
          places.indexOf(place),
        );
        if (selected === undefined || at.includes(-1)) return;
        const [y0, x0] = [box.top + at[0]! * side, box.left + at[1]! * side];
        pen.rect(x0, y0, side, side, { stroke: "ink", strokeWidth: 1.5, name: "selected" });
      });
    },
  };
}

const learnedForm = record({
  order: whole(0, mostSymbols),
  train: numbers,
  unknowable: optional(numbers),
  frames: array(record({ step: finite, right: orNull(numbers) })),
});

function check(learned: LearnedRecord): void {
  mustBe("record", learnedForm, learned);
  const { order, train, frames, unknowable = [] } = learned;
  if (frames.length > mostFrames) {
    throw new PictureError(`at most ${mostFrames} steps are drawn; got ${frames.length}`);
  }
  const pairs = order * order;
  for (const { step, right } of frames) {
    if (right && right.length !== pairs) {
      throw new PictureError(
        `${pairs} pairs need an answer each; step ${step} has ${right.length}`,
      );
    }
  }
  for (const [name, indices] of Object.entries({ train, unknowable })) {
    const outside = Array.from(indices).find(
      (pair) => !(Number.isInteger(pair) && pair >= 0 && pair < pairs),
    );
    if (outside !== undefined) {
      throw new PictureError(`${name} pairs are 0 to ${pairs - 1}; got ${outside}`);
    }
  }
}
