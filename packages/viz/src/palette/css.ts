import { mustBe } from "../frame/form.ts";
import {
  type Hue,
  hueAngle,
  hueChroma,
  hueColour,
  hueLift,
  hueLightness,
  themeForm,
} from "./hue.ts";
import { type Colours, palette, type ThemeName } from "./palette.ts";

/**
 * "auto" is for pages: it follows the reader's `prefers-color-scheme`, and the page's CSS variables.
 * "light" and "dark" are for files: every colour is a plain attribute, which all programs read.
 */
export type Theme = "auto" | ThemeName;

/** A colour of the palette, or a hue by place. */
export type Paint = keyof Colours | Hue;

const names = Object.keys(palette.light) as (keyof Colours)[];
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * A theme as CSS declarations (`--grok-train:#d55e00;…`), for a page that switches themes itself:
 * set on any ancestor, these properties win over the reader's preference.
 *
 * @example
 * `:root[data-theme="dark"] { ${cssVariables("dark")} }`
 */
export function cssVariables(theme: ThemeName): string {
  mustBe("theme", themeForm, theme);
  return [
    ...names.map((name) => `--grok-${kebab(name)}:${palette[theme][name]}`),
    `--grok-hue-lightness:${hueLightness[theme]}`,
  ].join(";");
}

/**
 * The style sheet inside a picture that follows its page, the same for all of them (so that a
 * content security policy needs one hash). It colours by class and repeats nothing that attributes
 * already say.
 */
export const styleSheet = (): string => {
  const scope = ".grok-picture.grok-auto";
  const own = (of: ThemeName) =>
    `${scope}{color-scheme:${of};${names
      .map((name) => `--own-${kebab(name)}:var(--grok-${kebab(name)},${palette[of][name]})`)
      .join(";")};--own-hue-lightness:var(--grok-hue-lightness,${hueLightness[of]})}`;
  const hue = `oklch(calc(var(--own-hue-lightness) + var(--lift)) ${hueChroma} var(--angle))`;
  return [
    own("light"),
    `@media (prefers-color-scheme:dark){${own("dark")}}`,
    `${scope}{display:block;max-width:100%;height:auto;color:var(--own-ink);font-family:var(--grok-font,system-ui,sans-serif);font-variant-numeric:tabular-nums}`,
    ...(["stroke", "fill"] as const).flatMap((what) => [
      ...names.map((name) => `${scope} .${what}-${kebab(name)}{${what}:var(--own-${kebab(name)})}`),
      `${scope} .${what}-hue{${what}:${hue}}`,
    ]),
  ].join("\n");
};

/** Attributes that paint an element: literal colours, and what the style sheet needs to change them. */
export function paint(
  theme: Theme,
  { stroke, fill }: { readonly stroke?: Paint; readonly fill?: Paint },
): Record<string, string> {
  const attributes: Record<string, string> = {};
  const classes: string[] = [];
  for (const [what, wanted] of [
    ["stroke", stroke],
    ["fill", fill],
  ] as const) {
    if (wanted === undefined) continue;
    const hue = typeof wanted !== "string";
    attributes[what] = hue
      ? hueColour(wanted, theme === "dark" ? "dark" : "light")
      : palette[theme === "dark" ? "dark" : "light"][wanted];
    classes.push(`${what}-${hue ? "hue" : kebab(wanted)}`);
    if (hue && theme === "auto") {
      attributes.style = `--angle:${hueAngle(wanted)};--lift:${hueLift(wanted)}`;
    }
  }
  if (theme === "auto") attributes.class = classes.join(" ");
  return attributes;
}
