import type { Path } from "./config-path.ts";
import type { Setting } from "./setting.ts";
import { paths, settingAt } from "./settings.ts";

/** A part of a config that has fields of its own: the config itself, its optimiser, its goal. */
export interface Section {
  /** Its settings, and the sections within it, by name. */
  readonly fields: Readonly<Record<string, Setting | Section>>;
}

/** Sections that are null where they do not apply, lists of their like, and those that may be left out. */
const nullable: readonly string[] = ["goal"];
const lists: readonly string[] = ["gradientFilters"];
const optional: readonly string[] = ["split", "split.holdOut"];

export const isNullable = (path: string): boolean => nullable.includes(path);
export const isList = (path: string): boolean => lists.includes(path);
export const isOptional = (path: string): boolean => optional.includes(path);

export const isSection = (field: Setting | Section): field is Section => "fields" in field;

/** The settings as a tree. */
export const root: Section = sectionOf(paths.map((path) => [path.split("."), settingAt[path]]));

type Placed = readonly [place: readonly string[], setting: Setting];

function sectionOf(placed: readonly Placed[]): Section {
  const names = [...new Set(placed.map(([[name]]) => name))];
  const fields = names.map((name) => {
    const within = placed.filter(([place]) => place[0] === name);
    const [[place, setting]] = within;
    const field =
      place.length === 1
        ? setting
        : sectionOf(within.map(([place, setting]): Placed => [place.slice(1), setting]));
    return [name, field] as const;
  });
  return { fields: Object.fromEntries(fields) };
}

/** Whether a section's fields count for this kind of it: those that name no kinds always do. */
export const isOf = ({ of }: Setting, kind: unknown): boolean =>
  of === undefined || (typeof kind === "string" && Object.hasOwn(of, kind));

/** The section that a setting is in: "optimiser" of "optimiser.momentum"; "" of "steps". */
export const sectionPath = (path: Path): string =>
  path.slice(0, Math.max(0, path.lastIndexOf(".")));
