/** A number and its range; `whole` ones are integers. */
export interface NumberForm {
  readonly form: "number";
  readonly whole?: true;
  /** Its least value, or one that it is above. */
  readonly from?: number;
  readonly above?: number;
  /** Its largest value, or one that it is below. */
  readonly to?: number;
  readonly below?: number;
}

/** One of a few words. */
export interface ChoiceForm<Word extends string = string> {
  readonly form: "choice";
  readonly of: readonly Word[];
}

/** The numbers of each word, by their names, in the order in which they are written. */
type WordNumbers = Readonly<Record<string, Readonly<Record<string, NumberForm>>>>;

/** One of a few words, some with numbers behind a colon: "mixed:1,0.5". */
export interface WordForm<Of extends WordNumbers = WordNumbers> {
  readonly form: "word";
  readonly of: Of;
}

/** Numbers; if they ascend, each is greater than the one before. */
export interface ListForm {
  readonly form: "list";
  readonly of: NumberForm;
  readonly most: number;
  readonly ascends?: true;
}

export interface FlagForm {
  readonly form: "flag";
}

export interface TextForm {
  readonly form: "text";
}

/** What a value of a setting may be, as plain data: checked, read, offered and described by it. */
export type Form = NumberForm | ChoiceForm | WordForm | ListForm | FlagForm | TextForm;

/** The type of the values that have a form. */
export type ValueOf<F extends Form> = F extends NumberForm
  ? number
  : F extends ChoiceForm<infer Word>
    ? Word
    : F extends WordForm<infer Of>
      ? Written<Of>
      : F extends ListForm
        ? readonly number[]
        : F extends FlagForm
          ? boolean
          : string;

type Written<Of> = {
  [Word in keyof Of & string]: [keyof Of[Word]] extends [never]
    ? Word
    : `${Word}:${Numbers<keyof Of[Word]>}`;
}[keyof Of & string];

/** The numbers of a word that has one or two. */
type Numbers<Names, One = Names> = One extends unknown
  ? [Names] extends [One]
    ? `${number}`
    : `${number},${number}`
  : never;

export const flag: FlagForm = { form: "flag" };
export const text: TextForm = { form: "text" };
export const positive: NumberForm = { form: "number", above: 0 };
export const notNegative: NumberForm = { form: "number", from: 0 };
/** A decay rate, of which 1 would forget nothing. */
export const decayRate: NumberForm = { form: "number", from: 0, below: 1 };

export const whole = (from: number, to: number = Number.MAX_SAFE_INTEGER): NumberForm => ({
  form: "number",
  whole: true,
  from,
  to,
});

export const choice = <Word extends string>(...of: readonly Word[]): ChoiceForm<Word> => ({
  form: "choice",
  of,
});

/** What a value must be, in words that follow "must be" or "must"; null if that is what it is. */
export function unmet(form: Form, value: unknown): string | null {
  switch (form.form) {
    case "number":
      return unmetNumber(form, value);
    case "choice":
      return form.of.some((known) => known === value) ? null : `be one of ${form.of.join(", ")}`;
    case "word": {
      const read = readWord(form, value);
      return typeof read === "string" ? read : null;
    }
    case "list":
      return unmetList(form, value);
    case "flag":
      return typeof value === "boolean" ? null : "be a boolean";
    case "text":
      return typeof value === "string" ? null : "be a string";
  }
}

/** A word and its numbers: "mixed:1,0.5" → mixed and [1, 0.5]. */
export interface ParsedWord {
  readonly word: string;
  readonly numbers: readonly number[];
}

/**
 * The word and its numbers that a text is, or what it must be. Every word is written in one way, its
 * numbers as JavaScript writes them: power:2 is not also power:02.
 */
export function readWord({ of }: WordForm, value: unknown): ParsedWord | string {
  const [, word, rest] = /^([^:]*)(?::(.*))?$/s.exec(typeof value === "string" ? value : "") ?? [];
  const forms = Object.entries(Object.hasOwn(of, word) ? of[word] : {});
  if (!Object.hasOwn(of, word) || (rest !== undefined && forms.length === 0)) {
    return `be one of ${patternsOf({ of })}`;
  }
  const numbers = rest === undefined ? [] : rest.split(",").map(numberFrom);
  if (numbers.length !== forms.length || forms.some(([, form], i) => unmet(form, numbers[i]))) {
    const ranges = forms.map(([name, form]) => rangeInWords(form, name));
    return `be ${wordPattern({ of }, word)} with ${ranges.join(" and ")}`;
  }
  const canonical = writeWord({ word, numbers });
  return canonical === value ? { word, numbers } : `be written ${canonical}`;
}

export const writeWord = ({ word, numbers }: ParsedWord): string =>
  numbers.length > 0 ? `${word}:${numbers.join(",")}` : word;

/** How all words are written: "relu, mixed:<a>,<b>". */
export const patternsOf = ({ of }: Pick<WordForm, "of">): string =>
  Object.keys(of)
    .map((word) => wordPattern({ of }, word))
    .join(", ");

/** How a word is written: "mixed:<a>,<b>". */
function wordPattern({ of }: Pick<WordForm, "of">, word: string): string {
  const names = Object.keys(of[word]).map((name) => `<${name}>`);
  return names.length > 0 ? `${word}:${names.join(",")}` : word;
}

/** The number that a text is; NaN for none. */
export const numberFrom = (text: string): number =>
  text.trim() === "" ? Number.NaN : Number(text);

/** "a whole number q from 2 to 64". */
export function rangeInWords({ whole, from, above, to, below }: NumberForm, name = ""): string {
  const parts = [
    whole ? "a whole number" : "a number",
    name,
    from === undefined ? "" : `from ${from}`,
    above === undefined ? "" : `above ${above}`,
    to === undefined || to === Number.MAX_SAFE_INTEGER ? "" : `to ${to}`,
    below === undefined ? "" : `below ${below}`,
  ];
  return parts.filter(Boolean).join(" ");
}

function unmetNumber({ whole, from, above, to, below }: NumberForm, value: unknown): string | null {
  if (typeof value !== "number" || Number.isNaN(value)) return "be a number";
  if (!Number.isFinite(value)) return "be finite";
  if (whole && !Number.isInteger(value)) return "be a whole number";
  // −0 is no way to write 0: it turns signs, and canonical JSON does not tell the two apart
  if (from !== undefined && (value < from || Object.is(value, -0))) return `be ≥ ${from}`;
  if (above !== undefined && value <= above) return `be > ${above}`;
  if (to !== undefined && value > to) return `be ≤ ${to}`;
  return below !== undefined && value >= below ? `be < ${below}` : null;
}

function unmetList({ of, most, ascends }: ListForm, value: unknown): string | null {
  if (!Array.isArray(value)) return "be an array";
  if (value.length > most) return `have at most ${most} entries`;
  const wrong = Array.from(value, (entry) => unmet(of, entry)).find((words) => words !== null);
  if (wrong) return `have entries that must ${wrong}`;
  return ascends && value.some((entry, i) => i > 0 && entry <= value[i - 1]) ? "ascend" : null;
}
