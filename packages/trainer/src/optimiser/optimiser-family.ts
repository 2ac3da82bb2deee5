import { InputError, type ParamsForm, type PluginId, seen } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import { chain, type Link } from "./link.ts";

/** An optimiser of a plug-in: "sign:0.001" names one with its numbers. */
export interface OptimiserFamily<Params = unknown> {
  /** Lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  /** Form of its numbers, such as `form(…)` or a zod schema. */
  readonly params: ParamsForm<Params>;
  /** What follows the colon in the name of one. */
  readonly example: string;
  /** The links that take the place of the chain that a config names. @throws InputError */
  create(params: Params): Link | readonly Link[];
}

interface Added {
  readonly family: OptimiserFamily;
  readonly plugin: PluginId;
}

const added: Added[] = [];

/**
 * Makes `linksNamed` know optimisers.
 *
 * @param isKnown whether another thread has tried them already
 * @returns what takes them away again
 * @throws InputError for what is none, or does not do what a link must
 */
export function addOptimisers(
  families: readonly OptimiserFamily[],
  plugin: PluginId,
  isKnown = false,
): () => void {
  const own: Added[] = [];
  for (const [i, family] of families.entries()) {
    const { id, title, example, create, params } = Object(family) as OptimiserFamily;
    const isOne =
      [id, title, example].every((text) => typeof text === "string") &&
      typeof create === "function" &&
      typeof params?.safeParse === "function" &&
      /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id);
    if (!isOne) {
      throw new InputError(
        `optimiser ${i} is none, got ${seen(family)}`,
        "it has id, title, params, example and create",
      );
    }
    if ([...added, ...own].some((other) => other.family.id === id)) {
      throw new InputError(`there is an optimiser ${id} already`, "give yours another id");
    }
    const one = { family, plugin };
    if (!isKnown) tryOut(one);
    own.push(one);
  }
  added.push(...own);
  return () => {
    for (const one of own) added.splice(added.indexOf(one), 1);
  };
}

/**
 * The links that a name stands for, "sign:0.001", as one whose name says also which plug-in they are from.
 *
 * @throws InputError if there is none
 */
export function linksNamed(text: string): readonly Link[] {
  const [id] = text.split(":");
  const one = added.find(({ family }) => family.id === id);
  if (one) return [made(one, text.slice(id.length + 1))];
  const known = added.map(({ family }) => `${family.id}:${family.example}`);
  throw new InputError(
    `there is no optimiser ${seen(text)} of a plug-in`,
    known.length > 0 ? `there are such as ${known.join(", ")}` : "none is loaded",
  );
}

const named = /^(\S+) of (\S+) (\S+) sha256 ([0-9a-f]{64})$/;

/** The plug-in that a link's name says it is from; undefined for links of a program. */
export function pluginOfLink(name: string): PluginId | undefined {
  const [, , plugin, version, sha256] = named.exec(name) ?? [];
  return plugin === undefined ? undefined : { name: plugin, version, sha256 };
}

/**
 * The links of a run again, by the names that it keeps.
 *
 * @throws InputError for one that is of no plug-in, or of one that is not loaded
 */
export function linksAgain(names: readonly string[]): readonly Link[] {
  return names.flatMap((name) => {
    const [, text] = named.exec(name) ?? [];
    if (text === undefined) {
      throw new InputError(
        `the link ${seen(name)} was brought along by a program`,
        "go on in that program: trainInFolder with the same links",
      );
    }
    const links = linksNamed(text);
    if (links[0].name === name) return links;
    throw new InputError(
      `the link ${name} is ${links[0].name} here`,
      "load the plug-in that it names",
    );
  });
}

function made({ family, plugin }: Added, text: string): Link {
  const { id, params, example } = family;
  const numbers = text === "" ? [] : text.split(",").map(Number);
  const parsed = params.safeParse(numbers);
  if (!parsed.success || numbers.some((number) => !Number.isFinite(number))) {
    const why = parsed.success ? "its numbers are decimals" : parsed.error.issues[0].message;
    throw new InputError(
      `${seen(`${id}:${text}`)}: ${why}`,
      `write for example "${id}:${example}"`,
    );
  }
  const links = [family.create(parsed.data)].flat() as Link[];
  const canonical = [id, numbers.join(",")].filter(Boolean).join(":");
  const { name, version, sha256 } = plugin;
  return { ...chain(...links), name: `${canonical} of ${name} ${version} sha256 ${sha256}` };
}

const steps = 3;

/** Takes some steps twice: what a link does must depend on what it is given alone, and be finite. */
function tryOut(one: Added): void {
  const once = (): Tensors => {
    const link = made(one, one.family.example);
    const weights = { W: tensor((i) => i - 2), V: tensor((i) => 1 / (i + 1)) };
    const state = link.init(weights);
    const moved: Record<string, Tensors[string]> = {};
    for (let step = 0; step < steps; step++) {
      const updates = { W: tensor((i) => 1 / (i + step + 1)), V: tensor((i) => step - i) };
      link.update(updates, state, weights, step);
      for (const [name, update] of Object.entries(updates)) moved[`${name} ${step}`] = update;
    }
    return { ...state, ...moved };
  };
  const fail: (what: string) => never = (what) => {
    throw new InputError(`the optimiser ${one.family.id} ${what}`);
  };
  let both: [Tensors, Tensors];
  try {
    both = [once(), once()];
  } catch (error) {
    fail(`fails: ${Object(error).message ?? error}`);
  }
  const [first, second] = both;
  for (const [name, { data }] of Object.entries(first)) {
    if (!data.every(Number.isFinite)) fail(`comes to ${data.find((x) => !Number.isFinite(x))}`);
    if (!data.every((x, i) => Object.is(x, second[name]?.data[i]))) {
      fail("does not do the same twice");
    }
  }
}

const tensor = (value: (i: number) => number): Tensors[string] => ({
  shape: [2, 3],
  data: Float32Array.from({ length: 6 }, (_, i) => value(i)),
});
