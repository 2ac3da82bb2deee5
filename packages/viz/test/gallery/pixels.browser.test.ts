import font from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?inline";
import { describe, expect, test } from "vitest";
import { commands } from "vitest/browser";
import { examples } from "../../gallery/index.ts";

/*
 * Every picture against how it looked when a person last looked at it. A picture that is meant to
 * change: delete its PNGs and run this again, look at the new ones, and commit them.
 */
const known = import.meta.glob("./pixels/*.png", { query: "?url", import: "default", eager: true });

const width = 420;

/** A file's picture as pixels, in a typeface that every machine has. */
async function drawn(svg: SVGSVGElement): Promise<HTMLCanvasElement> {
  const style = document.createElementNS(svg.namespaceURI, "style");
  style.textContent = `@font-face{font-family:Sans;src:url(${font});font-weight:200 900}`;
  svg.prepend(style);
  svg.setAttribute("font-family", "Sans");
  const file = new Blob([svg.outerHTML], { type: "image/svg+xml" });
  return painted(await loaded(URL.createObjectURL(file)));
}

async function loaded(source: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = source;
  await image.decode();
  return image;
}

function painted(image: HTMLImageElement): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  canvas.getContext("2d")!.drawImage(image, 0, 0);
  return canvas;
}

const pixelsOf = (canvas: HTMLCanvasElement) =>
  canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height).data;

/** The share of pixels that differ by more than an edge's smoothing does. */
function difference(one: HTMLCanvasElement, other: HTMLCanvasElement): number {
  const [a, b] = [pixelsOf(one), pixelsOf(other)];
  let count = 0;
  for (let i = 0; i < a.length; i += 4) {
    const apart = [0, 1, 2].some((c) => Math.abs(a[i + c]! - b[i + c]!) > 48);
    if (apart) count++;
  }
  return (4 * count) / a.length;
}

describe.each(examples)("$id", ({ id, draw }) => {
  test.each(["light", "dark"] as const)("looks in %s as it did", async (theme) => {
    const canvas = await drawn(draw({ width, theme }));
    const name = `./pixels/${id}-${theme}.png`;
    const before = known[name] as string | undefined;
    if (!before) {
      const [, base64] = canvas.toDataURL("image/png").split(",");
      await commands.writeFile(`packages/viz/test/gallery/${name}`, base64!, "base64");
      return;
    }
    const was = painted(await loaded(before));
    expect([canvas.width, canvas.height]).toEqual([was.width, was.height]);
    expect(difference(canvas, was)).toBeLessThan(0.005);
  });
});

test("there are pixels of every picture, and of no other", () => {
  const names = examples.flatMap(({ id }) =>
    ["light", "dark"].map((theme) => `./pixels/${id}-${theme}.png`),
  );
  for (const name of Object.keys(known)) expect(names).toContain(name);
});
