import font from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?inline";
import axe from "axe-core";
import { afterEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { examples } from "../../gallery/index.ts";
import { boxesOf } from "../boxes.ts";
import { drawing, knownWidth, plain } from "./drawing.ts";

afterEach(() => document.body.replaceChildren());

const known = import.meta.glob("./known/*.svg", { query: "?raw", import: "default", eager: true });

describe.each(examples)("$id", ({ id, draw }) => {
  test.each(["light", "dark"] as const)("a page draws the server's bytes, in %s", (theme) => {
    const drawn = drawing(draw({ theme, width: knownWidth }).outerHTML);
    expect(drawn === known[`./known/${id}-${theme}.svg`]).toBe(true);
    if (theme === "light")
      expect(plain(draw({ width: knownWidth }).outerHTML)).toBe(
        plain(draw({ theme, width: knownWidth }).outerHTML),
      );
  });

  test("is a well-formed SVG file", () => {
    const file = new DOMParser().parseFromString(
      draw({ theme: "light" }).outerHTML,
      "image/svg+xml",
    );
    expect(file.querySelector("parsererror")).toBeNull();
  });
});

test("letters are no wider than the package takes them to be", async () => {
  const face = await new FontFace("Own", `url(${font})`, { weight: "200 900" }).load();
  document.fonts.add(face);
  document.body.style.setProperty("--grok-font", "Own");
  for (const { draw } of examples) {
    const svg = draw({ width: 640 });
    document.body.replaceChildren(svg);
    for (const { element, text, left, right } of boxesOf(svg)) {
      if (/[^ -~]/.test(text)) continue; // the face has no other letters
      const { width } = (element as SVGGraphicsElement).getBBox();
      expect(width, text).toBeLessThanOrEqual(right - left);
    }
  }
});

test("axe finds nothing in all pictures and their tables", async () => {
  document.documentElement.lang = "en";
  document.title = "Pictures";
  const main = document.createElement("main");
  main.append(Object.assign(document.createElement("h1"), { textContent: "Pictures" }));
  for (const { draw, table } of examples) main.append(draw({ width: 360 }), table());
  document.body.append(main);
  const { violations, passes } = await axe.run(main);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`)).toEqual([]);
  expect(passes.map(({ id }) => id)).toContain("svg-img-alt");
});

test("screen readers hear a picture's title, then what is to be seen; and may read its numbers", async () => {
  for (const { draw, table } of examples) {
    const svg = draw({ title: "A title of one's own" });
    document.body.replaceChildren(svg, table());
    await expect
      .element(page.getByRole("img", { name: "A title of one's own" }))
      .toBeInTheDocument();
    // a browser makes the description of an image of its own <desc>
    expect(svg.querySelector(":scope > desc")!.textContent!.length).toBeGreaterThan(40);
    const caption = document.querySelector("caption")!.textContent!;
    await expect.element(page.getByRole("table", { name: caption })).toBeInTheDocument();
    expect(document.querySelectorAll("th[scope=row]").length).toBeGreaterThan(0);
  }
});
