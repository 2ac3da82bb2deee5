import { parsePolynomial } from "../../../expression/polynomial.ts";
import { maximumOrder } from "../../../group/make-group.ts";
import { polynomials, power } from "../../../works/index.ts";
import { defineTaskFamily, taskId } from "../../family.ts";
import { groupBehind } from "../../group-behind.ts";
import { form, text, whole } from "../../params.ts";
import { polynomialTask } from "../../polynomial-task.ts";

/** A polynomial modulo n, read and never run as code; its variables are the operands, in alphabetical order. */
export const expressionFamily = defineTaskFamily({
  id: "expression",
  title: "a polynomial modulo n",
  params: form(whole("n", 2, maximumOrder), text("the expression", "a polynomial such as x^2+x*y")),
  example: "7,x^2+x*y+y^2",
  create([n, expression]) {
    const polynomial = parsePolynomial(expression);
    return polynomialTask(taskId("expression", [n, polynomial.source]), n, polynomial);
  },
  theory: groupBehind,
  citations: [power, polynomials],
});
