import type { Section, Setting } from "./setting.ts";
import { isOf, isSection, root } from "./tree.ts";

type PlainObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is PlainObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A config with the defaults where nothing is said; undefined, at any depth, counts as not said. What
 * is not as it must be stays so, for the check.
 */
export const completed = (config: unknown): unknown => completedSection(root, config);

function completedSection(section: Section, value: unknown): unknown {
  const { most, optional, usual = {} } = section;
  if (value === undefined && optional) return undefined;
  if (most === undefined) return completedFields(section, value === undefined ? usual : value);
  return Array.isArray(value)
    ? Array.from(value, (entry) => completedFields(section, entry))
    : value === undefined
      ? []
      : value;
}

function completedFields({ fields }: Section, value: unknown): unknown {
  if (!isObject(value)) return value;
  const kind = value.kind ?? (fields.kind as Setting | undefined)?.usual;
  const known = Object.entries(fields).flatMap(([name, field]) => {
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    const complete = isSection(field)
      ? completedSection(field, given)
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
