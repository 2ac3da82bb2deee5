import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { palette } from "@grokscape/viz";
import { renderToString } from "@grokscape/viz/server";
import { describe, expect, test } from "vitest";
import { examples } from "../../gallery/index.ts";
import { contrast, over, rgbOf } from "../contrast.ts";
import { cellsOf, find, page } from "../found.ts";

test("the hashes that pages compare theirs with are those of what a server draws", async () => {
  const hashes = Object.fromEntries(
    examples.map(({ id, draw }) => [
      id,
      createHash("sha256")
        .update(renderToString((document) => draw({ document })))
        .digest("hex"),
    ]),
  );
  await expect(`${JSON.stringify(hashes, null, 2)}\n`).toMatchFileSnapshot("hashes.json");
});

describe.each(examples)("$id", ({ id, draw, table }) => {
  test.each([240, 360, 640, 1600])("at %d px everything is inside, in both languages", (width) => {
    for (const language of ["en", "zh-cn"] as const) {
      const { svg, texts } = find(draw({ document: page(), width, language }));
      expect(svg.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
      const height = Number(svg.getAttribute("height"));
      for (const { x, y, text } of texts) {
        expect(x, text).toBeGreaterThan(0);
        expect(x, text).toBeLessThan(width);
        expect(y, text).toBeGreaterThan(0);
        expect(y, text).toBeLessThan(height - 8);
      }
    }
  });

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
    const named = new Set(["cayley-table", "character-table", "sweep-table"]);
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
  const files = readdirSync(folder).filter((name) => name !== "example.ts");
  expect(files.map((name) => name.replace(".ts", "")).sort()).toEqual(
    examples.map(({ id }) => id).sort(),
  );
  for (const name of files) {
    expect(readFileSync(new URL(name, folder), "utf8")).toContain("../fixtures/");
  }
});
