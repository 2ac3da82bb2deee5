import { expect, test } from "vitest";
import { markup, trusted } from "../../src/report/markup.ts";

test("text is escaped, markup is not, lists are joined, null is nothing", () => {
  const { html } =
    markup`<p title="${'a"b'}">${"<b> & "}${trusted("<i>x</i>")}${["y", markup`<b>z</b>`]}${null}${3}</p>`;
  expect(html).toBe('<p title="a&quot;b">&lt;b&gt; &amp; <i>x</i>y<b>z</b>3</p>');
});
