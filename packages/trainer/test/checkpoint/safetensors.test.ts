import { decodeSafetensors, encodeSafetensors } from "@grokscape/trainer";
import { describe, expect, test } from "vitest";

const file = {
  tensors: {
    W: { shape: [2, 3], data: Float32Array.of(0, -1.5, 3e-45, 4, 5, Number.NaN) },
    "optimiser/adam.m": { shape: [1], data: Float64Array.of(Math.PI) },
  },
  metadata: { made: "by a test — ü" },
};

describe("safetensors", () => {
  test("the bytes are those of the format's definition", () => {
    const bytes = encodeSafetensors({
      tensors: { a: { shape: [2], data: Float32Array.of(1, -2) } },
      metadata: {},
    });
    const header = '{"__metadata__":{},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}';
    const padded = header.padEnd(Math.ceil(header.length / 8) * 8);
    expect(new TextDecoder().decode(bytes.subarray(8, 8 + padded.length))).toBe(padded);
    expect([...bytes.subarray(0, 8)]).toEqual([padded.length, 0, 0, 0, 0, 0, 0, 0]);
    expect([...bytes.subarray(8 + padded.length)]).toEqual([0, 0, 128, 63, 0, 0, 0, 192]);
  });

  test("what is written is read back, wherever the bytes lie", () => {
    const bytes = encodeSafetensors(file);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(decodeSafetensors(bytes)).toEqual(file);
    expect(decodeSafetensors(Buffer.from(bytes))).toEqual(file);
    expect(decodeSafetensors(shifted.subarray(3))).toEqual(file);
  });

  test("a file cut short anywhere is refused", () => {
    const bytes = encodeSafetensors(file);
    for (const length of [0, 7, 8, 20, bytes.length - 1]) {
      expect(() => decodeSafetensors(bytes.subarray(0, length))).toThrow(/safetensors/);
    }
  });

  test.each([
    ['{"a":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}', /I64, not F32/],
    ['{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}', /tensor a should be/],
    ['{"a":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}', /tensor a should be/],
    ['{"a":{"dtype":"F32"}}', /has no place/],
    ['{"a":null}', /undefined, not F32/],
    ["[}", /no JSON/],
  ])("%s is refused", (header, message) => {
    const json = new TextEncoder().encode(header);
    const bytes = new Uint8Array(8 + json.length + 8);
    bytes[0] = json.length;
    bytes.set(json, 8);
    expect(() => decodeSafetensors(bytes)).toThrow(message);
  });
});
