import { defineTaskFamily, form, taskId, tupleTask, whole } from "@grokscape/group-datasets";

const larger = defineTaskFamily({
  id: "larger",
  title: "the larger of two numbers",
  params: form(whole("n", 2)),
  example: "5",
  citations: [],
  create: ([n]) =>
    tupleTask({
      id: taskId("larger", [n]),
      title: `the larger of two numbers below ${n}`,
      operands: 2,
      vocabulary: n,
      classes: n,
      label: ([a, b]) => Math.max(a, b),
    }),
});

export default { name: "larger", version: "1.0.0", families: [larger] };
