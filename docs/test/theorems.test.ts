import { task } from "@grokscape/group-datasets";
import { errata, limitCount, type StatementId, statements } from "@grokscape/theory";
import { expect, test } from "vitest";
import { sentences } from "../src/gallery/sentences.ts";
import { notation } from "../src/site/notation.ts";
import { checks, holds } from "../src/theorems/checks.ts";
import { explained } from "../src/theorems/explained.ts";

const elsewhere = [
  ...["config", "construction", "author-code"],
  ...["measured", "measured-borders", "measured-times"],
];
const ofThePaper = Object.keys(statements).filter((id) => !elsewhere.includes(id));

test("every statement of the paper has its formula and its words in both languages", () => {
  expect(Object.keys(explained).sort()).toEqual(ofThePaper.sort());
  for (const { means } of Object.values(explained)) {
    expect(means.en.length).toBeGreaterThan(30);
    expect(means["zh-cn"]).toMatch(/[\u4e00-\u9fff]{5}/);
  }
});

test("what is said of Z₉₉₇ is what the limit comes to", () => {
  const { means } = explained["what-can-be-known"]!;
  const { mean } = limitCount(task("cyclic:997"), 0.99);
  expect(means.en).toContain(`${mean.toLocaleString("en")} are enough on average`);
  expect(means["zh-cn"]).toContain(`${mean} 对`);
});

test("nearly every statement can be checked in the page", () => {
  const wrong = new Set(errata.flatMap((erratum) => erratum.statements));
  const unchecked = ofThePaper.filter((id) => !(id in checks) && !wrong.has(id as StatementId));
  expect(unchecked).toEqual(["proposition-2", "section-6"]);
});

test.each(Object.entries(checks))("%s holds wherever its knob stands", (_, check) => {
  for (const position of check.positions) {
    const numbers = check.compute(position);
    expect(numbers.every(Number.isFinite)).toBe(true);
    expect(holds(check.relation, numbers), `${check.knob} = ${position}: ${numbers}`).toBe(true);
  }
});

test("indices and powers stand below and above the line wherever pages tell them", () => {
  const told = [
    ...Object.values(statements).map(({ says }) => says),
    ...errata.flatMap(({ about, printed, holds, howToCheck }) => [
      about,
      printed,
      holds,
      howToCheck,
    ]),
    ...Object.values(checks).flatMap(({ left, right }) => [left, right]),
    ...Object.values(explained).flatMap(({ means, proof }) => [
      means,
      ...(proof?.en ?? []).map((en, i) => ({ en, "zh-cn": proof!["zh-cn"][i]! })),
    ]),
    ...Object.values(sentences),
  ];
  for (const text of told.flatMap(({ en, "zh-cn": zh }) => [en, zh])) {
    expect(notation(text)).not.toMatch(/[_^]/);
  }
  expect(notation("μ_l^a < f̃_jᵀP_{η,−jl} + t^(−a)")).toBe(
    "μ<sub>l</sub><sup>a</sup> &lt; f̃<sub>j</sub>ᵀP<sub>η,−jl</sub> + t<sup>−a</sup>",
  );
});
