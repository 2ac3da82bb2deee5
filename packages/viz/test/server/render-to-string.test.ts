import { grokkingCurve } from "@grokscape/viz";
import { renderToString } from "@grokscape/viz/server";
import { expect, test } from "vitest";
import { grokkingRecord } from "../records.ts";

test("the picture that pages are compared with is the one drawn here", async () => {
  const svg = renderToString((document) => grokkingCurve(grokkingRecord(), { document }));
  await expect(svg).toMatchFileSnapshot("../fixtures/grokking-curve.svg");
});

test("what a user writes stays text", () => {
  const svg = renderToString((document) =>
    grokkingCurve(grokkingRecord(), { document, title: '<b a="1">&' }),
  );
  expect(svg).toContain('<title>&lt;b a="1"&gt;&amp;</title>');
  expect(svg).not.toContain("<b");
});

test("attributes are quoted and in the order they were set", () => {
  expect(
    renderToString((document) => {
      const made = document.createElement("p");
      made.setAttribute("title", 'a "b" & c');
      made.setAttribute("lang", "en");
      made.append("x", document.createElement("i"), document.createComment("no"));
      return made;
    }),
  ).toBe('<p title="a &quot;b&quot; &amp; c" lang="en">x<i></i></p>');
});

test("without a document, a picture says what to do", () => {
  expect(() => grokkingCurve(grokkingRecord())).toThrow("renderToString of @grokscape/viz/server");
});
