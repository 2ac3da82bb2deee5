export { renderToString } from "../server/render-to-string.ts";
export { type PngOptions, toPng } from "./to-png.ts";
