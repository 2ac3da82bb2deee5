import { extent, numberAxis } from "../axes/number-axis.ts";
import { areaIn, drawAxes, widest } from "../frame/axes.ts";
import {
  array,
  finite,
  mustBe,
  number,
  oneOf,
  optional,
  PictureError,
  record,
  text,
  whole,
} from "../frame/form.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, spacing, type TableOptions } from "../frame/options.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import { type ScaleType, sharp } from "../frame/scale.ts";
import { spread } from "../frame/spread.ts";
import type { Paint } from "../palette/css.ts";
import { decimate } from "../series/decimate.ts";
import { drawable } from "../series/drawable.ts";
import { count } from "../text/numbers.ts";
import { wrap } from "../text/wrap.ts";
import type { Language } from "../words/words.ts";

/** How many irreps so many nodes hold among them; of several runs the mean, and the range if known. */
export interface CoverageRow {
  readonly nodes: number;
  readonly covered: number;
  readonly low?: number;
  readonly high?: number;
}

export interface Coverage {
  /** What trained the nodes: "Adam", "Muon"; or the theory that foretells it. */
  readonly name: string;
  readonly source: "measured" | "theory";
  /** In the order of their nodes. */
  readonly rows: readonly CoverageRow[];
}

interface CouponChoices {
  /** How nodes are spaced: "linear" (the default) or "log". */
  readonly scale?: ScaleType;
}

export interface CouponCollectorOptions extends PictureOptions, CouponChoices {}

const mostCurves = 8;

/**
 * Draws how many irreps hidden nodes hold among them as there are more of them: measured curves with
 * their ranges, and what the theory of the coupon collector says as dashed lines.
 *
 * @param irreps how many there are to be held
 * @throws PictureError for more than 8 curves, nodes out of order, or when the size leaves no room
 */
export function couponCollector(
  coverages: readonly Coverage[],
  irreps: number,
  options: CouponCollectorOptions = {},
): SVGSVGElement {
  return drawPlan(couponPlan(coverages, irreps, options), options);
}

/** The numbers behind a coupon collector: a row for each count of nodes, up to 60. */
export function couponTable(
  coverages: readonly Coverage[],
  irreps: number,
  options: TableOptions = {},
): HTMLTableElement {
  return tableOf(couponPlan(coverages, irreps, options), options);
}

const coveragesForm = array(
  record({
    name: text,
    source: oneOf("measured", "theory"),
    rows: array(
      record({ nodes: finite, covered: number, low: optional(number), high: optional(number) }),
    ),
  }),
);

interface Words {
  readonly title: string;
  readonly nothing: string;
  readonly nodes: string;
  readonly covered: string;
  readonly all: (irreps: number) => string;
  readonly complete: (name: string, nodes: number) => string;
  readonly incomplete: (name: string, covered: number, nodes: number) => string;
  readonly caption: (irreps: number) => string;
  readonly stop: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: "How many nodes it takes to hold every irrep",
    nothing: "nothing measured yet",
    nodes: "hidden nodes",
    covered: "irreps held",
    all: (irreps) => `all ${count(irreps)}`,
    complete: (name, nodes) => `${name}: all from ${count(nodes)} nodes on`,
    incomplete: (name, covered, nodes) =>
      `${name}: ${count(Number(covered.toFixed(1)))} with ${count(nodes)}`,
    caption: (irreps) =>
      `A node that has become a feature holds one irrep; to build the target exactly, the nodes must hold all ${count(irreps)}. `,
    stop: ".",
  },
  "zh-cn": {
    title: "需要多少节点才能占满所有不可约表示",
    nothing: "尚无测量数据",
    nodes: "隐藏节点数",
    covered: "被占据的不可约表示",
    all: (irreps) => `全部 ${count(irreps)}`,
    complete: (name, nodes) => `${name}：从 ${count(nodes)} 个节点起占满全部`,
    incomplete: (name, covered, nodes) =>
      `${name}：${count(nodes)} 个节点占据 ${count(Number(covered.toFixed(1)))} 个`,
    caption: (irreps) =>
      `成为特征的节点占据一个不可约表示；要精确构造目标，全部 ${count(irreps)} 个都须被占据。`,
    stop: "。",
  },
};

const paints: readonly Paint[] = ["plus", "minus", "ink", "muted"];
const dashes = ["7 4", "2 3", "11 3 2 3"];
/** Within this of all of them, a mean counts as all. */
const nearly = 0.05;
const mostRows = 60;

