import { renderToString } from "@grokscape/viz/server";
import type { Locale } from "../site/locales.ts";
import type { GalleryPicture } from "./pictures.ts";

/** What a picture calls itself. */
export function titleOf({ draw }: GalleryPicture, language: Locale): string {
  let title = "";
  renderToString((document) => {
    const svg = draw({ document, language });
    title = svg.querySelector("title")?.textContent ?? "";
    return svg;
  });
  return title;
}
