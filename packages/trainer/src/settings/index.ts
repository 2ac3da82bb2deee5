export { completed } from "./complete.ts";
export { filterFields, filterPatterns } from "./filters.ts";
export { runConfigSchema } from "./json-schema.ts";
export * from "./place.ts";
export { type Group, groups, type Setting, type Value } from "./setting.ts";
export { formInWords, interval, writeValue } from "./text.ts";
export { type Path, paths, settingAt } from "./tree.ts";
export * from "./words/index.ts";
