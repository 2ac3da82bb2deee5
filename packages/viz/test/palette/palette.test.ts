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

/** Machado, Oliveira and Fernandes 2009, severity 1, for linear RGB. */
const deficiencies = {
  protanopia: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deuteranopia: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  tritanopia: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
} as const;

const linear = (colour: string) =>
  rgbOf(colour).map((value) => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });

/** CIE L*a*b* of linear sRGB, D65. */
function lab([r, g, b]: readonly number[]): number[] {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124564 * r! + 0.3575761 * g! + 0.1804375 * b!) / 0.95047);
  const y = f(0.2126729 * r! + 0.7151522 * g! + 0.072175 * b!);
  const z = f((0.0193339 * r! + 0.119192 * g! + 0.9503041 * b!) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe.each(Object.entries(deficiencies))("%s", (_, matrix) => {
  const seen = (colour: string) => {
    const rgb = linear(colour);
    return lab(
      [0, 3, 6].map((row) =>
        Math.max(
          0,
          rgb.reduce((sum, value, i) => sum + matrix[row + i]! * value, 0),
        ),
      ),
    );
  };
  test.each([
    ["light", "train", "test"],
    ["light", "plus", "minus"],
    ["dark", "train", "test"],
    ["dark", "plus", "minus"],
  ] as const)("in %s, %s is not mistaken for %s", (theme, one, other) => {
    const [a, b] = [seen(palette[theme][one]), seen(palette[theme][other])];
    expect(Math.hypot(...a.map((value, i) => value - b[i]!))).toBeGreaterThan(25);
  });
});

test("a hue or a theme that is none is refused", () => {
  for (const hue of [null, { place: Number.NaN, of: 3 }, { place: 1 }, { place: "1", of: 3 }]) {
    expect(() => hueColour(hue as never, "light")).toThrow(RangeError);
  }
  expect(() => hueColour({ place: 1, of: 3 }, "grey" as never)).toThrow(
    'theme must be one of "light", "dark"; got "grey"',
  );
  expect(() => cssVariables(null as never)).toThrow(RangeError);
});
