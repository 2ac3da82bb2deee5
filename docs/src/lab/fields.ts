import { type Form, whole } from "@grokscape/models";
import {
  applies,
  filterFields,
  type Key,
  type Path,
  settingAt,
  settingOf,
  settingsWords,
  textAt,
} from "@grokscape/trainer/settings";
import type { Locale } from "../site/locales.ts";
import { firstRun } from "./draft.ts";
import { inSight, partOf } from "./form.ts";
import { labWords } from "./words/index.ts";

/** A field of the form, as it stands in the page before anything is turned. */
export interface Field {
  readonly name: string;
  /** Of a word's number or a filter's: only there beside it. */
  readonly word?: string;
  readonly filter?: string;
  readonly form: Form;
  readonly label: string;
  readonly says?: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly choices?: Readonly<Record<string, string>>;
  readonly hidden: boolean;
}

/** The fields of one setting: one, and the numbers of its words; or one a filter, and its numbers. */
export function fieldsOf(key: Key, locale: Locale): readonly Field[] {
  if (key === "gradientFilters") return filters(locale);
  const { form, none } = settingOf(key);
  const { name: label, says, choices } = settingsWords[locale].setting[key];
  const text = textAt(firstRun, key);
  const isSuited = key === "evaluateEvery";
  const own: Field = {
    name: key,
    form: isSuited ? whole(0) : form,
    label,
    ...(!inSight.includes(key) && { says: isSuited ? labWords[locale].suited : says }),
    value: text === none ? "" : text,
    ...(none !== undefined && { placeholder: labWords[locale].none[none] }),
    ...(choices && { choices }),
    hidden: !applies(firstRun, key),
  };
  const words = form.form === "word" ? Object.entries(form.of) : [];
  const numbers = words.flatMap(([word, numbers]) =>
    Object.entries(numbers).map(([label, form]): Field => {
      const value = `${form.from ?? 1}`;
      return { name: partOf(key, word, label), word, form, label, value, hidden: true };
    }),
  );
  return [own, ...numbers];
}

function filters(locale: Locale): Field[] {
  const words = settingsWords[locale].setting;
  const { choices = {} } = words["gradientFilters.kind"];
  return [...filterFields].flatMap(([filter, fields]): Field[] => [
    {
      name: partOf("gradientFilters", filter),
      form: { form: "flag" },
      label: choices[filter] ?? filter,
      value: "no",
      hidden: false,
    },
    ...fields.map((field): Field => {
      const path = `gradientFilters.${field}` as Path;
      const { form, of } = settingAt[path];
      return {
        name: partOf("gradientFilters", filter, field),
        filter,
        form,
        label: words[path].name,
        value: `${of?.[filter]}`,
        hidden: true,
      };
    }),
  ]);
}
