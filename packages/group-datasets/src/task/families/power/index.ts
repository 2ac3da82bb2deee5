import { cyclic } from "../../../builders/cyclic.ts";
import { symmetric } from "../../../builders/permutations.ts";
import { InputError } from "../../../errors.ts";
import { parsePolynomial } from "../../../expression/polynomial.ts";
import type { FiniteGroup } from "../../../group/finite-group.ts";
import { nearest } from "../../../text/nearest.ts";
import { power } from "../../../works/index.ts";
import { defineTaskFamily } from "../../family.ts";
import { groupBehind } from "../../group-behind.ts";
import { form, text } from "../../params.ts";
import { polynomialTask } from "../../polynomial-task.ts";
import { inverses, quotientTask } from "../../quotient-task.ts";
import type { Task } from "../../task.ts";
import { tupleTask } from "../../tuple-task.ts";
import { wordTask } from "../../word-task.ts";

const p = 97;
const polynomial = (expression: string) => (id: string) =>
  polynomialTask(id, p, parsePolynomial(expression));
const word = (group: () => FiniteGroup, letters: string) => (id: string) =>
  wordTask(
    id,
    group(),
    Array.from(letters, (letter) => ({
      operand: "xy".indexOf(letter.toLowerCase()),
      inverted: letter < "a",
    })),
  );

function divisionOrDifference(id: string): Task {
  const inverse = inverses(p);
  return tupleTask({
    id,
    title: `x/y mod ${p} if y is odd, x−y if it is even`,
    operands: 2,
    vocabulary: p,
    classes: p,
    label: ([x, y]) => (y % 2 === 1 ? (x * inverse[y]) % p : (x - y + p) % p),
  });
}

const Z97 = () => cyclic(p);
const S5 = () => symmetric(5);

/** The operations of Power et al. (2022), Appendix A.1.1, by name. */
const operations: Readonly<Record<string, (id: string) => Task>> = {
  "add-mod-97": word(Z97, "xy"),
  "subtract-mod-97": word(Z97, "xY"),
  "divide-mod-97": (id) => quotientTask(id, p),
  "divide-odd-subtract-even-mod-97": divisionOrDifference,
  "x2+y2-mod-97": polynomial("x^2+y^2"),
  "x2+xy+y2-mod-97": polynomial("x^2+x*y+y^2"),
  "x2+xy+y2+x-mod-97": polynomial("x^2+x*y+y^2+x"),
  "x3+xy-mod-97": polynomial("x^3+x*y"),
  "x3+xy2+y-mod-97": polynomial("x^3+x*y^2+y"),
  "product-s5": word(S5, "xy"),
  "conjugate-s5": word(S5, "xyX"),
  "xyx-s5": word(S5, "xyx"),
};

/** The data sets in which grokking was first seen. */
export const powerFamily = defineTaskFamily({
  id: "power",
  title: `an operation of Power et al. by name: ${Object.keys(operations).join(", ")}`,
  params: form(text("the name", "the name of an operation")),
  example: "x2+xy+y2-mod-97",
  create([name]) {
    const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
    if (operation) return operation(`power:${name}`);
    const names = Object.keys(operations);
    const close = nearest(name, names);
    throw new InputError(
      `Power et al. have no operation ${JSON.stringify(name)}`,
      `${close ? `did you mean "power:${close}"? ` : ""}known: ${names.join(", ")}`,
    );
  },
  theory: groupBehind,
  citations: [power],
});
