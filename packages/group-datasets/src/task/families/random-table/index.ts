import { maximumOrder } from "../../../group/make-group.ts";
import { randomStream, uniformBelow } from "../../../random/streams.ts";
import { zhang } from "../../../works/index.ts";
import { defineTaskFamily, taskId } from "../../family.ts";
import { groupBehind } from "../../group-behind.ts";
import { form, seed, whole } from "../../params.ts";
import { tupleTask } from "../../tuple-task.ts";

/** A control: every label drawn at random, so that nothing can be learnt but by heart. */
export const randomTableFamily = defineTaskFamily({
  id: "random-table",
  title: "a table of random labels",
  params: form(whole("n", 5, maximumOrder), seed),
  example: "7",
  create([n, seed]) {
    const stream = randomStream(seed, "task");
    const table = Uint16Array.from({ length: n * n }, () => uniformBelow(stream, n));
    return tupleTask({
      id: taskId("random-table", [n, seed]),
      title: `a table of ${n} × ${n} random labels`,
      operands: 2,
      vocabulary: n,
      classes: n,
      label: ([a, b]) => table[a * n + b],
    });
  },
  theory: groupBehind,
  citations: [zhang],
});
