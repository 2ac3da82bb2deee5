import { seen } from "@grokscape/group-datasets";
import { type Key, keys, paths, settingOf } from "@grokscape/trainer/settings";
import { nearest } from "../nearest.ts";
import { isObject } from "./condition.ts";
import { type Place, SweepError } from "./sweep-error.ts";

const isKey = (name: string): name is Key => (keys as readonly string[]).includes(name);

/** @throws SweepError for what is no setting, naming the nearest */
export function checkKey(name: string, place: Place): asserts name is Key {
  if (isKey(name)) return;
  throw new SweepError(place, `there is no setting ${name}`, meantBy(name));
}

/**
 * Refuses fields that no config has.
 *
 * @param path where these fields are in a config; "" for the whole
 * @throws SweepError naming the nearest
 */
export function checkFields(fields: unknown, place: Place, path = ""): void {
  if (Array.isArray(fields)) {
    for (const [i, entry] of fields.entries()) checkFields(entry, [...place, i], path);
  } else if (isObject(fields)) {
    for (const [name, value] of Object.entries(fields)) {
      const at = path ? `${path}.${name}` : name;
      const here = [...place, name];
      const isSetting = paths.includes(at as (typeof paths)[number]);
      const isSection = paths.some((known) => known.startsWith(`${at}.`));
      if (!isSetting && !isSection) {
        throw new SweepError(here, `there is no setting ${at}`, meantBy(at));
      }
      if (isSection && value !== null && typeof value !== "object") {
        throw new SweepError(here, `${at} must be an object, got ${seen(value)}`);
      }
      if (isSection) checkFields(value, here, at);
    }
  }
}

/** The setting that a name means to others, or is a slip of the pen from. */
function meantBy(name: string): string {
  const last = name.split(".").at(-1) as string;
  const dashed = last
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();
  const otherNames = (key: Key) => [
    settingOf(key).option,
    ...(settingOf(key).known ?? "").split(" "),
  ];
  const lastOf = (key: Key) => key.split(".").at(-1) as string;
  const meant =
    keys.find((key) => lastOf(key) === last) ??
    keys.find((key) => otherNames(key).includes(dashed)) ??
    nearest(name, keys) ??
    keys.find((key) => nearest(last, [lastOf(key)]) !== undefined);
  return meant
    ? `did you mean ${meant}?`
    : "settings are named by their places in a config: optimiser.learningRate";
}
