import {
  type AnyTaskFamily,
  addTaskFamilies,
  InputError,
  loadTaskFamilies,
  type PluginId,
  seen,
} from "@grokscape/group-datasets";
import { faultOf } from "@grokscape/group-datasets/testing";
import { PluginError } from "./config/plugin-error.ts";
import { addOptimisers, type OptimiserFamily } from "./optimiser/optimiser-family.ts";
import { isObject } from "./settings/complete.ts";

/** What a plug-in adds: the default export of a module. */
export interface Plugin {
  /** As of an npm package: "my-family", "@me/families". */
  readonly name: string;
  /** "1.0.0" */
  readonly version: string;
  /** Task families, made with `defineTaskFamily` or `defineDerivedTaskFamily`. */
  readonly families?: readonly AnyTaskFamily[];
  /** Optimisers, which `linksNamed` makes. */
  readonly optimisers?: readonly OptimiserFamily[];
  /** Laws, each a `ScalingLaw` of `@grokscape/theory`; no part of a run, whose bytes they do not touch. */
  readonly laws?: readonly object[];
}

/**
 * Adds things of one kind, and returns what takes them away again.
 *
 * @throws InputError for what is none of that kind
 */
export type Adding = (declared: readonly never[]) => (() => void) | Promise<() => void>;

/**
 * Makes what a plug-in adds known in this thread.
 *
 * @param source what it is called in errors
 * @param others what adds the kinds of which the trainer knows nothing, by their fields
 * @param isKnown whether another thread has looked it over already: here it only makes tasks
 * @throws PluginError for what is no plug-in, or does not keep to what its kind must do
 */
export async function addPlugin(
  declared: unknown,
  sha256: string,
  source: string,
  others: Readonly<Record<string, Adding>> = {},
  isKnown = false,
): Promise<PluginId> {
  const refuse = (finding: string, hint?: string): never => {
    throw new PluginError(`${source} ${finding}`, hint);
  };
  if (!isObject(declared)) {
    return refuse(
      `is no plug-in: its default export is ${seen(declared)}`,
      "export default { name, version, families }",
    );
  }
  const { name, version, ...kinds } = declared;
  if (typeof name !== "string" || !/^(@[a-z0-9-]+\/)?[a-z0-9][a-z0-9._-]{0,99}$/.test(name)) {
    return refuse(
      `is no plug-in: its name is ${seen(name)}`,
      'a name is that of an npm package, such as "my-family"',
    );
  }
  if (typeof version !== "string" || !/^\d+\.\d+\.\d+[0-9A-Za-z.+-]{0,60}$/.test(version)) {
    return refuse(`has the version ${seen(version)}`, 'a version is such as "1.0.0"');
  }
  const plugin = { name, version, sha256 };
  const adding: Readonly<Record<string, Adding>> = {
    families: (families) => addFamilies(families, plugin, isKnown),
    optimisers: (optimisers) => addOptimisers(optimisers, plugin, isKnown),
    ...others,
  };
  const wanted = isKnown ? ["families", "optimisers"] : Object.keys(kinds);
  const removals: (() => void)[] = [];
  try {
    for (const kind of wanted) {
      const all = kinds[kind];
      if (all === undefined) continue;
      if (!Object.hasOwn(adding, kind)) {
        const fields = ["name", "version", ...Object.keys(adding)];
        return refuse(`declares ${seen(kind)}`, `a plug-in declares ${fields.join(", ")}`);
      }
      if (!Array.isArray(all)) return refuse(`has ${kind} that are ${seen(all)}`, "give a list");
      if (all.length > 0) removals.push(await adding[kind](all as never[]));
    }
  } catch (error) {
    for (const remove of removals) remove();
    if (error instanceof PluginError || !(error instanceof InputError)) throw error;
    return refuse(`cannot be used: ${error.message}`);
  }
  if (removals.length === 0 && !isKnown) return refuse("adds nothing", "families: [yours]");
  return plugin;
}

/** @throws InputError for what is no family, or does not do what each must */
async function addFamilies(
  families: readonly AnyTaskFamily[],
  plugin: PluginId,
  isKnown: boolean,
): Promise<() => void> {
  const remove = await addTaskFamilies(families, plugin);
  if (isKnown) return remove;
  const all = await loadTaskFamilies();
  const fault = families.map((family) => faultOf(family, all)).find((one) => one !== null);
  if (!fault) return remove;
  remove();
  throw new InputError(fault);
}
