import fc from "fast-check";

/** What JavaScript may hand over in place of anything, and numbers at the ends of what there is. */
const strange: readonly unknown[] = [
  ...[undefined, null, true, "", "0", "__proto__", "constructor", "\u202E<zz>&\"'", [], [null], {}],
  ...[-0, 0, 1, -1, 0.5, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 53, Number.NaN, Infinity, 7n],
  ...[{ length: 1e300 }, { toString: null }, Object.create(null), Symbol("s"), () => 1],
  ...[JSON.parse('{"__proto__":{"polluted":1}}'), new BigInt64Array(2), new Date(Number.NaN)],
];

const anything = fc.oneof(
  fc.constantFrom(...strange),
  fc.anything({ withBigInt: true, withNullPrototype: true, withTypedArray: true, maxDepth: 2 }),
);

type Path = readonly string[];

const isOpen = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !ArrayBuffer.isView(value);

/** Places in plain data, the whole included. */
const placesIn = (value: unknown): Path[] => [
  [],
  ...(isOpen(value)
    ? Object.entries(value).flatMap(([key, one]) => placesIn(one).map((path) => [key, ...path]))
    : []),
];

function put(into: unknown, [key, ...rest]: Path, what: unknown): unknown {
  if (key === undefined) return what;
  const copy = Array.isArray(into) && key !== "length" ? [...into] : { ...(into as object) };
  const value = put((copy as Record<string, unknown>)[key], rest, what);
  Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** Data that is right but for one or two places of it, or for a name that nothing has. */
export function nearly(...right: readonly unknown[]): fc.Arbitrary<unknown> {
  const change = (value: unknown): fc.Arbitrary<unknown> => {
    const places = placesIn(value);
    return fc
      .tuple(
        fc.nat(places.length - 1),
        fc.option(fc.constantFrom("__proto__", "tea", "length")),
        anything,
      )
      .map(([at, name, what]) => {
        const inside = isOpen(places[at] && valueAt(value, places[at]));
        return put(value, name && inside ? [...places[at], name] : places[at], what);
      });
  };
  const changed = fc.constantFrom(...right).chain(change);
  return fc.oneof(changed, changed, changed.chain(change));
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce((inside, key) => (inside as Record<string, unknown>)[key], value);

/** Pieces that a grammar of ours, YAML, JSON, a path, markup or a writing direction gives a meaning to. */
const pieces = [
  ..."0123456789abxyz:,;.*+-^/()[]{}<>=!?@#%&|~`'\"\\ \t\n\r\0",
  ...[
    "..",
    "../",
    "__proto__",
    "1e308",
    "-0",
    "NaN",
    "99999999999999999999",
    "0x10",
    "&amp;",
    "<zz>",
  ],
  ...[
    "]]>",
    "\u202E",
    "\u2066",
    "\u0300",
    "\uD800",
    "é",
    "中",
    "𝔽",
    "é",
    "&a *a",
    "!!js",
    "? ",
    "- ",
  ],
  ...["\n---\n", "cyclic:", "small:", "noise:", "custom:", "mod", "fraction", "null", "true"],
];

/** Texts that are right but for a few places: something goes, comes, is repeated or is of another text. */
export function nearlyText(...right: readonly string[]): fc.Arbitrary<string> {
  const change = fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat(2),
    fc.oneof(
      fc.constantFrom(..."0123456789xy:,.+-*^"),
      fc.constantFrom(...pieces),
      fc.constantFrom(...right),
      fc.string({ unit: "binary", maxLength: 6 }),
    ),
    fc.constantFrom(1, 1, 1, 1, 2, 1000),
  );
  return fc
    .tuple(fc.constantFrom("", ...right), fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([text, changes]) =>
      changes.reduce((before, [place, gone, come, times]) => {
        const at = Math.floor(place * (before.length + 1));
        return (before.slice(0, at) + come.repeat(times) + before.slice(at + gone)).slice(
          0,
          20_000,
        );
      }, text),
    );
}

/** Files that are right but for a few places: bits flip, bytes and whole parts go, come or are repeated. */
export function nearlyBytes(...right: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const place = fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 0.05, noNaN: true }), // headers stand there
  );
  const change = fc.tuple(
    fc.constantFrom("flip", "set", "cut", "end", "repeat", "insert"),
    place,
    fc.nat(255),
    fc.uint8Array({ maxLength: 9 }),
  );
  return fc
    .tuple(fc.constantFrom(...right), fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([file, changes]) => changes.reduce(changedBytes, file));
}

function changedBytes(
  file: Uint8Array,
  [how, place, value, come]: readonly [string, number, number, Uint8Array],
): Uint8Array {
  const at = Math.min(file.length - 1, Math.floor(place * file.length));
  const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
  if (at < 0 || how === "insert")
    return joined(file.subarray(0, at), come, file.subarray(Math.max(0, at)));
  if (how === "end") return file.slice(0, at);
  if (how === "cut") return joined(file.subarray(0, at), file.subarray(at + value));
  if (how === "repeat")
    return joined(file.subarray(0, at), file.subarray(at, at + value), file.subarray(at));
  const copy = file.slice();
  copy[at] = how === "flip" ? copy[at] ^ (1 << (value & 7)) : value;
  return copy;
}
