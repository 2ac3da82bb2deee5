import { renderToString } from "@grokscape/viz/server";
import { expect, test } from "vitest";
import { dataFile, pictures } from "../src/gallery/pictures.ts";
import { sentences } from "../src/gallery/sentences.ts";
import { titleOf } from "../src/gallery/title.ts";
import { locales } from "../src/site/locales.ts";

test("every picture has its words, and none has words without being there", () => {
  expect(Object.keys(sentences).sort()).toEqual(pictures.map(({ id }) => id).sort());
});

test.each(pictures)("$id: its code draws it from data that can be had", ({ code, data, draw }) => {
  const [, names] = /import \{([^}]*)\} from "@grokscape\/viz";/.exec(code)!;
  const [drawn] = /(?<=export const draw = [^;]*?=>\s*)\w+(?=\()/.exec(code)!;
  expect(names!.split(/,\s*/).map((name) => name.trim())).toContain(drawn);
  expect(data.length).toBeGreaterThan(0);
  for (const name of data) expect(() => JSON.parse(dataFile(name))).not.toThrow();
  expect(renderToString((document) => draw({ document }))).toMatch(/^<svg/);
});

test.each(locales)("every picture calls itself something of its own in %s", (locale) => {
  const titles = pictures.map((picture) => titleOf(picture, locale));
  // a run and several seeds of it are one kind of picture, and so are two learnt tables
  expect(new Set(titles).size).toBe(pictures.length - 2);
  for (const title of titles) expect(title).not.toBe("");
});
