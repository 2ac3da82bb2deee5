import { cssVariables, grokkingCurve, palette } from "@grokscape/viz";
import type {} from "@vitest/browser-playwright";
import { afterEach, expect, test } from "vitest";
import { cdp } from "vitest/browser";
import fromServer from "../fixtures/grokking-curve.svg?raw";
import { grokkingRecord } from "../records.ts";
import { renderedBoxes } from "../rendered-boxes.ts";

const record = grokkingRecord();

afterEach(() => {
  document.body.replaceChildren();
});

const prefer = (value: "light" | "dark") =>
  cdp().send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value }] });

const rgb = (colour: string) =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(", ")})`;

function shown(options: Parameters<typeof grokkingCurve>[1] = {}, around = "") {
  const host = document.createElement("div");
  host.setAttribute("style", around);
  host.append(grokkingCurve(record, options));
  document.body.append(host);
  const line = host.querySelector('[data-mark="train line"]')!;
  return getComputedStyle(line).stroke;
}

test("a page draws the server's bytes", () => {
  const fromPage = grokkingCurve(record).outerHTML;
  const differs = [...fromPage].findIndex((character, i) => character !== fromServer[i]);
  expect(fromPage.slice(differs - 60, differs + 60)).toBe(
    fromServer.slice(differs - 60, differs + 60),
  );
  expect(fromPage === fromServer).toBe(true);
});

test("the server's picture is a well-formed SVG file", () => {
  const file = new DOMParser().parseFromString(fromServer, "image/svg+xml");
  expect(file.querySelector("parsererror")).toBeNull();
  expect(file.documentElement.namespaceURI).toBe("http://www.w3.org/2000/svg");
});

test("colours follow the reader, the theme, and above all the page", async () => {
  await prefer("light");
  expect(shown()).toBe(rgb(palette.light.train));
  expect(shown({ theme: "dark" })).toBe(rgb(palette.dark.train));
  expect(shown({}, cssVariables("dark"))).toBe(rgb(palette.dark.train));
  await prefer("dark");
  expect(shown()).toBe(rgb(palette.dark.train));
  expect(shown({ theme: "light" })).toBe(rgb(palette.light.train));
  expect(shown({}, cssVariables("light"))).toBe(rgb(palette.light.train));
  await prefer("light");
});

test.each([360, 640, 1600])("at %d px no words leave the picture or lie on others", (width) => {
  const svg = grokkingCurve(record, { width });
  document.body.append(svg);
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
        box.bottom - 2 <= other.box.top ||
        other.box.bottom - 2 <= box.top;
      expect(apart, `${text} | ${other.text}`).toBe(true);
    }
  }
});

test("a thousand rows are drawn in a small part of a tenth of a second", () => {
  const long = grokkingRecord({ steps: 999 });
  const times = Array.from({ length: 15 }, () => {
    const began = performance.now();
    document.body.replaceChildren(grokkingCurve(long));
    document.body.getBoundingClientRect();
    return performance.now() - began;
  }).sort((a, b) => a - b);
  expect(times[7]).toBeLessThan(50);
});
