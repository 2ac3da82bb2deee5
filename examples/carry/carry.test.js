import assert from "node:assert/strict";
import { test } from "node:test";
import { task } from "@grokscape/group-datasets";
import { conformance } from "@grokscape/group-datasets/testing";
import plugin from "./index.js";

for (const family of plugin.families) {
  for (const { name, run } of conformance(family, { ids: ["carry:2", "carry:16"] }))
    test(name, run);
}

test("7 + 5 carries in base 10, 4 + 5 does not", () => {
  const column = task("carry:10", plugin.families);
  assert.equal(column.example(75).label, 1);
  assert.equal(column.example(45).label, 0);
});
