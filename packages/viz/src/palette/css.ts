import { type Colours, palette, type ThemeName } from "./palette.ts";

/** "auto" follows the reader's `prefers-color-scheme`. */
export type Theme = "auto" | ThemeName;

const names = Object.keys(palette.light) as (keyof Colours)[];
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * A theme as CSS declarations (`--grok-train:#d55e00;…`), for a page that switches themes itself:
 * set on any ancestor, these properties win over a picture's own theme.
 *
 * @example
 * `:root[data-theme="dark"] { ${cssVariables("dark")} }`
 */
export function cssVariables(theme: ThemeName): string {
  return names.map((name) => `--grok-${kebab(name)}:${palette[theme][name]}`).join(";");
}

/**
 * The style sheet inside a picture. It colours by class and repeats nothing that attributes
 * already say, so programs that read no CSS variables still draw the literal colours.
 */
export function styleSheet(theme: Theme): string {
  const scope = `.grok-picture.grok-${theme}`;
  const own = (of: ThemeName) =>
    `${scope}{color-scheme:${of};${names
      .map((name) => `--own-${kebab(name)}:var(--grok-${kebab(name)},${palette[of][name]})`)
      .join(";")}}`;
  const rules = [
    ".grok-picture{display:block;max-width:100%;height:auto;color:var(--own-ink);font-family:var(--grok-font,system-ui,sans-serif);font-variant-numeric:tabular-nums}",
    ".grok-picture text,.grok-picture tspan{white-space:pre}",
    ...names.flatMap((name) => [
      `.grok-picture .stroke-${kebab(name)}{stroke:var(--own-${kebab(name)})}`,
      `.grok-picture .fill-${kebab(name)}{fill:var(--own-${kebab(name)})}`,
    ]),
  ];
  const themes =
    theme === "auto"
      ? [own("light"), `@media (prefers-color-scheme:dark){${own("dark")}}`]
      : [own(theme)];
  return [...themes, ...rules].join("\n");
}

/** Options of a Plot mark: a colour by class, and as a literal where classes are not understood. */
export const paint = (
  theme: Theme,
  { stroke, fill }: { stroke?: keyof Colours; fill?: keyof Colours },
) => {
  const colours = palette[theme === "dark" ? "dark" : "light"];
  return {
    className: [stroke && `stroke-${kebab(stroke)}`, fill && `fill-${kebab(fill)}`]
      .filter(Boolean)
      .join(" "),
    ...(stroke && { stroke: colours[stroke] }),
    ...(fill && { fill: colours[fill] }),
  };
};
