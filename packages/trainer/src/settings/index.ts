export { completed } from "./complete.ts";
export { filterFields, filterPatterns, writeFilters } from "./filters.ts";
export { runConfigSchema, type Schema, valueSchema } from "./json-schema.ts";
export * from "./place.ts";
export { type Group, groups, type Setting, type Value } from "./setting.ts";
export { formInWords, interval, writeValue } from "./text.ts";
export { type Path, paths, settingAt } from "./tree.ts";
export * from "./words/index.ts";
