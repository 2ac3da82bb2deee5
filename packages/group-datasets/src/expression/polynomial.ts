import { InputError } from "../errors.ts";
import { powerModulo } from "../numerics/power.ts";
import { seen } from "../text/seen.ts";

/** A polynomial with whole coefficients, ready to be evaluated modulo n. */
export interface Polynomial {
  /** The expression in the one spelling for all that differ in spaces, `*`, zeros or parentheses. */
  readonly source: string;
  /** Its variables in alphabetical order: the operands. */
  readonly variables: readonly string[];
  /** The value modulo n, in [0, n), for values of the variables in [0, n); n up to 2²⁶. */
  evaluate(values: readonly number[], n: number): number;
}

/** How tightly an expression holds together: a sum, a product, a power, an atom. */
type Rank = 0 | 1 | 2 | 3;

interface Node {
  readonly text: string;
  readonly rank: Rank;
  readonly evaluate: Polynomial["evaluate"];
}

const longest = 500;
const largestNumber = 2 ** 26;

/**
 * Reads an expression such as "x^2 + x*y + y^2": variables are single letters; + − * ^ and
 * parentheses as usual, a power's exponent a whole number, and "2xy" the same as "2*x*y". Nothing is
 * ever run as code.
 *
 * @throws InputError saying what was expected at which position, counted from 1
 */
export function parsePolynomial(text: string): Polynomial {
  checkLength(text);
  const variables = [...new Set(text.match(/[a-z]/g))].sort();
  let at = 0;

  const peek = (): string => {
    while (text[at] === " ") at++;
    return text[at] ?? "";
  };
  const fail = (expected: string): never => {
    const found = peek() ? `found ${JSON.stringify(peek())}` : "the expression ends";
    throw new InputError(
      `expression ${seen(text)}: expected ${expected} at position ${at + 1}, ${found}`,
      "write for example x^2+x*y+y^2",
    );
  };
  const taken = (symbols: string): string => {
    const next = peek();
    if (next === "" || !symbols.includes(next)) return "";
    at++;
    return next;
  };

  const number = (): number => {
    const digits = /^\d+/.exec(text.slice(at))?.[0] ?? "";
    if (Number(digits) > largestNumber) fail(`a whole number up to ${largestNumber}`);
    at += digits.length;
    return Number(digits);
  };
  const isDigit = (): boolean => /^\d/.test(peek());

  const sum = (): Node => {
    let total = signed(taken("+-"), product());
    for (let sign = taken("+-"); sign; sign = taken("+-")) {
      const [left, right] = [total, product()];
      const [{ evaluate }, added] = [left, signed(sign, right).evaluate];
      total = {
        text: `${left.text}${sign}${within(1, right)}`,
        rank: 0,
        evaluate: (values, n) => (evaluate(values, n) + added(values, n)) % n,
      };
    }
    return total;
  };
  const product = (): Node => {
    let total = power();
    while (taken("*") || /^[a-z(]/.test(peek())) {
      const [left, right] = [total, power()];
      total = {
        text: `${within(1, left)}*${within(2, right)}`,
        rank: 1,
        evaluate: (values, n) => (left.evaluate(values, n) * right.evaluate(values, n)) % n,
      };
    }
    return total;
  };
  const power = (): Node => {
    const base = atom();
    if (!taken("^")) return base;
    const exponent = isDigit() ? number() : fail("a whole number as the exponent");
    if (peek() === "^") fail("an operator, or parentheses around the power");
    return {
      text: `${within(3, base)}^${exponent}`,
      rank: 2,
      evaluate: (values, n) => powerModulo(base.evaluate(values, n), exponent, n),
    };
  };
  const atom = (): Node => {
    if (isDigit()) {
      const value = number();
      return { text: `${value}`, rank: 3, evaluate: (_, n) => value % n };
    }
    const variable = peek();
    const i = variables.indexOf(variable);
    if (i >= 0) {
      at++;
      return { text: variable, rank: 3, evaluate: (values) => values[i] };
    }
    if (!taken("(")) return fail('a number, a variable a … z or "("');
    const inner = sum();
    return taken(")") ? inner : fail('an operator or ")"');
  };

  const { text: source, evaluate } = sum();
  if (peek()) fail("an operator or the end");
  if (variables.length === 0) {
    throw new InputError(
      `expression ${seen(text)} has no variable`,
      "each letter a … z in it is an operand, as in x+y",
    );
  }
  checkLength(source);
  return { source, variables, evaluate };
}

function checkLength(text: string): void {
  if (text.length <= longest) return;
  throw new InputError(
    `an expression of ${text.length} characters`,
    `it may have ${longest} characters, every * written`,
  );
}

/** The text, in parentheses if it does not hold together as tightly as this. */
const within = (rank: Rank, node: Node): string =>
  node.rank < rank ? `(${node.text})` : node.text;

function signed(sign: string, node: Node): Node {
  if (sign !== "-") return node;
  return {
    text: `-${within(1, node)}`,
    rank: 0,
    evaluate: (values, n) => (n - node.evaluate(values, n)) % n,
  };
}
