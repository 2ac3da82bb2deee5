import axe from "axe-core";
import { afterEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { examples } from "../../gallery/index.ts";
import { renderedBoxes } from "../rendered-boxes.ts";
import hashes from "./hashes.json" with { type: "json" };

afterEach(() => document.body.replaceChildren());

const sha256 = async (text: string) => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

describe.each(examples)("$id", ({ id, draw }) => {
  test("a page draws the server's bytes", async () => {
    expect(await sha256(draw().outerHTML)).toBe(hashes[id as keyof typeof hashes]);
  });

  test("is a well-formed SVG file", () => {
    const file = new DOMParser().parseFromString(
      draw({ theme: "light" }).outerHTML,
      "image/svg+xml",
    );
    expect(file.querySelector("parsererror")).toBeNull();
  });

  test.each([360, 640, 1600])("at %d px no words leave the picture or lie on others", (width) => {
    for (const language of ["en", "zh-cn"] as const) {
      const svg = draw({ width, language });
      document.body.replaceChildren(svg);
      svg.style.maxWidth = "none";
      const frame = svg.getBoundingClientRect();
      const boxes = renderedBoxes(svg);
      for (const [i, { text, box }] of boxes.entries()) {
        expect(box.left, text).toBeGreaterThanOrEqual(frame.left);
        expect(box.right, text).toBeLessThanOrEqual(frame.right);
        for (const other of boxes.slice(i + 1)) {
          const apart =
            box.right <= other.box.left ||
            other.box.right <= box.left ||
            box.bottom - 3 <= other.box.top ||
            other.box.bottom - 3 <= box.top;
          expect(apart, `${text} | ${other.text}`).toBe(true);
        }
      }
    }
  });
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
