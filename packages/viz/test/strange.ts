import { PictureError } from "@grokscape/viz";
import { expect } from "vitest";

/** Numbers at the ends of what there is, and pairs that differ in their last bit. */
export const strangeNumbers: readonly number[] = [
  0,
  -0,
  1,
  -1,
  0.3,
  0.1 + 0.2,
  1e17,
  1e17 + 16,
  5e-324,
  -5e-324,
  1e-300,
  1e-100,
  1e100,
  -1e100,
  1e300,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

/** What JavaScript may hand over in place of anything. */
export const strangeValues: readonly unknown[] = [
  null,
  undefined,
  true,
  "",
  "12",
  "__proto__",
  7n,
  Symbol("s"),
  [],
  [null],
  {},
  { length: -1 },
  { length: 1e300 },
  { toString: null },
  Object.create(null),
  new BigInt64Array(3),
  new DataView(new ArrayBuffer(8)),
  () => 1,
];

/** A picture whose every attribute and word is sound, or a refusal; either after bounded work. */
export function expectDrawn(draw: () => Element): void {
  let svg: Element;
  try {
    svg = draw();
  } catch (error) {
    if (!(error instanceof PictureError)) throw error;
    expect(error.message).toMatch(/^[^\n]+$/);
    return;
  }
  const written = svg.outerHTML;
  expect(written.length).toBeLessThan(1e6);
  expect(written).not.toMatch(/="[^"]*(NaN|Infinity|undefined)/);
  expect(written).not.toMatch(/ (width|height|r)="-/);
  // a table of what was measured says NaN where that was measured
  const words = svg.localName === "svg" ? /NaN|Infinity|undefined|null/ : /undefined|null|NaN×/;
  expect(svg.textContent).not.toMatch(words);
}
