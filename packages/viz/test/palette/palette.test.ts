import { type Colours, cssVariables, hueColour, palette } from "@grokscape/viz/palette";
import { describe, expect, test } from "vitest";

/** Contrast of two colours after WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

test("the contrast measured here is WCAG's", () => {
  expect(contrast("#000000", "#ffffff")).toBe(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

describe.each(["light", "dark"] as const)("%s", (theme) => {
  const colours = palette[theme];
  const against = (name: keyof Colours) => contrast(colours[name], colours.background);

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
      expect(contrast(hue, colours.background)).toBeGreaterThanOrEqual(3);
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
