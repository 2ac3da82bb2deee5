import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePolynomial } from "../../src/expression/polynomial.ts";
import { InputError } from "../../src/index.ts";

type Values = Readonly<Record<"x" | "y" | "z", bigint>>;

/** An expression as text, and its value over the whole numbers. */
interface Tree {
  readonly text: string;
  readonly value: (at: Values) => bigint;
}

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.nat(200).map((n): Tree => ({ text: `${n}`, value: () => BigInt(n) })),
    fc.constantFrom("x", "y", "z").map((v): Tree => ({ text: v, value: (at) => at[v as "x"] })),
    fc.tuple(tie("tree"), fc.constantFrom("+", "-", "*", ""), tie("tree")).map(
      ([a, sign, b]): Tree => ({
        text: `(${a.text})${sign}(${b.text})`,
        value: (at) => {
          const [left, right] = [a.value(at), b.value(at)];
          if (sign === "+") return left + right;
          return sign === "-" ? left - right : left * right;
        },
      }),
    ),
    fc
      .tuple(tie("tree"), fc.nat(4))
      .map(
        ([a, n]): Tree => ({ text: `(${a.text})^${n}`, value: (at) => a.value(at) ** BigInt(n) }),
      ),
    tie("tree").map((a): Tree => ({ text: ` -(${a.text}) `, value: (at) => -a.value(at) })),
  ),
}));

const digit = fc.nat(96);

function parsePolynomialOrNot(text: string) {
  try {
    return parsePolynomial(text);
  } catch {
    return undefined; // too long
  }
}

describe("parsePolynomial", () => {
  test("has the value of the expression over the whole numbers, modulo n", () => {
    fc.assert(
      fc.property(
        tree,
        digit,
        digit,
        digit,
        fc.integer({ min: 97, max: 8192 }),
        (made, x, y, z, n) => {
          const text = `x*0+y*0+z*0+${made.text.trim().startsWith("-") ? `(${made.text})` : made.text}`;
          fc.pre(text.length <= 500);
          const expected = made.value({ x: BigInt(x), y: BigInt(y), z: BigInt(z) });
          const modulus = BigInt(n);
          const found = parsePolynomial(text).evaluate([x, y, z], n);
          expect(found).toBe(Number(((expected % modulus) + modulus) % modulus));
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each<[string, number[], number]>([
    ["2xy^2", [3, 5], 2 * 3 * 25],
    ["-x^2+y", [3, 50], 41],
    ["x - y - x", [3, 5], 92],
    ["2(x+y)(x-y)", [9, 4], 130 - 97],
    ["x^0", [0], 1],
    ["b*a", [2, 3], 6],
    ["x^1000", [2], Number(2n ** 1000n % 97n)],
  ])("reads %s as people do", (text, values, expected) => {
    expect(parsePolynomial(text).evaluate(values, 97)).toBe(expected % 97);
  });

  test("has one spelling for all that differ in spaces, *, zeros and parentheses", () => {
    fc.assert(
      fc.property(
        tree,
        digit,
        digit,
        digit,
        fc.integer({ min: 97, max: 8192 }),
        (made, x, y, z, n) => {
          const sum = parsePolynomialOrNot(`x*0+y*0+z*0+(${made.text})`);
          fc.pre(sum !== undefined);
          const again = parsePolynomial(sum.source);
          expect(again.source).toBe(sum.source);
          expect(again.evaluate([x, y, z], n)).toBe(sum.evaluate([x, y, z], n));
          const spelt = sum.source
            .replace(/\d+/g, (digits) => `0${digits}`)
            .replace(/[-+^)]/g, " $& ");
          expect(parsePolynomial(`((${spelt}))`.replaceAll("*(", "(")).source).toBe(sum.source);
        },
      ),
    );
  });

  test.each([
    ["2xy", "2*x*y"],
    ["(x)", "x"],
    ["+x+(y)", "x+y"],
    ["(-x)+y", "-x+y"],
    ["x-(y-x)", "x-(y-x)"],
    ["x(y(x+1))", "x*(y*(x+1))"],
    ["((x^2))^03", "(x^2)^3"],
    ["(x y)^2", "(x*y)^2"],
    ["-(x+y)", "-(x+y)"],
    ["(2)(-x)", "2*(-x)"],
  ])("spells %s %s", (text, source) => {
    expect(parsePolynomial(text).source).toBe(source);
  });

  test("takes its letters, in alphabetical order, as variables", () => {
    expect(parsePolynomial("y + x*b - 2y")).toMatchObject({
      source: "y+x*b-2*y",
      variables: ["b", "x", "y"],
    });
  });

  test.each([
    ["x^2+*y", 'expected a number, a variable a … z or "(" at position 5, found "*"'],
    ["x +", 'expected a number, a variable a … z or "(" at position 4, the expression ends'],
    ["(x+y", 'expected an operator or ")" at position 5, the expression ends'],
    ["x)", 'expected an operator or the end at position 2, found ")"'],
    ["x^y", 'a whole number as the exponent at position 3, found "y"'],
    ["x^-1", 'a whole number as the exponent at position 3, found "-"'],
    ["x^2^3", "parentheses around the power at position 4"],
    ["x/y", 'expected an operator or the end at position 2, found "/"'],
    ["1.5x", 'position 2, found "."'],
    ["x+Math", 'position 3, found "M"'],
    ["constructor()", 'position 13, found ")"'],
    ["99999999999x", "a whole number up to 67108864 at position 1"],
    ["", "the expression ends"],
    ["7", "has no variable"],
    ["x+".repeat(400), "800 characters"],
    ["xy".repeat(200), "799 characters"],
    ["x\n+y", 'position 2, found "\\n"'],
    ["(".repeat(499), "position 500"],
  ])("refuses %s and says where", (text, message) => {
    expect(() => parsePolynomial(text)).toThrow(InputError);
    expect(() => parsePolynomial(text)).toThrow(message);
  });

  test("refuses or reads any text, and never anything else", () => {
    const letters = fc.constantFrom(..."xyz0123456789+-*^() .,;=\n²a");
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 30 }), (text) => {
        try {
          const { variables, evaluate } = parsePolynomial(text);
          const value = evaluate(
            variables.map((_, i) => i + 2),
            97,
          );
          expect(Number.isInteger(value) && value >= 0 && value < 97).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
