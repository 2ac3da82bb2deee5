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
    const numbers = new Uint16Array(2 ** 26);
    const huge = { count: 2 ** 26, arity: 1, operands: numbers, labels: numbers };
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
    [Int8Array.of(-128, 127), "|i1", (view: DataView, i: number) => view.getInt8(i)],
    [Uint8Array.of(1, 255), "|u1", (view: DataView, i: number) => view.getUint8(i)],
    [Uint8ClampedArray.of(1, 300), "|u1", (view: DataView, i: number) => view.getUint8(i)],
    [Int16Array.of(-2, 2 ** 14), "<i2", (v: DataView, i: number) => v.getInt16(2 * i, true)],
    [Uint16Array.of(2, 2 ** 15), "<u2", (v: DataView, i: number) => v.getUint16(2 * i, true)],
    [Int32Array.of(-1, 2 ** 30), "<i4", (v: DataView, i: number) => v.getInt32(4 * i, true)],
    [Uint32Array.of(7, 2 ** 31), "<u4", (v: DataView, i: number) => v.getUint32(4 * i, true)],
    [
      BigInt64Array.of(-1n, 2n ** 62n),
      "<i8",
      (v: DataView, i: number) => v.getBigInt64(8 * i, true),
    ],
    [
      BigUint64Array.of(1n, 2n ** 63n),
      "<u8",
      (v: DataView, i: number) => v.getBigUint64(8 * i, true),
    ],
    [Float32Array.of(0.5, -1.5), "<f4", (v: DataView, i: number) => v.getFloat32(4 * i, true)],
    [Float64Array.of(-0.1, 1e300), "<f8", (v: DataView, i: number) => v.getFloat64(8 * i, true)],
  ] as const)("holds %o as numpy's %s", (values, type, read) => {
    const { header, body } = parsed(npy(values, [2]));
    expect(header).toBe(`{'descr': '${type}', 'fortran_order': False, 'shape': (2,), }`);
    expect(body.byteLength).toBe(values.byteLength);
    expect([read(body, 0), read(body, 1)]).toEqual([...values]);
  });

  test("holds a part of a buffer alone", () => {
    const { body } = parsed(npy(Int16Array.of(1, -2, 3, -4).subarray(1, 3), [2, 1]));
    expect([body.byteLength, body.getInt16(0, true), body.getInt16(2, true)]).toEqual([4, -2, 3]);
  });

  test.each([
    [[], 1, "()"],
    [[1], 1, "(1,)"],
    [[1, 1], 1, "(1, 1)"],
    [[0], 0, "(0,)"],
    [[3, 0], 0, "(3, 0)"],
    [[2, 1, 3], 6, "(2, 1, 3)"],
    [new Array<number>(32).fill(1), 1, `(${"1, ".repeat(31)}1)`],
  ])("writes the shape %j", (shape, count, written) => {
    expect(parsed(npy(new Float32Array(count), shape)).header).toContain(`'shape': ${written}, }`);
  });

  test.each<[unknown, string]>([
    [[2, 2], "3 values have no shape (2, 2)"],
    [[-3, -1], "[-3, -1] is no shape"],
    [[0.5, 6], "[0.5, 6] is no shape"],
    [["3"], '["3"] is no shape'],
    [[Number.NaN], "[NaN] is no shape"],
    [[3, undefined], "[3, undefined] is no shape"],
    [new Array(1), "[undefined] is no shape"],
    [new Array(33).fill(1), "up to 32 whole numbers"],
    [[0, 2 ** 60], "is no shape"],
    [3, "3 is no shape"],
    [null, "null is no shape"],
    [undefined, "undefined is no shape"],
  ])("refuses the shape %o of three values", (shape, message) => {
    const act = () => npy(Uint8Array.of(1, 2, 3), shape as number[]);
    expect(act).toThrow(InputError);
    expect(act).toThrow(message);
  });

  test.each<[unknown, string]>([
    [[1, 2, 3], "[1,2,3]"],
    [[1n, 2n, 3n], "an array"],
    ["abc", '"abc"'],
    [new DataView(new ArrayBuffer(3)), "an object"],
    [new ArrayBuffer(3), "an object"],
    [{ length: 3 }, "an object"],
    [undefined, "undefined"],
  ])("refuses %o, which does not say of which type its numbers are", (values, type) => {
    const act = () => npy(values as Uint8Array, [3]);
    expect(act).toThrow(InputError);
    expect(act).toThrow(`npy holds a typed array, got ${type}; say of which type`);
  });
});
