import { describe, expect, test } from "vitest";
import { count, decade, percent, ratio, significant } from "../../src/text/numbers.ts";
import { textWidth } from "../../src/text/width.ts";
import { wrap } from "../../src/text/wrap.ts";

describe("numbers", () => {
  test.each([
    [0, "0"],
    [999, "999"],
    [1234, "1,234"],
    [1234567, "1,234,567"],
    [0.0001, "0.0001"],
  ])("count %d", (value, written) => expect(count(value)).toBe(written));

  test.each([
    [0, "0\u202f%"],
    [1, "100\u202f%"],
    [0.9931, "99.3\u202f%"],
    [0.99999, "99.9\u202f%"],
    [0.00001, "0.1\u202f%"],
  ])("percent %d", (value, written) => expect(percent(value)).toBe(written));

  test.each([
    [0, "0"],
    [1.5, "1.50"],
    [0.0213, "0.0213"],
    [0.000321, "3.21×10⁻⁴"],
    [12345, "1.23×10⁴"],
  ])("significant %d", (value, written) => expect(significant(value)).toBe(written));

  test.each([
    [0.2, "0.2"],
    [0.001, "0.001"],
    [1e-5, "10⁻⁵"],
    [2e-12, "2×10⁻¹²"],
    [100000, "100,000"],
    [1e6, "10⁶"],
  ])("decade %d", (value, written) => expect(decade(value)).toBe(written));

  test.each([
    [9.666, "9.7"],
    [2, "2"],
    [130.2, "130"],
    [1234.5, "1,235"],
  ])("ratio %d", (value, written) => expect(ratio(value)).toBe(written));
});

describe("wrap", () => {
  test("keeps every word, and every line within the width", () => {
    const text = "By step 30 neither memorised (train accuracy 45.1\u202f%) nor understood.";
    for (let width = 130; width < 700; width += 37) {
      const lines = wrap(text, width, 14);
      expect(lines.join(" ")).toBe(text);
      for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(width);
    }
    expect(wrap(text, 5000, 14)).toEqual([text]);
  });

  test("breaks Chinese between characters, never before a closing mark nor after an opening one", () => {
    const text =
      "第 16 步完成记忆（训练样本答对 99%），第 146 步实现泛化（测试样本答对 99%），延迟×9.1。";
    for (let width = 100; width < 500; width += 13) {
      const lines = wrap(text, width, 14);
      expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      for (const line of lines) {
        expect(line).not.toMatch(/^[，。）：；]/);
        expect(line).not.toMatch(/（$/);
      }
    }
  });

  test("gives no line for no text", () => expect(wrap("", 100, 14)).toEqual([]));
});
