import { InputError } from "@grokscape/group-datasets";
import { numberIn } from "./values.ts";

/** Kinds and their numbers, in the order in which they are written; "...name" takes all that follow. */
export type Kinds = Readonly<Record<string, readonly string[]>>;

/** A kind with its numbers, as a config has it. */
interface OfKind {
  readonly kind: string;
}

/** How the kinds are written, for a help text: "cosine, step:<every>,<factor>". */
export const kindsInWords = (kinds: Kinds): string =>
  Object.entries(kinds)
    .map(([kind, fields]) => {
      const numbers = fields.map((field) => `<${field.replace("...", "")}>`).join(",");
      return numbers ? `${kind}:${numbers}` : kind;
    })
    .join(", ");

/**
 * Reads "step:100,0.5". Numbers left out are left to the defaults, and an unknown kind to the check of
 * the config.
 *
 * @throws InputError for what is no number, and for one too many
 */
export function fromKindWord(option: string, word: string, kinds: Kinds): OfKind {
  const [, kind, rest] = /^([^:]*):?(.*)$/.exec(word) as unknown as [string, string, string];
  const numbers = rest === "" ? [] : rest.split(",").map((text) => numberIn(option, text));
  const isKnown = Object.hasOwn(kinds, kind);
  const fields = isKnown ? kinds[kind] : [];
  const given = Object.fromEntries(
    fields.flatMap((field, i): [string, unknown][] => {
      if (field.startsWith("...")) return [[field.slice(3), numbers.slice(i)]];
      return i < numbers.length ? [[field, numbers[i]]] : [];
    }),
  );
  if (isKnown && numbers.length > fields.length && !fields.at(-1)?.startsWith("...")) {
    throw new InputError(
      `--${option} ${word} has ${numbers.length} numbers`,
      `${kind} takes ${fields.length || "none"}`,
    );
  }
  return { kind, ...given };
}

/** Writes what `fromKindWord` reads, with all its numbers. */
export function kindWord(value: OfKind, kinds: Kinds): string {
  const record = value as OfKind & Record<string, number | readonly number[]>;
  const numbers = kinds[value.kind].flatMap((field) => record[field.replace("...", "")]);
  return numbers.length > 0 ? `${value.kind}:${numbers.join(",")}` : value.kind;
}
