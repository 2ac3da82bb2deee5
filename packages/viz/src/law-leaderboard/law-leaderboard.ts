import { extent, numberAxis } from "../axes/number-axis.ts";
import { type Axis, widest } from "../frame/axes.ts";
import {
  array,
  type Form,
  mustBe,
  number,
  optional,
  orNull,
  PictureError,
  record,
  text,
  whole,
} from "../frame/form.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, type TableOptions } from "../frame/options.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import { hundredth, scale, sharp } from "../frame/scale.ts";
import { drawable } from "../series/drawable.ts";
import { count, percent, significant } from "../text/numbers.ts";
import { wrap } from "../text/wrap.ts";
import type { Language } from "../words/words.ts";

/** How well a law foretold runs; `LawScore` of @grokscape/theory is one. */
export interface LawStanding {
  readonly id: string;
  /** Runs on whose outcome it spoke, and how many of these it got right. */
  readonly outcomes: { readonly told: number; readonly right: number };
  /** Runs on whose time it spoke, and the root mean square of ln(predicted/measured). */
  readonly times: { readonly told: number; readonly error: number | null };
}

interface LeaderboardChoices {
  /** A name for each law, by its id; the id unless given. */
  readonly names?: Readonly<Record<string, string>>;
}

export interface LawLeaderboardOptions extends PictureOptions, LeaderboardChoices {}

const most = 40;

const textsByName: Form = (value) =>
  record({})(value) ??
  record(Object.fromEntries(Object.keys(value as object).map((id) => [id, text])))(value);

const scoresForm = array(
  record({
    id: text,
    outcomes: record({ told: whole(0), right: whole(0) }),
    times: record({ told: whole(0), error: orNull(number) }),
  }),
);

/**
 * Draws which laws foretell runs best: for each the share of outcomes it got right, with a Wilson
 * interval of 95 %, and by what factor its times are off. Best outcomes first.
 *
 * @throws PictureError for more than 40 laws, more right than told, or when the size leaves no room
 */
export function lawLeaderboard(
  scores: readonly LawStanding[],
  options: LawLeaderboardOptions = {},
): SVGSVGElement {
  return drawPlan(leaderboardPlan(scores, options), options);
}

/** The scores of laws as a table. */
export function leaderboardTable(
  scores: readonly LawStanding[],
  options: TableOptions & LeaderboardChoices = {},
): HTMLTableElement {
  return tableOf(leaderboardPlan(scores, options), options);
}

interface Words {
  readonly title: string;
  readonly nothing: string;
  readonly law: string;
  readonly outcomes: string;
  readonly times: string;
  readonly silent: string;
  readonly of: (right: number, told: number) => string;
  readonly factor: (factor: number) => string;
  readonly caption: (laws: number, best: string | null, timed: string | null) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: "Which law foretells runs best",
    nothing: "no law was scored yet",
    law: "law",
    outcomes: "outcomes foretold, %",
    times: "times off by a factor",
    silent: "says nothing",
    of: (right, told) => `${count(right)} of ${count(told)}`,
    factor: (factor) => `×${significant(factor)}`,
    caption: (laws, best, timed) =>
      `${count(laws)} laws on runs that they were not fitted to.${
        best ? ` Most outcomes right: ${best}.` : ""
      }${timed ? ` Times least off: ${timed}.` : ""} Bars are 95\u202f% intervals; a factor of 1 is perfect.`,
  },
  "zh-cn": {
    title: "哪条定律预言得最准",
    nothing: "尚无定律得分",
    law: "定律",
    outcomes: "预言正确的结果（%）",
    times: "时间相差的倍数",
    silent: "没有预言",
    of: (right, told) => `${count(told)} 次中 ${count(right)} 次`,
    factor: (factor) => `×${significant(factor)}`,
    caption: (laws, best, timed) =>
      `${count(laws)} 条定律，均在未用于拟合的运行上评分。${best ? `结果最准：${best}。` : ""}${
        timed ? `时间最准：${timed}。` : ""
      }横线为 95% 区间；倍数为 1 即完全准确。`,
  },
};

interface Line {
  readonly name: string;
  /** Share of outcomes right with its interval; null where the law is silent. */
  readonly share: { readonly value: number; readonly low: number; readonly high: number } | null;
  /** Times are off by this factor, 1 or more. */
  readonly factor: number | null;
  readonly score: LawStanding;
}

