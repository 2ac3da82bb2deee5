import { InputError } from "../../../errors.ts";
import { maximumOrder } from "../../../group/make-group.ts";
import { isPrime } from "../../../numerics/primes.ts";
import { power } from "../../../works/index.ts";
import { defineTaskFamily, taskId } from "../../family.ts";
import { groupBehind } from "../../group-behind.ts";
import { form, whole } from "../../params.ts";
import { quotientTask } from "../../quotient-task.ts";

/** A prime, and the largest one whose symbols are no more than a group's. */
const largest = maximumOrder - 1;

/** x/y modulo p for every x and every y but 0: no group's table, for it is not square. */
export const modularDivisionFamily = defineTaskFamily({
  id: "modular-division",
  title: "x/y modulo a prime, y not 0",
  params: form(whole("p", 2, largest)),
  example: "7",
  create([p]) {
    if (isPrime(p)) return quotientTask(taskId("modular-division", [p]), p);
    let prime = p;
    while (!isPrime(prime)) prime++;
    throw new InputError(
      `modular-division:${p} is not defined for every y, as ${p} is no prime`,
      `take a prime, such as ${prime}`,
    );
  },
  theory: groupBehind,
  citations: [power],
});
