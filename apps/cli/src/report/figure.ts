import type { PictureOptions } from "@grokscape/viz";
import { renderToString } from "@grokscape/viz/server";
import { type Markup, markup, trusted } from "./markup.ts";

/** A picture drawn for wide and for narrow screens, of which CSS shows one: scaling would change its letters. */
export function figure(draw: (options: PictureOptions) => SVGSVGElement): Markup {
  const drawn = (width: number) => trusted(renderToString((document) => draw({ document, width })));
  return markup`<figure class="wide">${drawn(720)}</figure><figure class="narrow">${drawn(360)}</figure>`;
}
