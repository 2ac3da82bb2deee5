/** A JSON value; objects are maps, and whole numbers ≥ 0 as they stand are bigints. */
export type StrictJson =
  | null
  | boolean
  | string
  | bigint
  | number
  | readonly StrictJson[]
  | ReadonlyMap<string, StrictJson>;

const deepest = 128;
/** Longest number or word that is read, in characters. */
const longest = 400;
const wholeNumber = /^(?:0|[1-9]\d{0,19})$/;
const words: Readonly<Record<string, null | boolean>> = { null: null, true: true, false: false };

/**
 * Reads JSON that others wrote, in linear time: no name twice in an object, nothing nested deeper than
 * 128 levels, and what a number was written as can be told.
 *
 * @throws SyntaxError saying what is wrong
 */
export function parseStrictJson(text: string): StrictJson {
  let at = 0;

  const value = (depth: number): StrictJson => {
    if (depth > deepest) throw new SyntaxError(`it is nested deeper than ${deepest} levels`);
    const next = peek();
    if (next === "{") return object(depth);
    if (next === "[") return array(depth);
    return next === '"' ? string() : scalar();
  };

  const object = (depth: number): StrictJson => {
    const entries = new Map<string, StrictJson>();
    for (let more = opens("}"); more; more = goesOn("}")) {
      if (peek() !== '"') throw unexpected();
      const name = string();
      if (entries.has(name)) throw new SyntaxError(`it has ${JSON.stringify(name)} twice`);
      expect(":");
      entries.set(name, value(depth + 1));
    }
    return entries;
  };

  const array = (depth: number): StrictJson => {
    const items: StrictJson[] = [];
    for (let more = opens("]"); more; more = goesOn("]")) items.push(value(depth + 1));
    return items;
  };

  const string = (): string => {
    let end = at;
    do end = text.indexOf('"', end + 1);
    while (end > 0 && isEscaped(end));
    if (end < 0) throw new SyntaxError("a text in it does not end");
    const read = JSON.parse(text.slice(at, end + 1)) as string;
    if (/[\ud800-\udfff]/u.test(read)) throw new SyntaxError("a text in it is no Unicode");
    at = end + 1;
    return read;
  };

  const isEscaped = (quote: number): boolean => {
    let first = quote;
    while (text[first - 1] === "\\") first--;
    return (quote - first) % 2 === 1;
  };

  const scalar = (): StrictJson => {
    let end = at;
    while (end - at <= longest && /[\w.+-]/.test(text[end] ?? "")) end++;
    const word = text.slice(at, end);
    if (word.length > longest) throw unexpected();
    const known = Object.hasOwn(words, word);
    if (!known && !/^[-\d]/.test(word)) throw unexpected();
    at = end;
    if (known) return words[word];
    return wholeNumber.test(word) ? BigInt(word) : (JSON.parse(word) as number);
  };

  /** The next character that is no space; "" at the end. */
  const peek = (): string => {
    while (" \t\n\r".includes(text[at] ?? "none")) at++;
    return text[at] ?? "";
  };

  const expect = (character: string): void => {
    if (peek() !== character) throw unexpected();
    at++;
  };

  /** Steps over a bracket; whether anything is before the closing one. */
  const opens = (closing: string): boolean => {
    at++;
    if (peek() !== closing) return true;
    at++;
    return false;
  };

  /** Steps over what follows an item; whether that is a comma. */
  const goesOn = (closing: string): boolean => {
    const next = peek();
    if (next !== "," && next !== closing) throw unexpected();
    at++;
    return next === ",";
  };

  const unexpected = (): SyntaxError =>
    new SyntaxError(at < text.length ? `character ${at} is not due there` : "it ends too early");

  const read = value(0);
  if (peek() !== "") throw unexpected();
  return read;
}
