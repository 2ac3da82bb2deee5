import {
  applies,
  filterFields,
  type Group,
  groups,
  type Key,
  keys,
  settingOf,
  textAt,
} from "@grokscape/trainer/settings";
import { written } from "./address.ts";
import { type Draft, firstRun, turned } from "./draft.ts";
import type { Lock } from "./lock.ts";

/** The settings that are always in sight. */
export const inSight: readonly Key[] = [
  "task",
  "split.fraction",
  "model.kind",
  "model.width",
  "optimiser.learningRate",
  "optimiser.weightDecay",
  "seed",
  "steps",
];

/** All others, by what they are for. */
export const folded: ReadonlyMap<Group, readonly Key[]> = new Map(
  groups.map((group) => [
    group,
    keys.filter((key) => settingOf(key).group === group && !inSight.includes(key)),
  ]),
);

/** What the field of a word's number is called, and those of a filter: the key and its own name. */
export const partOf = (key: Key, ...names: readonly string[]): string => [key, ...names].join("/");

/** The setting that a field of the form is part of. */
const keyOf = (name: string): Key | undefined =>
  name === "slider" ? "split.fraction" : keys.find((key) => key === name.split("/")[0]);

/** Locks the fields of all settings that a lock does not leave free, and the presets; none without a lock. */
export function lockForm(form: HTMLFormElement, lock: Lock | undefined, says: string): void {
  for (const field of form.querySelectorAll<HTMLInputElement>("input, select")) {
    const key = keyOf(field.name);
    if (!key && field.dataset.part !== "presets") continue;
    const isFree = lock === undefined || (key !== undefined && lock.free.includes(key));
    field.disabled = !isFree;
    const label = field.closest("label") as HTMLElement;
    label.toggleAttribute("data-locked", !isFree);
    label.title = isFree ? "" : says;
    const group = field.closest("details");
    if (group && lock && isFree) group.open = true;
  }
}

/** The settings that a draft has, and what the form calls them. */
export const namesIn = (form: HTMLFormElement, draft: Draft): ReadonlyMap<Key, string> =>
  new Map(
    keys
      .filter((key) => applies(draft, key))
      .map((key) => {
        const label =
          form.querySelector(`label:has([name="${key}"]) > span`) ??
          form.querySelector(`details:has([data-knob="${key}"]) > summary`)?.firstChild;
        return [key, label?.textContent?.trim() ?? key];
      }),
  );

/** Shows a draft in the form; what would do nothing is hidden. */
export function writeForm(form: HTMLFormElement, draft: Draft): void {
  for (const marked of form.querySelectorAll("[aria-invalid]"))
    marked.removeAttribute("aria-invalid");
  for (const key of keys) writeField(form, draft, key);
  showApplying(form, draft);
}

function writeField(form: HTMLFormElement, draft: Draft, key: Key): void {
  const text = textAt(draft, key);
  if (key === "split.fraction") field(form, "slider").value = text;
  if (key === "gradientFilters") writeFilterFields(form, draft);
  else if (settingOf(key).form.form === "flag") checkbox(form, key).checked = text === "yes";
  else if (settingOf(key).form.form === "word") writeWordFields(form, key, text);
  else field(form, key).value = text === settingOf(key).none ? "" : text;
}

/**
 * The draft after the reader has changed a field.
 *
 * @returns undefined while a field holds nothing usable, or for a field that is no setting's
 */
export function readForm(form: HTMLFormElement, changed: string, before: Draft): Draft | undefined {
  if (changed === "slider") field(form, "split.fraction").value = field(form, "slider").value;
  const key = keyOf(changed);
  if (!key) return undefined;
  const text = textIn(form, key);
  if (key.endsWith(".kind")) {
    const draft = turned(before, key, text);
    writeForm(form, draft);
    return draft;
  }
  const draft = written(before, key, text);
  field(form, changed).setAttribute("aria-invalid", `${draft === undefined}`);
  if (!draft) return undefined;
  for (const other of keys) {
    const isBrought = other !== key && textAt(draft, other) !== textAt(before, other);
    if (isBrought) writeField(form, draft, other);
  }
  if (key === "split.fraction") field(form, "slider").value = text;
  showApplying(form, draft);
  return draft;
}

/** What the fields of a setting say, as an address would say it. */
function textIn(form: HTMLFormElement, key: Key): string {
  const { form: kind, none = "", usual, of } = settingOf(key);
  if (key === "gradientFilters") return filtersIn(form);
  if (kind.form === "flag") {
    const mayBeAbsent = usual === undefined && of === undefined;
    return checkbox(form, key).checked ? "yes" : mayBeAbsent ? "" : "no";
  }
  const text = field(form, key).value.trim();
  if (kind.form !== "word") return text === "" ? none : text;
  const numbers = Object.keys(kind.of[text] ?? {}).map(
    (name) => field(form, partOf(key, text, name)).value,
  );
  return [text, numbers.join(",")].filter(Boolean).join(":");
}

function writeWordFields(form: HTMLFormElement, key: Key, text: string): void {
  const [word = "", numbers = ""] = text.split(":");
  field(form, key).value = word;
  writeNumbers(form, key, word, numbers.split(","));
}

function writeFilterFields(form: HTMLFormElement, { gradientFilters }: Draft): void {
  for (const [kind, names] of filterFields) {
    const filter = gradientFilters.find((filter) => filter.kind === kind);
    checkbox(form, partOf("gradientFilters", kind)).checked = filter !== undefined;
    const values = filter as unknown as Readonly<Record<string, number>> | undefined;
    if (values)
      writeNumbers(
        form,
        "gradientFilters",
        kind,
        names.map((name) => `${values[name]}`),
      );
  }
}

/** The numbers of a word or a filter; a word that has none keeps what stood there. */
function writeNumbers(
  form: HTMLFormElement,
  key: Key,
  word: string,
  numbers: readonly string[],
): void {
  const own = [...form.elements].filter((element) =>
    (element as HTMLInputElement).name.startsWith(`${partOf(key, word)}/`),
  );
  for (const [i, element] of own.entries()) (element as HTMLInputElement).value = numbers[i] ?? "";
}

function filtersIn(form: HTMLFormElement): string {
  const words = [...filterFields].flatMap(([kind, names]) => {
    if (!checkbox(form, partOf("gradientFilters", kind)).checked) return [];
    const numbers = names.map((name) => field(form, partOf("gradientFilters", kind, name)).value);
    return [[kind, numbers.join(",")].filter(Boolean).join(":")];
  });
  return words.join("+") || "none";
}

/** Hides what would do nothing, and says of each group how many of its settings are not the first page's. */
function showApplying(form: HTMLFormElement, draft: Draft): void {
  for (const label of form.querySelectorAll<HTMLElement>("[data-knob]")) {
    const { knob = "", word, filter } = label.dataset;
    const key = knob as Key;
    label.hidden =
      !applies(draft, key) ||
      (word !== undefined && textAt(draft, key).split(":")[0] !== word) ||
      (filter !== undefined && !draft.gradientFilters.some(({ kind }) => kind === filter));
  }
  for (const [group, own] of folded) {
    const turned = own.filter(
      (key) => applies(draft, key) && textAt(draft, key) !== textAt(firstRun, key),
    );
    const mark = form.querySelector(`[data-group="${group}"] [data-part=turned]`) as HTMLElement;
    mark.textContent = turned.length > 0 ? `${turned.length}` : "";
    mark.hidden = turned.length === 0;
  }
}

const field = (form: HTMLFormElement, name: string) =>
  form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;

const checkbox = (form: HTMLFormElement, name: string) => field(form, name) as HTMLInputElement;
