import { type Colours, cssVariables, hueColour, palette } from "@grokscape/viz/palette";
import { describe, expect, test } from "vitest";
import { contrast, rgbOf } from "../contrast.ts";

test("the contrast measured here is WCAG's", () => {
  expect(contrast(rgbOf("#000000"), rgbOf("#ffffff"))).toBe(21);
  expect(contrast(rgbOf("#777777"), rgbOf("#ffffff"))).toBeCloseTo(4.48, 2);
});

describe.each(["light", "dark"] as const)("%s", (theme) => {
  const colours = palette[theme];
  const against = (name: keyof Colours) =>
    contrast(rgbOf(colours[name]), rgbOf(colours.background));

  test.each(["ink", "muted", "trainText", "testText", "theory", "plus", "minus"] as const)(
    "%s can be read",
    (name) => expect(against(name)).toBeGreaterThanOrEqual(4.5),
  );

  test.each(["train", "test"] as const)("%s can be seen", (name) =>
    expect(against(name)).toBeGreaterThanOrEqual(3),
  );

  test("every hue can be seen, and has its own colour", () => {
    const hues = Array.from({ length: 35 }, (_, place) => hueColour({ place, of: 35 }, theme));
    for (const hue of hues) {
      expect(contrast(rgbOf(hue), rgbOf(colours.background))).toBeGreaterThanOrEqual(3);
    }
    expect(new Set(hues).size).toBe(35);
  });

  test("its CSS variables name every colour", () => {
    const declared = Object.fromEntries(
      cssVariables(theme)
        .split(";")
        .map((declaration) => declaration.split(":")),
    );
    expect(Object.keys(declared)).toHaveLength(Object.keys(colours).length + 1);
    expect(declared["--grok-train"]).toBe(colours.train);
    expect(declared["--grok-test-text"]).toBe(colours.testText);
  });
});

test("the two colours are Okabe and Ito's vermilion and blue", () => {
  expect([palette.light.train, palette.light.test]).toEqual(["#d55e00", "#0072b2"]);
});
