import type { Section, Setting } from "./setting.ts";
import { settings } from "./settings.ts";

type PathsIn<Fields, Prefix extends string = ""> = {
  [Name in keyof Fields & string]: Fields[Name] extends { readonly fields: infer Within }
    ? PathsIn<Within, `${Prefix}${Name}.`>
    : `${Prefix}${Name}`;
}[keyof Fields & string];

/** The place of a field in a config: "steps", "optimiser.learningRate", "gradientFilters.alpha". */
export type Path = PathsIn<typeof settings>;

/** The settings as a tree. */
export const root: Section = { fields: settings };

export const isSection = (field: Setting | Section): field is Section => "fields" in field;

/** All settings by their places, in the table's order. */
export const settingAt = Object.fromEntries(placed(root, "")) as Readonly<Record<Path, Setting>>;

export const paths = Object.keys(settingAt) as Path[];

function placed({ fields }: Section, prefix: string): [path: string, setting: Setting][] {
  return Object.entries(fields).flatMap(([name, field]): [string, Setting][] =>
    isSection(field) ? placed(field, `${prefix}${name}.`) : [[prefix + name, field]],
  );
}

/** Whether a section's fields count for this kind of it: those that name no kinds always do. */
export const isOf = ({ of }: Setting, kind: unknown): boolean =>
  of === undefined || (typeof kind === "string" && Object.hasOwn(of, kind));

/** The section that a setting is in: "optimiser" of "optimiser.momentum"; "" of "steps". */
export const sectionPath = (path: string): string =>
  path.slice(0, Math.max(0, path.lastIndexOf(".")));
