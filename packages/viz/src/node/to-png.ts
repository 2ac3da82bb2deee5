import { PictureError } from "../frame/form.ts";
/** How large a PNG is. */
export interface PngOptions {
  /** Pixels for each px of the picture, in (0, 16]; 2 unless given. */
  readonly scale?: number;
}

/**
 * A picture as a PNG, drawn by the library sharp, which has to be installed beside this package.
 *
 * @param svg what `renderToString` wrote, with `theme: "light"` or `"dark"`
 * @throws PictureError for a picture that follows its page, or a scale that is none
 * @throws Error if sharp is not installed
 * @example
 * await toPng(renderToString((document) => grokkingCurve(run, { document, theme: "light" })));
 */
export async function toPng(svg: string, { scale = 2 }: PngOptions = {}): Promise<Uint8Array> {
  if (!(scale > 0 && scale <= 16)) throw new PictureError(`scale must be in (0, 16]; got ${scale}`);
  if (svg.includes("var(--own-")) {
    throw new PictureError('a file follows no page: draw with theme "light" or "dark"');
  }
  const { default: sharp } = await import("sharp").catch((cause) => {
    throw new Error("toPng draws with sharp: npm install sharp", { cause });
  });
  const png = await sharp(new TextEncoder().encode(svg), { density: 72 * scale })
    .png()
    .toBuffer();
  return new Uint8Array(png);
}
