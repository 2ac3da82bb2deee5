import { defineTaskFamily, form, taskId, tupleTask, whole } from "@grokscape/group-datasets";

const carry = defineTaskFamily({
  id: "carry",
  title: "whether a column of an addition carries, in base b",
  params: form(whole("b", 2)),
  example: "10",
  citations: [
    {
      title: "Isaksen, A cohomological viewpoint on elementary school arithmetic",
      reference: "doi:10.2307/3072368",
    },
  ],
  create: ([b]) =>
    tupleTask({
      id: taskId("carry", [b]),
      title: `whether two digits in base ${b} carry`,
      operands: 2,
      vocabulary: b,
      classes: 2,
      label: ([x, y]) => (x + y >= b ? 1 : 0),
      answer: (label) => (label === 1 ? "carries" : "does not"),
    }),
});

export default { name: "grokscape-carry", version: "1.0.0", families: [carry] };
