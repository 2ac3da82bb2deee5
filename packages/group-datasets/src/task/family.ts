import { InputError } from "../errors.ts";
import { seen } from "../text/seen.ts";
import type { ParamsForm, Written } from "./params.ts";
import type { PluginId } from "./plugin-id.ts";
import type { Task, TaskTheory } from "./task.ts";

/** Where a family comes from, so that a reader can look it up. */
export interface Citation {
  readonly title: string;
  /** A DOI, an arXiv number or an address. */
  readonly reference: string;
}

interface FamilyParts<Params> {
  /** Lower-case letters, digits and hyphens: what stands before the first colon of a task's id. */
  readonly id: string;
  /** Other words for it. */
  readonly aliases?: readonly string[];
  readonly title: string;
  /** Form of the parameters, such as a zod schema: an array of numbers and texts. */
  readonly params: ParamsForm<Params>;
  /** What follows the colon in the id of a small member, for examples and the conformance kit. */
  readonly example: string;
  readonly citations: readonly Citation[];
  /** What the theory says of a member; it becomes the task's `theory`. */
  theory?(task: Task): TaskTheory;
}

/** A family of tasks: `task("<id>:<parameters>")` makes one of them. */
export interface TaskFamily<Params = never> extends FamilyParts<Params> {
  /** @throws InputError if there is no such member */
  create(params: Params): Task;
}

/** A family that changes other tasks: `task("<id>:<parameters>:<the other task's id>")`. */
export interface DerivedTaskFamily<Params = never> extends FamilyParts<Params> {
  /** @throws InputError if there is no such member */
  create(params: Params, base: Task): Task;
}

/** A family whose parameters' type has been forgotten: what a registry holds. */
export type AnyTaskFamily = Omit<TaskFamily, "params" | "create" | "theory"> & {
  /** Whether its tasks are made of others. */
  readonly derived: boolean;
  /** The plug-in that it is from, if it is none of ours. */
  readonly plugin?: PluginId;
  /**
   * @param text what follows the family's id and its colon
   * @param find makes the task that a derived one is made of
   * @throws InputError if the text is not usable
   */
  make(text: string, find: (id: string) => Task): Task;
};

/** Makes a family ready for a registry. */
export function defineTaskFamily<Params>(family: TaskFamily<Params>): AnyTaskFamily {
  return registered(family, false, (text) => family.create(parameters(family, text, text)));
}

/** Makes a family that changes other tasks ready for a registry. */
export function defineDerivedTaskFamily<Params>(family: DerivedTaskFamily<Params>): AnyTaskFamily {
  const takesNone = family.params.safeParse([]).success;
  return registered(family, true, (text, find) => {
    const colon = text.indexOf(":");
    const own = takesNone ? "" : text.slice(0, Math.max(0, colon));
    const base = takesNone ? text : text.slice(colon + 1);
    const example = () => exampleWith(family, text, find);
    if (!base || (!takesNone && colon < 0)) {
      throw unusable(family, text, "it names no task to change", example());
    }
    return family.create(parameters(family, text, own, example), find(base));
  });
}

/** The family's example, of the user's own task if that is all they wrote: "fold:3:cyclic:97". */
function exampleWith(
  { example }: Pick<AnyTaskFamily, "example">,
  text: string,
  find: (id: string) => Task,
): string {
  try {
    return example.slice(0, example.indexOf(":") + 1) + find(text).id;
  } catch {
    return example;
  }
}

/** "cyclic:71": the id of a family's member with these parameters, and of what it is made of. */
export function taskId(family: string, params: readonly Written[], base?: Task): string {
  return [family, params.join(","), base?.id].filter(Boolean).join(":");
}

function registered<Params>(
  { id, aliases, title, example, citations, theory }: FamilyParts<Params>,
  derived: boolean,
  create: (text: string, find: (id: string) => Task) => Task,
): AnyTaskFamily {
  const make: AnyTaskFamily["make"] = (text, find) => {
    const made = create(text, find);
    return theory ? { ...made, theory: () => theory(made) } : made;
  };
  return { id, aliases, title, example, citations, derived, make };
}

function parameters<Params>(
  family: FamilyParts<Params>,
  text: string,
  own: string,
  example = () => family.example,
): Params {
  const written = own === "" ? [] : own.split(",").map((part) => asWritten(part.trim()));
  const parsed = family.params.safeParse(written);
  if (parsed.success) return parsed.data;
  throw unusable(family, text, parsed.error.issues[0].message, example());
}

function unusable(
  { id }: Pick<AnyTaskFamily, "id">,
  text: string,
  why: string,
  example: string,
): InputError {
  return new InputError(
    `${seen(`${id}:${text}`)} is no task of the family ${id}: ${why}`,
    `write for example "${taskId(id, [example])}"`,
  );
}

/** A number in decimal notation, as JavaScript writes it: also "1e-7". */
function asWritten(text: string): Written {
  const isNumber = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text) && Number.isFinite(Number(text));
  return isNumber ? Number(text) : text;
}
