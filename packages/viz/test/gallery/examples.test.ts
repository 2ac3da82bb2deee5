import { readdirSync, readFileSync } from "node:fs";
import { palette, type Theme } from "@grokscape/viz";
import { renderToString } from "@grokscape/viz/server";
import { describe, expect, test } from "vitest";
import { examples } from "../../gallery/index.ts";
import { expectRoomForWords } from "../boxes.ts";
import { contrast, over, rgbOf } from "../contrast.ts";
import { cellsOf, find, page } from "../found.ts";
import { drawing, knownWidth, plain } from "./drawing.ts";

/*
 * Every picture as text: a label that moves, another colour or a missing line is a line of the diff,
 * and no typeface or renderer takes part. When a picture is meant to change: run this file with -u,
 * open the files in a browser, and commit them.
 */
describe.each(examples)("$id", ({ id, draw }) => {
  const file = (theme: Theme) =>
    renderToString((document) => draw({ document, theme, width: knownWidth }));

  test.each(["light", "dark"] as const)("is in %s as it was", async (theme) => {
    await expect(drawing(file(theme))).toMatchFileSnapshot(`known/${id}-${theme}.svg`);
  });

  test("is in a page as in a light file, by names of the same colours", () => {
    expect(plain(file("auto"))).toBe(plain(file("light")));
    const { svg } = find(draw({ document: page() }));
    for (const painted of svg.querySelectorAll("[class*=fill-], [class*=stroke-]")) {
      for (const [, what, name] of painted.getAttribute("class")!.matchAll(/(\w+)-([\w-]+)/g)) {
        if (name === "hue") continue;
        const colour = name!.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
        expect(painted.getAttribute(what!)).toBe(palette.light[colour as "ink"]);
      }
    }
  });
});

test("there is a file of every picture and theme, and no other", () => {
  const names = examples.flatMap(({ id }) => [`${id}-dark.svg`, `${id}-light.svg`]);
  expect(readdirSync(new URL("known/", import.meta.url)).sort()).toEqual(names.sort());
});

describe.each(examples)("$id", ({ id, draw, table }) => {
  test.each([240, 360, 640, 1600])(
    "at %d px everything is inside, and from 360 on no words on others, in both languages",
    (width) => {
      for (const language of ["en", "zh-cn"] as const) {
        const { svg, texts } = find(draw({ document: page(), width, language }));
        if (width >= 360) expectRoomForWords(svg, width);
        expect(svg.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
        const height = Number(svg.getAttribute("height"));
        for (const { y, text } of texts) {
          expect(y, text).toBeGreaterThan(0);
          expect(y, text).toBeLessThan(height - 8);
        }
      }
    },
  );

  test.each([240, 700])(
    "at %d px its least height, which a smaller one names, will do",
    (width) => {
      let least = 0;
      try {
        draw({ document: page(), width, height: 10 });
      } catch (error) {
        least = Number(String(error).match(/at least (\d+) px/)![1]);
      }
      const { outerHTML } = draw({ document: page(), width, height: least });
      expect(outerHTML).not.toMatch(/ (width|height|r)="-/);
    },
  );

  test("has a name, and says what to see in both languages", () => {
    const words = (["en", "zh-cn"] as const).map((language) => {
      const { svg, desc } = find(draw({ document: page(), language }));
      expect(svg.getAttribute("role")).toBe("img");
      return [svg.querySelector("title")!.textContent!, desc] as const;
    });
    expect(words[0]![1].length).toBeGreaterThan(40);
    expect(words[1]!.join("")).toMatch(/[\u4e00-\u9fff]/);
  });

  test("has its numbers as a table, every row as long as its head", () => {
    const made = table({ document: page() });
    const heads = made.querySelectorAll("thead th").length;
    const rows = cellsOf(made);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(heads);
    expect(made.querySelector("caption")!.textContent!.length).toBeGreaterThan(40);
  });

  test.each(["light", "dark"] as const)("every word can be read in %s", (theme) => {
    const { svg } = find(draw({ document: page(), theme, width: 720 }));
    const ground = rgbOf(palette[theme].background);
    for (const text of svg.querySelectorAll("text:not([data-mark])")) {
      const fill = rgbOf(text.getAttribute("fill")!);
      expect(contrast(fill, ground), text.textContent!).toBeGreaterThanOrEqual(4.5);
    }
    // words in cells: on the strongest shade that they may stand on
    const named = new Set(["cayley-table", "character-table"]);
    if (!named.has(id)) return;
    for (const cell of svg.querySelectorAll('[data-mark="cells"]')) {
      const opacity = Number(cell.getAttribute("fill-opacity"));
      const shade = over(rgbOf(cell.getAttribute("fill")!), opacity, ground);
      expect(contrast(rgbOf(palette[theme].ink), shade)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

test("every example has a file, and every file is in the list", () => {
  const folder = new URL("../../gallery/examples/", import.meta.url);
  const files = readdirSync(folder);
  expect(files.map((name) => name.replace(".ts", "")).sort()).toEqual(
    examples.map(({ id }) => id).sort(),
  );
  for (const name of files) {
    expect(readFileSync(new URL(name, folder), "utf8")).toContain("../fixtures/");
  }
});
