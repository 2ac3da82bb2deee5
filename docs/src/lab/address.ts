import type { Locale } from "../site/locales.ts";
import { pagePath } from "../site/paths.ts";
import { choices, isChoice, isNumber, numberIn } from "./knobs.ts";
import { defaults, type Knob, type Settings } from "./settings.ts";

/** What stands before the second run's settings. */
const second = "b.";

/**
 * The laboratory's state as the part of an address after "#": only what differs from the defaults,
 * and of a second run what differs from the first.
 */
export function hashOf(settings: Settings, compared?: Settings): string {
  const pairs = [
    ...differences(settings, defaults).map(([name, value]) => [name, value]),
    ...(compared
      ? differences(compared, settings).map(([name, value]) => [second + name, value])
      : []),
    ...(compared ? [["compare", "1"]] : []),
  ];
  return pairs.map(([name, value]) => `${name}=${value}`).join("&");
}

/** The state that an address holds. What it does not know, or cannot be, is as if left out. */
export function stateOf(hash: string): {
  readonly settings: Settings;
  readonly compared: Settings | undefined;
} {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const settings = read(given, "", defaults);
  const compared = given.has("compare") ? read(given, second, settings) : undefined;
  return { settings, compared };
}

export const labAddress = (locale: Locale, settings: Settings): string => {
  const hash = hashOf(settings);
  return pagePath(locale, "lab") + (hash ? `#${hash}` : "");
};

function differences(settings: Settings, from: Settings): [string, string][] {
  return Object.entries(settings)
    .filter(([name, value]) => value !== from[name as Knob])
    .map(([name, value]) => [name, encoded(typeof value === "boolean" ? Number(value) : value)]);
}

const encoded = (value: string | number): string =>
  encodeURIComponent(value).replaceAll("%3A", ":").replaceAll("%2C", ",");

function read(given: URLSearchParams, prefix: string, otherwise: Settings): Settings {
  const entries = Object.entries(otherwise).map(([name, value]) => {
    const text = given.get(prefix + name);
    return [name, text === null ? value : (parsed(name as Knob, text) ?? value)];
  });
  return Object.fromEntries(entries) as Settings;
}

function parsed(name: Knob, text: string): Settings[Knob] | undefined {
  if (isChoice(name)) return choices[name].find((choice) => choice === text);
  if (isNumber(name)) return numberIn(name, text);
  if (typeof defaults[name] === "string") return text;
  return text === "0" || text === "1" ? text === "1" : undefined;
}
