import { randomLatinSquare } from "../../../random/latin-square.ts";
import { randomStream } from "../../../random/streams.ts";
import { jacobson } from "../../../works/index.ts";
import { defineTaskFamily, taskId } from "../../family.ts";
import { groupBehind, isotopicGroup } from "../../group-behind.ts";
import { form, seed, whole } from "../../params.ts";
import { tupleTask } from "../../tuple-task.ts";

/** A control: every symbol once in each row and column, as in a group's table, but no group behind it. */
export const latinSquareFamily = defineTaskFamily({
  id: "latin-square",
  title: "a random Latin square that is no group's",
  // every square of order up to 4 is a group's; one of order 128 takes a second, of 256 eight
  params: form(whole("n", 5, 128), seed),
  example: "7",
  create([n, seed]) {
    const stream = randomStream(seed, "task");
    let table = randomLatinSquare(n, stream);
    while (isotopicGroup(table, n)) table = randomLatinSquare(n, stream);
    return tupleTask({
      id: taskId("latin-square", [n, seed]),
      title: `a random Latin square of order ${n}`,
      operands: 2,
      vocabulary: n,
      classes: n,
      label: ([a, b]) => table[a * n + b],
    });
  },
  theory: groupBehind,
  citations: [jacobson],
});
