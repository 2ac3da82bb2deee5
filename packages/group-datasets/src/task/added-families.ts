import { InputError } from "../errors.ts";
import { seen } from "../text/seen.ts";
import type { AnyTaskFamily } from "./family.ts";
import { added, loadTaskFamilies } from "./known-families.ts";
import type { PluginId } from "./plugin-id.ts";

/**
 * Makes `task` know families of your own, beside ours. A program does so before it makes tasks, and in each
 * worker, which has modules of its own.
 *
 * @param plugin the plug-in that they are from; a task of theirs then names it among its `plugins`
 * @returns what takes them away again
 * @throws InputError for what is no family, or has a name that another one has
 */
export async function addTaskFamilies(
  families: readonly AnyTaskFamily[],
  plugin?: PluginId,
): Promise<() => void> {
  const known = [...(await loadTaskFamilies())];
  for (const [i, family] of families.entries()) {
    const { id, aliases = [], title, example, make } = Object(family) as AnyTaskFamily;
    const texts = [id, title, example, ...(Array.isArray(aliases) ? aliases : [null])];
    if (typeof make !== "function" || texts.some((text) => typeof text !== "string")) {
      throw new InputError(
        `family ${i} is no task family, got ${seen(family)}`,
        "defineTaskFamily makes one",
      );
    }
    for (const name of [id, ...aliases]) {
      if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
        throw new InputError(
          `a family's name is lower-case letters, digits and single hyphens, got ${seen(name)}`,
        );
      }
      const taken = known.find((one) => one.id === name || one.aliases?.includes(name));
      if (!taken) continue;
      const by = taken.plugin ? `, of the plug-in ${taken.plugin.name}` : "";
      throw new InputError(
        `there is a family ${name} already: ${taken.title}${by}`,
        "give yours another name",
      );
    }
    known.push(family);
  }
  const own = families.map((family): AnyTaskFamily => {
    const make: AnyTaskFamily["make"] = (...of) => family.make(...of);
    return { ...family, make, plugin };
  });
  added.push(...own);
  return () => {
    for (const family of own) added.splice(added.indexOf(family), 1);
  };
}
