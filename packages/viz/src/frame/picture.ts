import * as Plot from "@observablehq/plot";
import { styleSheet, type Theme } from "../palette/css.ts";
import { palette } from "../palette/palette.ts";
import type { Language } from "../words/words.ts";
import type { Frame } from "./frame.ts";
import { text } from "./marks.ts";

/** What every picture lets its user choose. */
export interface PictureOptions {
  /** Where the elements are made; the page's own unless given. */
  readonly document?: Document;
  /** In px, 240 to 10000; 640 unless given. */
  readonly width?: number;
  /** In px; what suits the width unless given. */
  readonly height?: number;
  /** Stands above the picture, instead of the picture's own words. */
  readonly title?: string;
  /** "auto" (the default) follows `prefers-color-scheme`; CSS variables of the page win over each. */
  readonly theme?: Theme;
  /** "en" unless given. */
  readonly language?: Language;
}

const svgNamespace = "http://www.w3.org/2000/svg";

/** Draws marks in a frame, under a title and over a caption that screen readers hear as well. */
export function picture(spec: {
  readonly document: Document;
  readonly frame: Frame;
  readonly theme: Theme;
  readonly title: readonly string[];
  readonly caption: readonly string[];
  /** What a screen reader says after the title. */
  readonly description: string;
  readonly x: Plot.ScaleOptions;
  readonly y: Plot.ScaleOptions;
  readonly marks: readonly Plot.Markish[];
}): SVGSVGElement {
  const { document, frame, theme, title, caption, x, y } = spec;
  const { width, height, pad, sizes } = frame;
  const svg = Plot.plot({
    document,
    width,
    height,
    marginLeft: frame.left,
    marginRight: width - frame.right,
    marginTop: frame.top,
    marginBottom: height - frame.bottom,
    className: "grok-picture",
    x: { ...x, axis: null },
    y: { ...y, axis: null },
    marks: [
      ...spec.marks,
      text(lines(title, pad, frame.titleY, frame.titleHeight), theme, {
        fill: "ink",
        fontSize: sizes.title,
        fontWeight: 600,
      }),
      text(lines(caption, pad, frame.captionY, frame.captionHeight), theme, {
        fill: "ink",
        fontSize: sizes.caption,
      }),
    ],
  }) as SVGSVGElement;
  const colours = palette[theme === "dark" ? "dark" : "light"];
  svg.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns", svgNamespace);
  svg.setAttribute("class", `grok-picture grok-${theme}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("fill", colours.ink);
  svg.querySelector("style")!.remove(); // Plot's own
  svg.prepend(
    element(document, "title", {}, title.join(" ")),
    element(document, "desc", {}, spec.description),
    element(document, "style", {}, styleSheet(theme)),
    element(document, "rect", {
      class: "fill-background",
      width: String(width),
      height: String(height),
      fill: colours.background,
    }),
  );
  return svg;
}

const lines = (texts: readonly string[], x: number, y: number, apart: number) =>
  texts.map((text, i) => ({ x, y: y + i * apart, text }));

function element(
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string>>,
  content?: string,
): SVGElement {
  const made = document.createElementNS(svgNamespace, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (content !== undefined) made.textContent = content;
  return made;
}

/** The document to draw in: the one given, or the page's. */
export function documentOf({ document }: { readonly document?: Document }): Document {
  const found = document ?? globalThis.document;
  if (!found) {
    throw new ReferenceError(
      "there is no document here; on a server draw through renderToString of @grokscape/viz/server",
    );
  }
  return found;
}