function leaderboardPlan(
  scores: readonly LawStanding[],
  options: LeaderboardChoices & { language?: Language },
): Plan {
  mustBe("scores", scoresForm, scores);
  checkOptions(options, { names: optional(textsByName) });
  const { names = {}, language = "en" } = options;
  if (scores.length > most) {
    throw new PictureError(`a leaderboard shows at most ${most} laws; got ${scores.length}`);
  }
  const say = words[language];
  const lines = scores
    .map((score): Line => {
      const { told, right } = score.outcomes;
      if (!(right >= 0 && right <= told)) {
        throw new PictureError(`"${score.id}" got ${right} of ${told} outcomes right`);
      }
      const { error } = score.times;
      return {
        name: (Object.hasOwn(names, score.id) && names[score.id]) || score.id,
        share: told > 0 ? { value: right / told, ...wilson(right, told) } : null,
        factor:
          error !== null && drawable(Math.exp(Math.abs(error))) ? Math.exp(Math.abs(error)) : null,
        score,
      };
    })
    .sort(
      (one, other) =>
        (other.share?.value ?? -1) - (one.share?.value ?? -1) ||
        (one.factor ?? Number.POSITIVE_INFINITY) - (other.factor ?? Number.POSITIVE_INFINITY),
    );
  const timed = lines
    .filter(({ factor }) => factor !== null)
    .sort((one, other) => one.factor! - other.factor!)[0];
  const best = lines[0]?.share ? lines[0].name : null;
  const linesOf = (name: string, width: number, size: number) =>
    wrap(name, Math.min(width * 0.34, 280), size);
  const rowHeight = (width: number, size: number) =>
    size * 0.9 +
    size * 1.25 * Math.max(1, ...lines.map(({ name }) => linesOf(name, width, size).length));
  return {
    title: say.title,
    caption: lines.length ? say.caption(lines.length, best, timed?.name ?? null) : say.nothing,
    height: (width, { text }) => Math.max(120, lines.length * rowHeight(width, text) + text * 5),
    table: {
      heads: [say.law, say.outcomes, say.times],
      rows: lines.map(({ name, share, factor, score: { outcomes } }) => [
        name,
        share ? `${percent(share.value)} (${say.of(outcomes.right, outcomes.told)})` : say.silent,
        factor === null ? say.silent : say.factor(factor),
      ]),
    },
    draw(pen, body) {
      const { text, bold, fine } = pen.sizes;
      const width = body.right - body.left;
      if (lines.length === 0) {
        drawNothing(pen, body, say.nothing);
        return;
      }
      const wrapped = lines.map(({ name }) => linesOf(name, width, text));
      const left = body.left + widest(wrapped.flat(), text) + 16;
      const middle = left + (body.right - left) * 0.5;
      const factors = extent(lines.flatMap(({ factor }) => factor ?? []));
      const axes: [Axis, number, number][] = [
        [
          numberAxis(say.outcomes, [0, 1], {
            wanted: 4,
            format: (tick) => String(Math.round(tick * 100)),
          }),
          left,
          middle - 22,
        ],
        [
          numberAxis(say.times, [1, Math.max(2, (factors?.[1] ?? 2) * 1.1)], {
            type: "log",
            wanted: 4,
          }),
          middle + 22,
          body.right - text,
        ],
      ];
      const [shareX, factorX] = axes.map(([{ type, domain }, from, to]) =>
        scale(type, domain, [from, to]),
      ) as [(value: number) => number, (value: number) => number];
      const heads = axes.map(([{ name }, from, to]) => wrap(name, to - from + 20, text));
      const tickY = body.top + text * (0.8 + 1.25 * Math.max(...heads.map(({ length }) => length)));
      const top = tickY + text * 1.05;
      const height = (body.bottom - top) / lines.length;
      axes.forEach(([axis, from], i) => {
        const at = i === 0 ? shareX : factorX;
        heads[i]!.forEach((line, k) => {
          pen.text({ x: from, y: body.top + text * (0.7 + 1.25 * k), text: line });
        });
        for (const tick of axis.ticks) {
          pen.text({ x: at(tick), y: tickY, text: axis.format(tick) }, { anchor: "middle" });
        }
        pen.segments(
          axis.ticks.map((tick) => [
            sharp(at(tick)),
            top - text * 0.3,
            sharp(at(tick)),
            body.bottom,
          ]),
          { stroke: "grid", name: "grid" },
        );
      });
      lines.forEach(({ share, factor }, i) => {
        const y = hundredth(top + (i + 0.5) * height);
        const names = wrapped[i]!;
        names.forEach((line, k) => {
          pen.text(
            { x: body.left, y: y + (k - (names.length - 1) / 2) * text * 1.25, text: line },
            { fill: "ink" },
          );
        });
        if (share) {
          pen.segments([[shareX(share.low), y, shareX(share.high), y]], {
            stroke: "muted",
            strokeWidth: fine,
            name: "interval",
          });
          pen.dot(shareX(share.value), y, bold + 1, { fill: "ink", name: "outcomes" });
        } else pen.text({ x: shareX(0), y, text: say.silent }, { italic: true });
        if (factor !== null) {
          pen.segments([[factorX(1), y, factorX(factor), y]], {
            stroke: "muted",
            strokeWidth: fine,
          });
          pen.dot(factorX(factor), y, bold + 1, {
            fill: "background",
            stroke: "ink",
            strokeWidth: fine,
            name: "times",
          });
        } else pen.text({ x: factorX(1), y, text: say.silent }, { italic: true });
      });
    },
  };
}

/** Wilson's interval for a share, at 95 %. */
function wilson(right: number, told: number): { low: number; high: number } {
  const z = 1.959963984540054;
  const rate = right / told;
  const centre = rate + z ** 2 / (2 * told);
  const half = z * Math.sqrt((rate * (1 - rate)) / told + z ** 2 / (4 * told ** 2));
  const whole = 1 + z ** 2 / told;
  return { low: Math.max(0, (centre - half) / whole), high: Math.min(1, (centre + half) / whole) };
}
