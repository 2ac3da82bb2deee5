import { expect, test } from "vitest";
import * as theory from "../../src/index.ts";

const { statements } = theory;

test("every statement of the paper is there", () => {
  const wanted = [
    ...[1, 2, 3, 4].map((i) => `proposition-${i}`),
    ...Array.from({ length: 11 }, (_, i) => `lemma-${i + 1}`),
    ...Array.from({ length: 8 }, (_, i) => `theorem-${i + 1}`),
    ...["corollary-1", "corollary-2", "appendix-c3", "section-6", "section-3.2"],
  ];
  for (const id of wanted) expect(statements).toHaveProperty([id]);
});

test.each(Object.entries(statements))(
  "%s names functions that are exported",
  (_, { functions }) => {
    expect(functions.length).toBeGreaterThan(0);
    for (const name of functions) expect(theory).toHaveProperty([name]);
  },
);
