export { renderToString } from "./render-to-string.ts";
