import { type RangeName, ranges, type Settings } from "./settings.ts";

/** The share has a slider beside its number. */
const twin: Readonly<Record<string, string>> = { shown: "slider", slider: "shown" };

/** Shows settings in the form; each field is named after its knob. */
export function writeForm(form: HTMLFormElement, settings: Settings): void {
  for (const [name, value] of Object.entries(settings)) field(form, name).value = String(value);
  field(form, "slider").value = String(settings.shown);
}

/**
 * The settings after the reader has changed a field.
 *
 * @returns undefined while a field holds nothing usable
 */
export function readForm(
  form: HTMLFormElement,
  changed: HTMLElement,
  before: Settings,
): Settings | undefined {
  const other = twin[(changed as HTMLInputElement).name];
  if (other) field(form, other).value = (changed as HTMLInputElement).value;
  const entries = Object.entries(before).map(([name, value]) => {
    const { value: text } = field(form, name);
    return [name, typeof value === "number" ? numberIn(name as RangeName, text) : text.trim()];
  });
  if (entries.some(([, value]) => value === undefined)) return undefined;
  return Object.fromEntries(entries) as Settings;
}

function numberIn(name: RangeName, text: string): number | undefined {
  const { from, to, whole } = ranges[name];
  const value = Number(text);
  const usable = text !== "" && value >= from && value <= to && (!whole || Number.isInteger(value));
  return usable ? value : undefined;
}

const field = (form: HTMLFormElement, name: string) =>
  form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
