import { experiments } from "@grokscape/experiments";
import { type Citation, taskFamilies } from "@grokscape/group-datasets";
import { scalingLaws } from "@grokscape/theory";
import { presets } from "@grokscape/trainer";
import { expect, test } from "vitest";
import { addressOf, bibTex, references } from "../src/site/references.ts";

test("every work that tasks, presets, experiments and laws name is listed once, and listed for them", () => {
  const works = references.map(({ work }) => work);
  expect(new Set(works.map(({ reference }) => reference)).size).toBe(works.length);
  const named: (Citation | string)[] = [
    ...taskFamilies.flatMap(({ citations }) => citations),
    ...presets.map(({ source }) => source),
    ...experiments.flatMap(({ criterion }) => criterion?.work ?? []),
    ...scalingLaws.map(({ citation }) => citation),
  ];
  // what we measured ourselves names the paper that it starts from
  const theirs = named.filter(
    (work): work is Citation => typeof work !== "string" && !work.title.startsWith("Grokscape"),
  );
  for (const work of theirs) expect(works).toContain(work);
  for (const { families, presets, experiments, laws } of references) {
    expect([families, presets, experiments, laws].flat()).not.toEqual([]);
  }
});

test("a work has an address, also where its name has signs that none may have", () => {
  const of = (reference: string) => addressOf({ title: "", reference });
  expect(of("arXiv:2509.21519")).toBe("https://arxiv.org/abs/2509.21519");
  expect(of("doi:10.1002/a(1)4:6<4::B>")).toBe("https://doi.org/10.1002%2Fa(1)4%3A6%3C4%3A%3AB%3E");
  expect(of("https://a.example/?id=b")).toBe("https://a.example/?id=b");
});

test("software and paper can be cited", () => {
  expect(bibTex()).toMatch(
    /@software\{grokscape,[^@]*@article\{tian2025,[^@]*Provable Scaling Laws/,
  );
});
