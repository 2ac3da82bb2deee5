import { accompanied, applies, groupNames, groups, isNumber, numberIn } from "./knobs.ts";
import { defaults, type Knob, type Settings } from "./settings.ts";

/** The share has a slider beside its number. */
const twin: Readonly<Record<string, string>> = { shown: "slider", slider: "shown" };

/** Shows settings in the form; each field is named after its knob, and is there if it does anything. */
export function writeForm(form: HTMLFormElement, settings: Settings): void {
  for (const [name, value] of Object.entries(settings)) {
    const own = field(form, name);
    if (typeof value === "boolean") (own as HTMLInputElement).checked = value;
    else own.value = String(value);
  }
  field(form, "slider").value = String(settings.shown);
  showApplying(form, settings);
}

/**
 * The settings after the reader has changed a field.
 *
 * @returns undefined while a field holds nothing usable
 */
export function readForm(
  form: HTMLFormElement,
  changed: HTMLInputElement | HTMLSelectElement,
  before: Settings,
): Settings | undefined {
  const other = twin[changed.name];
  if (other) field(form, other).value = changed.value;
  const entries = Object.keys(before).map((name) => [name, valueIn(form, name as Knob)]);
  if (entries.some(([, value]) => value === undefined)) return undefined;
  const settings = accompanied(Object.fromEntries(entries), changed.name);
  if (changed instanceof HTMLSelectElement) writeForm(form, settings);
  else showApplying(form, settings);
  return settings;
}

function valueIn(form: HTMLFormElement, name: Knob): Settings[Knob] | undefined {
  const own = field(form, name);
  if (typeof defaults[name] === "boolean") return (own as HTMLInputElement).checked;
  return isNumber(name) ? numberIn(name, own.value) : own.value.trim();
}

/** Hides what would do nothing, and says of each group how many of its knobs were turned. */
function showApplying(form: HTMLFormElement, settings: Settings): void {
  for (const label of form.querySelectorAll<HTMLElement>("[data-knob]")) {
    label.hidden = !applies(label.dataset.knob as Knob, settings);
  }
  for (const name of groupNames) {
    const turned = groups[name].filter(
      (knob) => applies(knob, settings) && settings[knob] !== defaults[knob],
    );
    const mark = form.querySelector(`[data-group="${name}"] [data-part=turned]`) as HTMLElement;
    mark.textContent = turned.length > 0 ? `${turned.length}` : "";
    mark.hidden = turned.length === 0;
  }
}

const field = (form: HTMLFormElement, name: string) =>
  form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
