/** The colours of one theme, as `#rrggbb`. */
export interface Colours {
  /** The page behind pictures. */
  readonly background: string;
  /** Titles and captions. */
  readonly ink: string;
  /** Axes, ticks and legends. */
  readonly muted: string;
  /** Hairlines behind the data. */
  readonly grid: string;
  /** Memorising; everything measured on train examples. */
  readonly train: string;
  /** `train` for words. */
  readonly trainText: string;
  /** Generalising; everything measured on test examples. */
  readonly test: string;
  /** `test` for words. */
  readonly testText: string;
  /** What a theory says: dashed, and neither of the two. */
  readonly theory: string;
  /** Values above 0. */
  readonly plus: string;
  /** Values below 0. */
  readonly minus: string;
}

export type ThemeName = "light" | "dark";

/**
 * The two colours that mean something everywhere, green and violet for values of either sign, and the neutrals
 * around them (Okabe and Ito's vermilion, blue and bluish green, in shades that suit
 * the ground). Against `background`, words have a contrast of 4.5:1 or more and lines of 3:1 or
 * more; `grid` alone may be fainter.
 */
export const palette: Readonly<Record<ThemeName, Colours>> = {
  light: {
    background: "#ffffff",
    ink: "#1c1f23",
    muted: "#5c636b",
    grid: "#dfe2e6",
    train: "#d55e00",
    trainText: "#b34f00",
    test: "#0072b2",
    testText: "#0072b2",
    theory: "#6b7178",
    plus: "#00795a",
    minus: "#8a3fb0",
  },
  dark: {
    background: "#15181c",
    ink: "#e8eaed",
    muted: "#a3abb3",
    grid: "#30363d",
    train: "#f28c3a",
    trainText: "#f28c3a",
    test: "#56b4e9",
    testText: "#56b4e9",
    theory: "#9aa3ab",
    plus: "#45c9a0",
    minus: "#c08af0",
  },
};
