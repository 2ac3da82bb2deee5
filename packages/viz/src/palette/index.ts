export { cssVariables, type Theme } from "./css.ts";
export { type Colours, palette, type ThemeName } from "./palette.ts";
