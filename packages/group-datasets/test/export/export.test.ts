import { describe, expect, test } from "vitest";
import { dataset, InputError, npy, task, toCsv, toJsonl, toNpy } from "../../src/index.ts";

const data = dataset(task("fold:3:cyclic:7"), [0, 55, 342]);

describe("text", () => {
  test("CSV has a header and a line for each example", () => {
    expect(toCsv(data)).toBe("operand1,operand2,operand3,label\n0,0,0,0\n1,0,6,0\n6,6,6,4\n");
  });

  test("JSON Lines has an object for each example", () => {
    const lines = toJsonl(data).split("\n");
    expect(lines.pop()).toBe("");
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { operands: [0, 0, 0], label: 0 },
      { operands: [1, 0, 6], label: 0 },
      { operands: [6, 6, 6], label: 4 },
    ]);
  });

  test("more than a string holds is refused", () => {
    const huge = { ...data, count: 2 ** 26 };
    expect(() => toCsv(huge)).toThrow(InputError);
    expect(() => toJsonl(huge)).toThrow("write them in parts of");
  });
});

/** Reads npy 1.0 by its definition (NEP 1). */
function parsed(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  expect([...bytes.subarray(0, 8)]).toEqual([0x93, 78, 85, 77, 80, 89, 1, 0]);
  const start = 10 + view.getUint16(8, true);
  const header = String.fromCharCode(...bytes.subarray(10, start));
  expect(start % 64).toBe(0);
  expect(header.endsWith("\n")).toBe(true);
  return { header: header.trim(), body: new DataView(view.buffer, view.byteOffset + start), view };
}

describe("npy", () => {
  test("holds the operands and the label of each example", () => {
    const { header, body } = parsed(toNpy(data));
    expect(header).toBe("{'descr': '<u2', 'fortran_order': False, 'shape': (3, 4), }");
    const values = Array.from({ length: 12 }, (_, i) => body.getUint16(2 * i, true));
    expect(values).toEqual([0, 0, 0, 0, 1, 0, 6, 0, 6, 6, 6, 4]);
    expect(body.byteLength).toBe(24);
  });

  test.each([
    [Uint8Array.of(1, 255), [2], "'|u1'", "(2,)", (v: DataView) => [v.getUint8(0), v.getUint8(1)]],
    [
      Uint32Array.of(7, 2 ** 31),
      [1, 2],
      "'<u4'",
      "(1, 2)",
      (v: DataView) => [v.getUint32(0, true), v.getUint32(4, true)],
    ],
    [
      Float64Array.of(-0.1, 1e300),
      [2, 1],
      "'<f8'",
      "(2, 1)",
      (v: DataView) => [v.getFloat64(0, true), v.getFloat64(8, true)],
    ],
  ] as const)("holds %o of shape %o", (values, shape, type, written, read) => {
    const { header, body } = parsed(npy(values, shape));
    expect(header).toBe(`{'descr': ${type}, 'fortran_order': False, 'shape': ${written}, }`);
    expect(read(body)).toEqual([...values]);
  });

  test("refuses a shape of another size", () => {
    expect(() => npy(Uint8Array.of(1, 2, 3), [2, 2])).toThrow(InputError);
  });
});
