import { grokkingCurve, palette } from "@grokscape/viz";
import { renderToString, toPng } from "@grokscape/viz/node";
import sharp from "sharp";
import { expect, test } from "vitest";
import { rgbOf } from "../contrast.ts";
import { grokkingRecord } from "../records.ts";

const svg = (theme: "auto" | "light" | "dark") =>
  renderToString((document) => grokkingCurve(grokkingRecord(), { document, theme, width: 400 }));

test.each(["light", "dark"] as const)(
  "a %s file as a PNG has its size and its colours",
  async (theme) => {
    const drawn = svg(theme);
    const image = sharp(await toPng(drawn, { scale: 2 }));
    const { width, height, format } = await image.metadata();
    expect([format, width]).toEqual(["png", 800]);
    expect(height).toBe(2 * Number(drawn.match(/height="(\d+)"/)![1]));
    const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const near = (colour: string) => {
      const wanted = rgbOf(colour);
      let count = 0;
      for (let i = 0; i < data.length; i += info.channels) {
        if (wanted.every((value, c) => Math.abs(data[i + c]! - value) <= 2)) count++;
      }
      return count;
    };
    expect(near(palette[theme].background)).toBeGreaterThan(0.7 * width! * height!);
    expect(near(palette[theme].test)).toBeGreaterThan(1000);
    expect(near(palette[theme].train)).toBeGreaterThan(300);
  },
);

test("a picture that follows its page, and a scale that is none, are refused", async () => {
  await expect(toPng(svg("auto"))).rejects.toThrow('draw with theme "light" or "dark"');
  await expect(toPng(svg("light"), { scale: 0 })).rejects.toThrow(
    "scale must be in (0, 16]; got 0",
  );
});
