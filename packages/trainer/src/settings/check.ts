import { InputError, seen } from "@grokscape/group-datasets";
import { unmet } from "@grokscape/models";
import { isObject } from "./complete.ts";
import type { Section, Setting } from "./setting.ts";
import { isOf, isSection, root } from "./tree.ts";

/**
 * Refuses a complete config that has a field of another form, an unknown field or kind, or lacks one.
 *
 * @throws InputError naming the field, the value seen and what it must be
 */
export const checkForms = (config: unknown): void => checkSection(root, config, "");

function checkSection(section: Section, value: unknown, path: string): void {
  const { most, nullable, optional } = section;
  if ((value === null && nullable) || (value === undefined && optional)) return;
  if (most === undefined) {
    checkFields(section, value, path);
    return;
  }
  if (!Array.isArray(value)) refuse(path, "must be an array", value);
  if (value.length > most) refuse(path, `must have at most ${most} entries`, value);
  for (const [i, entry] of value.entries()) checkFields(section, entry, `${path}.${i}`);
}

function checkFields({ fields }: Section, value: unknown, path: string): void {
  if (!isObject(value)) refuse(path, "must be an object", value);
  const at = (name: string) => (path ? `${path}.${name}` : name);
  const { kind } = value;
  if (fields.kind) checkValue(fields.kind as Setting, kind, at("kind"));
  const known = Object.entries(fields).filter(([, field]) => isSection(field) || isOf(field, kind));
  for (const [name, field] of known) {
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    if (isSection(field)) checkSection(field, given, at(name));
    else checkValue(field, given, at(name));
  }
  const names = known.map(([name]) => name);
  const unknown = Object.keys(value).filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new InputError(
      `${path || "config"} does not know ${unknown.join(", ")}, got ${seen(value)}`,
    );
}

function checkValue(setting: Setting, value: unknown, path: string): void {
  const { form, of, usual, required } = setting;
  if (value === undefined && of === undefined && usual === undefined && !required) return;
  if (value === null && usual === null) return;
  const words = unmet(form, value);
  if (words) refuse(path, `must ${words}`, value);
}

function refuse(path: string, what: string, value: unknown): never {
  throw new InputError(`${path || "config"} ${what}, got ${seen(value)}`);
}
