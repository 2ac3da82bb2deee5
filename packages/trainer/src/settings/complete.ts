import type { Setting } from "./setting.ts";
import { isList, isNullable, isOf, isOptional, isSection, root, type Section } from "./tree.ts";

type PlainObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is PlainObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A config with the defaults where nothing is said; undefined, at any depth, counts as not said. What
 * is not as it must be stays so, for the check.
 */
export const completed = (config: unknown): unknown => completedSection(root, config, "");

function completedSection(section: Section, value: unknown, path: string): unknown {
  if (isList(path) && Array.isArray(value)) {
    return Array.from(value, (entry) => completedFields(section, entry, path));
  }
  if (value === undefined && isOptional(path)) return undefined;
  if (value === undefined) return isList(path) ? [] : completedFields(section, {}, path);
  return isList(path) || (value === null && isNullable(path))
    ? value
    : completedFields(section, value, path);
}

function completedFields({ fields }: Section, value: unknown, path: string): unknown {
  if (!isObject(value)) return value;
  const kind = value.kind ?? (fields.kind as Setting | undefined)?.usual;
  const known = Object.entries(fields).flatMap(([name, field]) => {
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    const complete = isSection(field)
      ? completedSection(field, given, path ? `${path}.${name}` : name)
      : given === undefined
        ? usual(field, kind)
        : given;
    return complete === undefined ? [] : [[name, complete] as const];
  });
  const unknown = Object.entries(value).filter(
    ([name, one]) => one !== undefined && !Object.hasOwn(fields, name),
  );
  return Object.fromEntries([...known, ...unknown]);
}

/** What a setting is where nothing is said. */
const usual = (setting: Setting, kind: unknown): unknown =>
  setting.of ? (isOf(setting, kind) ? setting.of[kind as string] : undefined) : setting.usual;
