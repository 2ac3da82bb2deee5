export { cssVariables, type Theme } from "./css.ts";
export { type Hue, hueColour } from "./hue.ts";
export { type Colours, palette, type ThemeName } from "./palette.ts";
