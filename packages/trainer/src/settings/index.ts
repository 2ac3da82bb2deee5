export { filterFields, filterPatterns } from "./filters.ts";
export * from "./place.ts";
export { type Group, groups, type Setting, type Value } from "./setting.ts";
export { type Path, paths, settingAt } from "./settings.ts";
export { formInWords, writeValue } from "./text.ts";
export * from "./words/index.ts";
