import { type Form, finite, mustBe, oneOf, record } from "../frame/form.ts";
import type { ThemeName } from "./palette.ts";

/** A place among `of` things that have an order, such as an irrep's in the spectrum. */
export interface Hue {
  readonly place: number;
  readonly of: number;
}

export const hueForm: Form = record({ place: finite, of: finite });

/** Lightness of hues in OKLCH, in each theme. */
export const hueLightness: Readonly<Record<ThemeName, number>> = { light: 0.54, dark: 0.74 };

export const hueChroma = 0.11;

export const themeForm: Form = oneOf("light", "dark");

/** Every second hue is lighter, so that neighbours differ also for those who cannot tell the hues apart. */
export const hueLift = ({ place }: Hue): number => (place % 2 === 0 ? 0.07 : 0);

/** The angle in OKLCH, in degrees: places go once around the circle. */
export const hueAngle = ({ place, of }: Hue): number =>
  Math.round((40 + (330 * place) / Math.max(1, of)) % 360);

/**
 * A hue as `#rrggbb` (Ottosson, "A perceptual color space for image processing", 2020).
 *
 * @throws PictureError for a place that is no number, or a theme that is not there
 */
export function hueColour(hue: Hue, theme: ThemeName): string {
  mustBe("hue", hueForm, hue);
  mustBe("theme", themeForm, theme);
  const L = hueLightness[theme] + hueLift(hue);
  const angle = (hueAngle(hue) * Math.PI) / 180;
  const [a, b] = [hueChroma * Math.cos(angle), hueChroma * Math.sin(angle)];
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${linear.map(channel).join("")}`;
}

function channel(linear: number): string {
  const inside = Math.min(1, Math.max(0, linear));
  const encoded = inside <= 0.0031308 ? 12.92 * inside : 1.055 * inside ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255)
    .toString(16)
    .padStart(2, "0");
}
