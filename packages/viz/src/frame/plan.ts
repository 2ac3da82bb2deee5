import { paint, styleSheet } from "../palette/css.ts";
import { table } from "../table/table.ts";
import { boldness } from "../text/width.ts";
import { wrap } from "../text/wrap.ts";
import type { Box } from "./box.ts";
import { PictureError } from "./form.ts";
import { documentOf, type PictureOptions, type TableOptions } from "./options.ts";
import { element, makePen, type Pen, svgNamespace } from "./pen.ts";
import { curveHeight, measureFor, padFor, type Sizes, sizesFor } from "./sizes.ts";

/** Everything that a picture and its table are made of. */
export interface Plan {
  readonly title: string;
  /** What is to be seen, in sentences: below the picture, and said by screen readers. */
  readonly caption: string;
  /** The longest that the caption may become: a live picture keeps its size. */
  readonly longestCaption?: string;
  /** How high the part between title and caption should be, given its width; that of curves unless given. */
  readonly height?: (width: number, sizes: Sizes) => number;
  /** How high it must be at least; half of what it should be unless given. */
  readonly least?: (sizes: Sizes) => number;
  readonly draw: (pen: Pen, body: Box) => void;
  readonly table: {
    readonly heads: readonly string[];
    readonly rows: readonly (readonly string[])[];
    /** What the table has of all there is, if not everything. */
    readonly note?: string;
  };
}

const lowest = 90;

/**
 * Draws a plan: its title, its body, and its caption below.
 *
 * @throws PictureError when the size leaves no room
 */
export function drawPlan(plan: Plan, options: PictureOptions): SVGSVGElement {
  const { width = 640, theme = "auto", captioned = true } = options;
  const document = documentOf(options);
  if (!(width >= 240 && width <= 10_000)) {
    throw new PictureError(`width must be between 240 and 10000 px; got ${width}`);
  }
  const sizes = sizesFor(width);
  const pad = padFor(width);
  const inner = width - 2 * pad;
  const title = wrap(options.title ?? plan.title, inner, sizes.title * boldness);
  const captionLines = (text: string) =>
    captioned ? wrap(text, measureFor(width), sizes.caption) : [];
  const caption = captionLines(plan.caption);
  const reserved = Math.max(caption.length, captionLines(plan.longestCaption ?? "").length);

  const titleHeight = sizes.title * 1.3;
  const captionHeight = sizes.caption * 1.45;
  const top = pad + title.length * titleHeight + sizes.text * 0.4;
  const below = reserved ? sizes.text * 0.9 + reserved * captionHeight : 0;
  const bodyHeight = Math.max(lowest, plan.height?.(inner, sizes) ?? curveHeight(width));
  const leastBody = plan.least?.(sizes) ?? Math.max(lowest, bodyHeight / 2);
  const height = options.height ?? Math.ceil(top + bodyHeight + below + pad);
  const bottom = height - pad - below;
  if (!(bottom - top >= leastBody - 1e-6 && height <= 10_000)) {
    const least = Math.ceil(top + leastBody + below + pad);
    throw new PictureError(
      Number.isFinite(height) && height < 10_000
        ? `height must be at least ${least} px at a width of ${width}; got ${height}`
        : `height must be at most 10000 px; got ${height}`,
    );
  }

  const svg = element(document, "svg", {
    class: `grok-picture grok-${theme}`,
    width: String(width),
    height: String(height),
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    // a program that opens a file knows no system-ui
    "font-family": theme === "auto" ? "system-ui, sans-serif" : "Helvetica, Arial, sans-serif",
    ...(theme !== "auto" && { style: "font-variant-numeric:tabular-nums" }),
  }) as SVGSVGElement;
  svg.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns", svgNamespace);
  svg.append(
    element(document, "title", {}, title.join(" ")),
    element(document, "desc", {}, plan.caption),
  );
  if (theme === "auto") svg.append(element(document, "style", {}, styleSheet()));
  svg.append(
    element(document, "rect", {
      width: String(width),
      height: String(height),
      ...paint(theme, { fill: "background" }),
    }),
  );
  const pen = makePen(document, theme, sizes, svg);
  plan.draw(pen, { left: pad, top, right: width - pad, bottom });
  title.forEach((text, i) => {
    const y = pad + (i + 0.5) * titleHeight;
    pen.text({ x: pad, y, text }, { fill: "ink", size: sizes.title, bold: true });
  });
  // an empty picture says in its middle that it is
  const isSaid = [...svg.querySelectorAll("text")].some((one) => one.textContent === plan.caption);
  for (const [i, text] of isSaid ? [] : caption.entries()) {
    const y = bottom + sizes.text * 0.9 + (i + 0.5) * captionHeight;
    pen.text({ x: pad, y, text }, { fill: "ink", size: sizes.caption });
  }
  return svg;
}

/** The numbers behind a plan as an HTML table, for those who do not see the picture. */
export function tableOf(plan: Plan, options: TableOptions): HTMLTableElement {
  const stop = options.language === "zh-cn" ? "。" : ". ";
  const { heads, rows, note } = plan.table;
  const says = [plan.caption, note].filter(Boolean).join(options.language === "zh-cn" ? "" : " ");
  return table(documentOf(options), `${options.title ?? plan.title}${stop}${says}`, heads, rows);
}
