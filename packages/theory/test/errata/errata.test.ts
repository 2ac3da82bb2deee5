import { expect, test } from "vitest";
import { errata, statements } from "../../src/index.ts";

test("seventeen errata, in order", () => {
  expect(errata.map(({ number }) => number)).toEqual(Array.from({ length: 17 }, (_, i) => i + 1));
});

test.each(errata)("erratum $number: brute force gives what we say holds", ({ check }) => {
  const { measured, holds, tolerance } = check();
  expect(Math.abs(measured - holds)).toBeLessThanOrEqual(tolerance);
});

test.each(errata)("erratum $number: and not what is printed", ({ check }) => {
  const { measured, printed, tolerance } = check();
  if (printed === null) return;
  const apart = Math.abs(measured - printed);
  expect(apart).toBeGreaterThan(Math.max(3 * tolerance, 1e-4 * Math.abs(printed)));
});

test("only one printed form states no number", () => {
  expect(errata.filter(({ check }) => check().printed === null).map((e) => e.number)).toEqual([4]);
});

test.each(errata)("erratum $number is told in English and in Chinese", (erratum) => {
  for (const words of [erratum.about, erratum.printed, erratum.holds, erratum.howToCheck]) {
    expect(words.en.length).toBeGreaterThan(4);
    expect(words.en).not.toMatch(/[\u4e00-\u9fff]/);
    expect(words["zh-cn"].length).toBeGreaterThan(2);
  }
  expect(erratum.howToCheck["zh-cn"]).toMatch(/[\u4e00-\u9fff]/);
  for (const id of erratum.statements) expect(statements).toHaveProperty([id]);
});

test("their words are plain data", () => {
  const plain = JSON.parse(JSON.stringify(errata));
  expect(plain[0]).toMatchObject({ number: 1, statements: ["theorem-2", "corollary-2"] });
});