function couponPlan(
  coverages: readonly Coverage[],
  irreps: number,
  options: CouponChoices & { language?: Language },
): Plan {
  checkOptions(options, { scale: spacing });
  const { scale = "linear", language = "en" } = options;
  check(coverages, irreps);
  const say = words[language];
  const shown = coverages
    .map((coverage) => ({
      ...coverage,
      rows: coverage.rows.filter(
        ({ nodes, covered }) => drawable(covered) && drawable(nodes, scale),
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
  const outcome = shown.map(({ name, rows }) => {
    const short = rows.findLastIndex(({ covered }) => covered < irreps - nearly);
    const [all, last] = [rows[short + 1], rows.at(-1)!];
    return all ? say.complete(name, all.nodes) : say.incomplete(name, last.covered, last.nodes);
  });
  const nodes = [...new Set(shown.flatMap(({ rows }) => rows.map(({ nodes }) => nodes)))].sort(
    (a, b) => a - b,
  );
  const every = Math.ceil(nodes.length / mostRows);
  return {
    title: say.title,
    caption: shown.length
      ? say.caption(irreps) + outcome.join(language === "en" ? "; " : "；") + say.stop
      : say.nothing,
    least: ({ text }) => 40 + text * 4.8,
    table: {
      heads: [say.nodes, ...shown.map(({ name }) => name)],
      rows: nodes
        .filter((_, i) => i % every === 0 || i === nodes.length - 1)
        .map((at) => [
          count(at),
          ...shown.map(({ rows }) => {
            const row = rows.find(({ nodes }) => nodes === at);
            return row ? String(Number(row.covered.toFixed(2))) : "–";
          }),
        ]),
    },
    draw(pen, body) {
      const { text, fine, bold } = pen.sizes;
      const width = body.right - body.left;
      const names = shown.map(({ name }) => wrap(name, width / 4, text));
      const behind =
        10 + Math.max(widest([say.all(irreps)], text), widest(names.flat(), text) * 1.1);
      const x = numberAxis(
        say.nodes,
        nodes.length ? extent([...(scale === "linear" ? [0] : []), ...nodes], scale) : null,
        {
          type: scale,
          wanted: width / 105,
          smallest: scale === "linear" ? 1 : 0,
        },
      );
      const y = numberAxis(say.covered, [0, irreps * 1.06], { smallest: 1 });
      const area = areaIn(pen, body, { x, y }, { behind });
      drawAxes(pen, body, area, { x, y });
      const level = sharp(area.y(irreps));
      pen.segments([[area.left, level, area.right, level]], { stroke: "muted", name: "all" });
      let [measured, theory] = [0, 0];
      const styled = shown.map((coverage) =>
        coverage.source === "theory"
          ? { ...coverage, stroke: "theory" as Paint, dash: dashes[theory++ % dashes.length] }
          : { ...coverage, stroke: paints[measured++ % paints.length]!, dash: undefined },
      );
      for (const { rows, stroke, dash, source } of styled) {
        const px = rows.map(({ nodes }) => area.x(nodes));
        const ranged = rows.filter(
          ({ low, high }) => drawable(low ?? Number.NaN) && drawable(high ?? Number.NaN),
        );
        pen.area(
          ranged.map(({ nodes }) => area.x(nodes)),
          ranged.map(({ low }) => area.y(low!)),
          ranged.map(({ high }) => area.y(high!)),
          { fill: stroke, opacity: 0.16, name: "range" },
        );
        const series = {
          x: Float64Array.from(px),
          y: Float64Array.from(rows, ({ covered }) => area.y(covered)),
        };
        const thin = decimate(series, area.right - area.left, (px) => px - area.left);
        pen.line(thin.x, thin.y, {
          stroke,
          ...(dash && { dash }),
          strokeWidth: source === "theory" ? fine : fine + 0.5,
          name: source,
        });
        if (source === "measured" && rows.length <= 40) {
          rows.forEach(({ covered }, i) => {
            pen.dot(px[i]!, area.y(covered), bold - 0.5, { fill: stroke });
          });
        }
      }
      const ends = styled.map(({ rows }) => area.y(rows.at(-1)!.covered));
      const labels = [
        { y: level, lines: [say.all(irreps)], fill: "muted" as Paint, bold: false },
        ...styled.map(({ stroke, source }, i) => ({
          y: ends[i]!,
          lines: names[i]!,
          fill: stroke,
          bold: source === "measured",
        })),
      ];
      const places = spread(
        labels.map(({ y }) => y),
        labels.map(({ lines }) => lines.length * text * 1.25 + 3),
        [area.top - text * 0.5, area.bottom],
      );
      labels.forEach(({ lines, fill, bold }, i) => {
        lines.forEach((line, k) => {
          const y = places[i]! + (k - (lines.length - 1) / 2) * text * 1.25;
          pen.text({ x: area.right + 10, y, text: line }, { fill, bold });
        });
      });
      if (shown.length === 0) drawNothing(pen, area, say.nothing);
    },
  };
}

function check(coverages: readonly Coverage[], irreps: number): void {
  mustBe("coverages", coveragesForm, coverages);
  mustBe("irreps", whole(1), irreps);
  if (coverages.length > mostCurves) {
    throw new PictureError(`at most ${mostCurves} curves are drawn; got ${coverages.length}`);
  }
  for (const { name, rows } of coverages) {
    for (let i = 0; i < rows.length; i++) {
      if (!(i > 0 && rows[i]!.nodes < rows[i - 1]!.nodes)) continue;
      throw new PictureError(`the nodes of "${name}" must ascend; row ${i} has ${rows[i]!.nodes}`);
    }
  }
}
