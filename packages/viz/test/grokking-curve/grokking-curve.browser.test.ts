import { cssVariables, grokkingCurve, palette } from "@grokscape/viz";
import type {} from "@vitest/browser-playwright";
import { afterEach, expect, test } from "vitest";
import { cdp } from "vitest/browser";
import fromServer from "../fixtures/grokking-curve.svg?raw";
import { grokkingRecord } from "../records.ts";

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
