import { extent, numberAxis } from "../axes/number-axis.ts";
import { areaIn, drawAxes, widest } from "../frame/axes.ts";
import { array, finite, mustBe, orNull, PictureError, record, text } from "../frame/form.ts";
import { drawKey, type KeyItem, keyHeight } from "../frame/key.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, type TableOptions } from "../frame/options.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import { count } from "../text/numbers.ts";
import { wrap } from "../text/wrap.ts";
import type { Language } from "../words/words.ts";

/** Runs of one setting, such as several seeds; the outcomes of an experiment's variant are that. */
export interface MilestoneGroup {
  readonly name: string;
  readonly runs: readonly {
    /** First step with train accuracy ≥ 99 %, or null. */
    readonly memorisedAt: number | null;
    /** First step with test accuracy ≥ 99 %, or null. */
    readonly generalisedAt: number | null;
    /** Updates made in all. */
    readonly steps: number;
  }[];
}

const most = 60;

const groupsForm = array(
  record({
    name: text,
    runs: array(
      record({ memorisedAt: orNull(finite), generalisedAt: orNull(finite), steps: finite }),
    ),
  }),
);

/**
 * Draws when runs memorised and when they understood, a row for each setting and a mark for each run
 * over steps spaced by their logarithms; a ring stands where a run ended without understanding.
 *
 * @throws PictureError for more than 60 settings, or when the size leaves no room
 */
export function milestoneSpread(
  groups: readonly MilestoneGroup[],
  options: PictureOptions = {},
): SVGSVGElement {
  return drawPlan(spreadPlan(groups, options), options);
}

/** The steps behind a spread of milestones: a row for each run. */
export function milestoneSpreadTable(
  groups: readonly MilestoneGroup[],
  options: TableOptions = {},
): HTMLTableElement {
  return tableOf(spreadPlan(groups, options), options);
}

interface Words {
  readonly title: string;
  readonly nothing: string;
  readonly setting: string;
  readonly memorised: string;
  readonly understood: string;
  readonly never: string;
  readonly ended: string;
  readonly axis: string;
  readonly caption: (runs: number, memorised: number, understood: number) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: "When runs memorise, and when they understand",
    nothing: "no runs yet",
    setting: "setting",
    memorised: "memorised",
    understood: "understood",
    never: "ended without understanding",
    ended: "ended",
    axis: "step, log scale",
    caption: (runs, memorised, understood) =>
      `Each mark is one run. Of ${count(runs)}, ${count(memorised)} memorised and ${count(understood)} understood (99\u202f% of train and of test examples right).`,
  },
  "zh-cn": {
    title: "各次运行何时记住，何时悟出",
    nothing: "尚无运行",
    setting: "设置",
    memorised: "记住",
    understood: "悟出",
    never: "到结束也未悟出",
    ended: "结束",
    axis: "步，对数刻度",
    caption: (runs, memorised, understood) =>
      `每个标记是一次运行。${count(runs)} 次中有 ${count(memorised)} 次记住，${count(understood)} 次悟出（训练、测试样本答对 99%）。`,
  },
};

const marks = {
  memorised: { fill: "train" },
  understood: { fill: "test", opacity: 0.75 },
  never: { stroke: "muted", strokeWidth: 1.5 },
} as const;

function spreadPlan(groups: readonly MilestoneGroup[], options: { language?: Language }): Plan {
  mustBe("groups", groupsForm, groups);
  checkOptions(options);
  const { language = "en" } = options;
  if (groups.length > most) {
    throw new PictureError(`at most ${most} settings are drawn; got ${groups.length}`);
  }
  const say = words[language];
  const runs = groups.flatMap(({ runs }) => runs);
  const reached = (name: "memorisedAt" | "generalisedAt") =>
    runs.filter((run) => run[name] !== null).length;
  const key: KeyItem[] = [
    { text: say.memorised, mark: "square", style: marks.memorised },
    { text: say.understood, mark: "dot", style: marks.understood },
    { text: say.never, mark: "dot", style: marks.never },
  ];
  const linesOf = (name: string, width: number, size: number) => wrap(name, width * 0.3, size);
  const rowHeight = (width: number, size: number) =>
    size * 0.9 +
    size * 1.25 * Math.max(1, ...groups.map(({ name }) => linesOf(name, width, size).length));
  const step = (at: number | null) => (at === null ? "–" : count(at));
  return {
    title: say.title,
    caption: runs.length
      ? say.caption(runs.length, reached("memorisedAt"), reached("generalisedAt"))
      : say.nothing,
    height: (width, { text }) =>
      keyHeight(key, width, text) + groups.length * rowHeight(width, text) + text * 4,
    table: {
      heads: [say.setting, say.memorised, say.understood, say.ended],
      rows: groups.flatMap(({ name, runs }) =>
        runs.map(({ memorisedAt, generalisedAt, steps }) => [
          name,
          step(memorisedAt),
          step(generalisedAt),
          count(steps),
        ]),
      ),
    },
    draw(pen, body) {
      const { text, bold } = pen.sizes;
      const width = body.right - body.left;
      if (runs.length === 0) {
        drawNothing(pen, body, say.nothing);
        return;
      }
      drawKey(pen, [body.left, body.top], width, key);
      const names = groups.map(({ name }) => linesOf(name, width, text));
      const steps = extent(runs.flatMap((run) => [run.memorisedAt ?? 1, run.steps].map(first)));
      const axes = {
        x: numberAxis(say.axis, steps, { type: "log", wanted: width / 105 }),
        y: { ...numberAxis("", [0, groups.length]), ticks: [] },
      };
      const inner = { ...body, top: body.top + keyHeight(key, width, text) };
      const before = widest(names.flat(), text) + 16;
      const area = areaIn(pen, inner, axes, { before, behind: text });
      drawAxes(pen, inner, area, axes);
      groups.forEach(({ runs }, i) => {
        const y = area.top + ((i + 0.5) * (area.bottom - area.top)) / groups.length;
        names[i]!.forEach((line, k) => {
          const at = y + (k - (names[i]!.length - 1) / 2) * text * 1.25;
          pen.text({ x: body.left, y: at, text: line }, { fill: "ink" });
        });
        pen.segments([[area.left, y, area.right, y]], { stroke: "grid", name: "row" });
        for (const { memorisedAt } of runs) {
          if (memorisedAt === null) continue;
          const [x, side] = [area.x(first(memorisedAt)), 2 * bold];
          pen.rect(x - bold, y - bold, side, side, { ...marks.memorised, name: "memorised" });
        }
        for (const { generalisedAt, steps } of runs) {
          const mark = generalisedAt === null ? "never" : "understood";
          const x = area.x(first(generalisedAt ?? steps));
          pen.dot(x, y, bold + 1, { ...marks[mark], name: mark });
        }
      });
    },
  };
}

/** Where a step lies on a log axis, which begins with step 1. */
const first = (step: number) => Math.max(1, step);
