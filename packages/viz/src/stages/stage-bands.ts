import type { Area } from "../frame/axes.ts";
import type { Pen } from "../frame/pen.ts";
import { sharp } from "../frame/scale.ts";
import { textWidth } from "../text/width.ts";
import type { Language } from "../words/words.ts";
import type { Stage, StageSpan } from "./record.ts";

const numerals = { 1: "I", 2: "II", 3: "III" } as const;

const names: Readonly<Record<Language, Readonly<Record<Stage, string>>>> = {
  en: { 1: "lazy", 2: "independent", 3: "interactive" },
  "zh-cn": { 1: "惰性", 2: "独立", 3: "交互" },
};

/** What the stages' numerals mean, for captions. */
const stageKey: Readonly<Record<Language, string>> = {
  en: "Stages: I lazy learning, II independent features, III interacting features.",
  "zh-cn": "阶段：I 惰性学习，II 独立特征，III 特征交互。",
};

/** A caption, followed by what the numerals mean if stages are drawn. */
export const withStages = (
  caption: string,
  stages: readonly StageSpan[],
  language: Language,
): string =>
  stages.length === 0 || !caption
    ? caption
    : `${caption}${language === "en" ? " " : ""}${stageKey[language]}`;

/** How high the strip of stages is, given the size of its letters. */
export const stripHeight = (text: number): number => Math.round(text * 1.6);

/** A strip of named stages above an area, the later the darker, and a hairline where each begins. */
export function drawStages(
  pen: Pen,
  area: Area,
  spans: readonly StageSpan[],
  language: Language,
): void {
  const { text } = pen.sizes;
  const height = stripHeight(text);
  const clamp = (x: number) => Math.min(area.right, Math.max(area.left, x));
  spans.forEach(({ stage, since }, i) => {
    const next = spans[i + 1];
    // the first span begins at step 0, which a log axis does not have
    const from = i === 0 ? area.left : clamp(area.x(since));
    const to = next ? clamp(area.x(next.since)) : area.right;
    if (!(to > from)) return;
    pen.rect(from, area.top - height, to - from, height - 3, {
      fill: "muted",
      opacity: 0.08 + 0.1 * (stage - 1),
      name: "stage",
    });
    if (i > 0) {
      pen.segments([[sharp(from), area.top - height, sharp(from), area.bottom]], {
        stroke: "muted",
        dash: "1 3",
      });
    }
    const short = numerals[stage];
    const words = [`${short} ${names[language][stage]}`, short].find(
      (words) => textWidth(words, text) + 8 <= to - from,
    );
    pen.text(
      { x: (from + to) / 2, y: area.top - height / 2 - 1.5, text: words ?? "" },
      { anchor: "middle", fill: "ink" },
    );
  });
}

/** The numeral of the stage that a step is in, for tables. */
export function stageAt(spans: readonly StageSpan[], step: number): string {
  const span = spans.findLast(({ since }) => since <= step);
  return span ? numerals[span.stage] : "–";
}
