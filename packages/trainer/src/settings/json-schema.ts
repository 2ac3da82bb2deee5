import type { Form, NumberForm } from "@grokscape/models";
import type { Section, Setting } from "./setting.ts";
import { isOf, isSection, root } from "./tree.ts";
import type { SettingsWords } from "./words/words.ts";

export type Schema = Readonly<Record<string, unknown>>;

/**
 * What `runConfig` takes as a JSON Schema (draft 2020-12), for editors: they complete names, show what
 * each is, and mark what it cannot be. Of the kinds of an optimiser, say, each has its own fields.
 */
export function runConfigSchema(words: SettingsWords): Schema {
  const { properties, ...object } = fieldsSchema(root, "", undefined, words);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "RunConfig",
    ...object,
    properties: { $schema: { type: "string" }, ...(properties as object) },
  };
}

function sectionSchema(section: Section, path: string, words: SettingsWords): Schema {
  const kinds = kindsOf(section);
  const schemas = kinds.map((kind) => fieldsSchema(section, path, kind, words));
  const one = schemas.length > 1 ? { anyOf: schemas } : schemas[0];
  if (section.most !== undefined) return { type: "array", maxItems: section.most, items: one };
  return section.nullable ? { anyOf: [one, { type: "null" }] } : one;
}

const kindsOf = ({ fields: { kind } }: Section): readonly (string | undefined)[] =>
  kind && !isSection(kind) && kind.form.form === "choice" ? kind.form.of : [undefined];

function fieldsSchema(
  { fields }: Section,
  path: string,
  kind: string | undefined,
  words: SettingsWords,
): Schema {
  const own = Object.entries(fields).filter(([, field]) => isSection(field) || isOf(field, kind));
  const properties = own.map(([name, field]) => {
    const at = path ? `${path}.${name}` : name;
    const schema = isSection(field)
      ? sectionSchema(field, at, words)
      : valueSchema(name === "kind" && kind ? { ...field, form: only(kind) } : field);
    const said = words.setting[at as keyof typeof words.setting];
    return [name, said ? { ...schema, description: `${said.name}: ${said.says}.` } : schema];
  });
  const required = own.flatMap(([name, field]) =>
    !isSection(field) && isRequired(name, field, kind) ? [name] : [],
  );
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

const only = (kind: string): Form => ({ form: "choice", of: [kind] });

function isRequired(name: string, setting: Setting, kind: string | undefined): boolean {
  if (setting.required) return true;
  if (name === "kind") return kind !== setting.usual;
  return setting.of !== undefined && setting.of[kind as string] === undefined;
}

/** What one setting may be. */
export function valueSchema({ form, usual }: Setting): Schema {
  const schema = formSchema(form);
  return usual === null ? { anyOf: [schema, { type: "null" }] } : schema;
}

function formSchema(form: Form): Schema {
  switch (form.form) {
    case "number":
      return numberSchema(form);
    case "choice":
      return { enum: form.of };
    case "word":
      return { type: "string", pattern: patternOf(form.of) };
    case "list":
      return { type: "array", maxItems: form.most, items: numberSchema(form.of) };
    case "flag":
      return { type: "boolean" };
    case "text":
      return { type: "string" };
  }
}

const numberSchema = ({ whole, from, above, to, below }: NumberForm): Schema =>
  Object.fromEntries(
    Object.entries({
      type: whole ? "integer" : "number",
      minimum: from,
      exclusiveMinimum: above,
      maximum: to,
      exclusiveMaximum: below,
    }).filter(([, value]) => value !== undefined),
  );

/** Of words, and of those that have numbers, each with as many. */
function patternOf(words: Readonly<Record<string, object>>): string {
  const number = "-?[0-9.e+-]+";
  const patterns = Object.entries(words).map(([word, numbers]) => {
    const all = Object.keys(numbers).map(() => number);
    return all.length > 0 ? `${word}:${all.join(",")}` : word;
  });
  return `^(${patterns.join("|")})$`;
}
