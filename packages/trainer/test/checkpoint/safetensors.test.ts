import { createHash } from "node:crypto";
import { InputError } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import {
  decodeCheckpoint,
  decodeSafetensors,
  encodeCheckpoint,
  encodeSafetensors,
  hashTensors,
  nothingReached,
} from "@grokscape/trainer";
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

  test("tensors lie where they may, not where numbers of their size would", () => {
    const tensors = {
      odd: { shape: [1], data: Float32Array.of(1.5) },
      wide: { shape: [2], data: Float64Array.of(Math.E, -0) },
    };
    expect(decodeSafetensors(encodeSafetensors({ tensors, metadata: {} })).tensors).toEqual(
      tensors,
    );
    const header =
      '{"b":{"dtype":"F32","shape":[1],"data_offsets":[1,5]},"a":{"dtype":"I8","shape":[1,1],"data_offsets":[0,1]},"none":{"dtype":"F64","shape":[3,0],"data_offsets":[5,5]},"one":{"dtype":"U8","shape":[],"data_offsets":[5,6]}}';
    const { tensors: read } = decodeSafetensors(fileOf(header, [0xff, 0, 0, 0xc0, 0x3f, 7]));
    expect(Object.keys(read)).toEqual(["b", "a", "none", "one"]);
    expect(read.b).toEqual({ shape: [1], data: Float32Array.of(1.5) });
    expect(read.a).toEqual({ shape: [1, 1], data: Float32Array.of(-1) });
    expect(read.none).toEqual({ shape: [3, 0], data: new Float64Array(0) });
    expect(read.one).toEqual({ shape: [], data: Float32Array.of(7) });
  });

  test("no name is special, and none touches a prototype", () => {
    const named = JSON.parse('{"__proto__":[1],"constructor":[2],"toString":[3]}');
    const tensors = Object.fromEntries(
      Object.entries(named).map(([name, numbers]) => [
        name,
        { shape: [1], data: Float32Array.from(numbers as number[]) },
      ]),
    );
    const metadata = JSON.parse('{"__proto__":"text"}');
    const read = decodeSafetensors(encodeSafetensors({ tensors, metadata }));
    for (const object of [read.tensors, read.metadata]) {
      expect(Object.getPrototypeOf(object)).toBeNull();
    }
    expect(Object.entries(read.tensors)).toEqual(Object.entries(tensors));
    expect(Object.entries(read.metadata)).toEqual([["__proto__", "text"]]);
  });

  test.each<[string, number[], number[]]>([
    [
      "F16",
      [0x00, 0x3c, 0x00, 0xc0, 0xff, 0x7b, 0x01, 0x00, 0xff, 0x83, 0x00, 0x04],
      [1, -2, 65504, 2 ** -24, -1023 * 2 ** -24, 2 ** -14],
    ],
    ["F16", [0x00, 0x7c, 0x00, 0xfc, 0x00, 0x7e, 0x00, 0x80], [Infinity, -Infinity, NaN, -0]],
    ["BF16", [0x80, 0x3f, 0x49, 0xc0, 0x80, 0x7f, 0x01, 0x00], [1, -3.140625, Infinity, 2 ** -133]],
    ["F32", [0, 0, 0xc0, 0xbf], [-1.5]],
    ["F64", [0, 0, 0, 0, 0, 0, 0xf8, 0x3f], [1.5]],
    ["BOOL", [1, 0], [1, 0]],
    ["U8", [255], [255]],
    ["I8", [255], [-1]],
    ["U16", [0xff, 0xff], [65535]],
    ["I16", [0xff, 0xff], [-1]],
    ["U32", [0xff, 0xff, 0xff, 0xff], [4294967295]],
    ["I32", [0xff, 0xff, 0xff, 0x7f], [2147483647]],
    ["U64", [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x1f, 0], [Number.MAX_SAFE_INTEGER]],
    ["I64", [0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], [-2]],
  ])("%s of %j is read exactly", (dtype, bytes, numbers) => {
    const entry = { dtype, shape: [numbers.length], data_offsets: [0, bytes.length] };
    const { tensors } = decodeSafetensors(fileOf(JSON.stringify({ a: entry }), bytes));
    expect([...tensors.a.data]).toEqual(numbers);
  });

  test("a whole number that no double holds is refused", () => {
    const header = '{"a":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}';
    const file = fileOf(header, [1, 0, 0, 0, 0, 0, 0x20, 0]);
    expect(() => decodeSafetensors(file)).toThrow("tensor a holds 9007199254740993");
  });

  const f32 = (name: string, from: number, to: number, shape: unknown = [(to - from) / 4]) =>
    `"${name}":{"dtype":"F32","shape":${JSON.stringify(shape)},"data_offsets":[${from},${to}]}`;

  test.each<[string, RegExp, number?]>([
    // what it says is not what is there
    [`{${f32("a", 0, 8, [3])}}`, /tensor a is at bytes 0 to 8, where its shape takes 12/],
    [`{${f32("a", -8, 0)}}`, /tensor a has no place/],
    [`{${f32("a", 8, 0)}}`, /shape that is no whole numbers/],
    [`{${f32("a", 0, 8, [-2, -1])}}`, /shape that is no whole numbers/],
    [`{${f32("a", 0, 8, [0.5, 4])}}`, /shape that is no whole numbers/],
    [`{${f32("a", 0, 8, ["2"])}}`, /shape that is no whole numbers/],
    [`{${f32("a", 0, 8, "2")}}`, /shape that is no whole numbers/],
    [`{${f32("a", 0, 8, null)}}`, /shape that is no whole numbers/],
    [`{${f32("a", 0, 8).replace("[2]", "[2.0]")}}`, /shape that is no whole numbers/],
    [`{${f32("a", 0, 8).replace("[2]", "[2e0]")}}`, /shape that is no whole numbers/],
    [`{${f32("a", 0, 8).replace("[2]", "[-0]")}}`, /shape that is no whole numbers/],
    [`{${f32("a", 0, 8).replace("[2]", `[${2 ** 40},${2 ** 40},0]`)}}`, /takes over/],
    [`{${f32("a", 0, 8).replace("[0,8]", "[0,8,8]")}}`, /tensor a has no place/],
    [`{${f32("a", 0, 8).replace("[0,8]", "[0,8.5]")}}`, /tensor a has no place/],
    ['{"a":{"dtype":"F32"}}', /shape that is no whole numbers/],
    ['{"a":{"shape":[2],"data_offsets":[0,8]}}', /tensor a has no type/],
    ['{"a":null}', /tensor a is not described/],
    ['{"a":[]}', /tensor a is not described/],
    // overlaps, holes and rests
    [`{${f32("a", 0, 8)},${f32("b", 0, 8)}}`, /tensor b begins at byte 0, not at 8/],
    [`{${f32("a", 0, 8)},${f32("b", 4, 8)}}`, /tensor b begins at byte 4, not at 8/],
    [`{${f32("a", 4, 8)}}`, /tensor a begins at byte 4, not at 0/],
    [`{${f32("a", 0, 4)}}`, /its tensors take 4 bytes, of 8/],
    [`{${f32("a", 0, 12)}}`, /its tensors take 12 bytes, of 8/],
    ["{}", /its tensors take 0 bytes, of 8/],
    // types
    [`{${f32("a", 0, 8).replace("F32", "F8_E4M3")}}`, /type F8_E4M3, where F64, F32, F16, BF16/],
    [`{${f32("a", 0, 8).replace("F32", "toString")}}`, /type toString, where F64/],
    [`{${f32("a", 0, 8).replace('"F32"', "32")}}`, /tensor a has no type/],
    // names that are there twice
    [`{${f32("a", 0, 4)},${f32("a", 4, 8)}}`, /no JSON: it has "a" twice/],
    [`{${f32("a", 0, 4)},${f32("\\u0061", 4, 8)}}`, /no JSON: it has "a" twice/],
    [`{"__metadata__":{},${f32("a", 0, 8)},"__metadata__":{}}`, /it has "__metadata__" twice/],
    [`{${f32("a", 0, 8).replace("{", '{"dtype":"F64",')}}`, /it has "dtype" twice/],
    [`{"__metadata__":{"x":"1","x":"1"},${f32("a", 0, 8)}}`, /it has "x" twice/],
    // metadata
    [`{"__metadata__":5,${f32("a", 0, 8)}}`, /its metadata are no object/],
    [`{"__metadata__":[],${f32("a", 0, 8)}}`, /its metadata are no object/],
    [`{"__metadata__":{"x":1},${f32("a", 0, 8)}}`, /its metadata x is no text/],
    [`{"__metadata__":{"x":null},${f32("a", 0, 8)}}`, /its metadata x is no text/],
    [`{"__metadata__":{"x":{}},${f32("a", 0, 8)}}`, /its metadata x is no text/],
    [`{${f32("__metadata__", 0, 8)}}`, /its metadata shape is no text|its metadata dtype|no text/],
    // no JSON object
    ["", /no JSON/],
    ["[]", /no JSON object/],
    ["5", /no JSON object/],
    ["null", /no JSON object/],
    ['"text"', /no JSON object/],
    [` {${f32("a", 0, 8)}}`, /no JSON object/],
    [`\ufeff{${f32("a", 0, 8)}}`, /no JSON/],
    ["[}", /no JSON/],
    ["{", /no JSON: it ends too early/],
    [`{${f32("a", 0, 8)},}`, /no JSON/],
    [`{${f32("a", 0, 8)}}}`, /no JSON/],
    [`{${f32("a", 0, 8)}}\0`, /no JSON/],
    [`{"a":{"shape":[02]}}`, /no JSON/],
    [`{"a":tru}`, /no JSON/],
    [`{"a":NaN}`, /no JSON/],
    [`{"a":${"9".repeat(1000)}}`, /no JSON/],
    [`{"a\nb":{}}`, /no JSON/],
    [`{"\\ud800":{}}`, /no JSON: a text in it is no Unicode/],
    [`{"a":"\\\\\\"}`, /no JSON: a text in it does not end/],
    [`{"a":${"[".repeat(1000)}${"]".repeat(1000)}}`, /no JSON: it is nested deeper than 128/],
  ])("%s is refused", (header, message) => {
    const file = fileOf(header, [0, 0, 0, 0, 0, 0, 0, 0]);
    expect(() => decodeSafetensors(file)).toThrow(InputError);
    expect(() => decodeSafetensors(file)).toThrow(message);
  });

  test("what the format's reader takes is taken", () => {
    const more = f32("a", 0, 8).replace("{", '{"extra":[1.5,{"x":-1e3},true],');
    const header = `{"__metadata__":null ,\n\t${more} } \r\n`;
    expect(decodeSafetensors(fileOf(header, Array(8).fill(0)))).toEqual({
      tensors: { a: { shape: [2], data: new Float32Array(2) } },
      metadata: {},
    });
    expect(decodeSafetensors(fileOf("{}", []))).toEqual({ tensors: {}, metadata: {} });
    const escaped = `{"__metadata__":{"a\\"\\\\":"\\u00fc\\n\\\\"}}`;
    expect(decodeSafetensors(fileOf(escaped, [])).metadata).toEqual({ 'a"\\': "ü\n\\" });
  });

  test("a header that is too long, or no UTF-8, is refused before it is read", () => {
    const file = fileOf("{}", []);
    new DataView(file.buffer).setBigUint64(0, 2n ** 64n - 1n, true);
    expect(() => decodeSafetensors(file)).toThrow(/a header of 18446744073709552000 bytes/);
    new DataView(file.buffer).setBigUint64(0, 10_000_001n, true);
    expect(() => decodeSafetensors(file)).toThrow(/where 10000000 are the most/);
    const text = fileOf('{"ab":1}', []);
    text.set([0xc3, 0x28], 10);
    expect(() => decodeSafetensors(text)).toThrow(/no JSON/);
  });

  test.each<[string, object, RegExp]>([
    [
      "another shape",
      { a: { shape: [3], data: new Float32Array(2) } },
      /has 2 numbers for shape 3/,
    ],
    ["another type", { a: { shape: [2], data: new Int32Array(2) } }, /tensor a is a Int32Array/],
    ["a name that is taken", { __metadata__: file.tensors.W }, /can be named __metadata__/],
  ])("a tensor of %s is not written", (_what, tensors, message) => {
    expect(() => encodeSafetensors({ tensors: tensors as Tensors, metadata: {} })).toThrow(message);
  });

  test("metadata that are no text are not written", () => {
    const metadata = { step: 5 } as unknown as Record<string, string>;
    expect(() => encodeSafetensors({ tensors: {}, metadata })).toThrow(
      "metadata step is 5, no text",
    );
  });
});

describe("a checkpoint whose checksum is right", () => {
  const state = {
    step: 3,
    weights: { W: { shape: [2], data: Float32Array.of(1, 2) } },
    optimiser: { "adam.first/W": { shape: [2], data: Float32Array.of(3, 4) } },
    progress: { ...nothingReached, memorisedAt: 1, memorisedSince: 2, goalSince: 2 },
    origin: { run: "a-1", examples: "e", rows: "r" },
  };

  /** The checkpoint's file with another text for its state, under a checksum of its own. */
  function withState(text: string) {
    const { tensors } = decodeSafetensors(encodeCheckpoint(state));
    const checksum = createHash("sha256").update(text + hashTensors(tensors));
    return encodeSafetensors({
      tensors,
      metadata: { state: text, checksum: checksum.digest("hex") },
    });
  }

  test("is read as it was written, with the step that its goal is reached since", () => {
    expect(decodeCheckpoint(encodeCheckpoint(state))).toEqual(state);
    expect(
      decodeCheckpoint(withState(JSON.stringify({ step: 3, progress: state.progress }))),
    ).toEqual({
      ...state,
      origin: undefined,
    });
  });

  test("of an early version has no steps from which accuracies were held", () => {
    const progress = { memorisedAt: 1, generalisedAt: null, goalSince: 2 };
    expect(decodeCheckpoint(withState(JSON.stringify({ step: 3, progress }))).progress).toEqual({
      ...nothingReached,
      ...progress,
    });
  });

  test.each([
    "{",
    "null",
    '{"step":3}',
    JSON.stringify({ step: 3, progress: { ...state.progress, goalSince: -1 } }),
    JSON.stringify({ step: 3.5, progress: state.progress }),
    JSON.stringify({ step: 3, progress: state.progress, origin: { run: "a-1" } }),
    JSON.stringify({ step: 3, progress: state.progress, more: 1 }),
  ])("but says %s is refused", (text) => {
    expect(() => decodeCheckpoint(withState(text))).toThrow(InputError);
    expect(() => decodeCheckpoint(withState(text))).toThrow("has not the form it should have");
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])("but holds %s is refused", (value) => {
    const W = { shape: [2], data: Float32Array.of(1, value) };
    const file = encodeCheckpoint({ ...state, weights: { W } });
    expect(() => decodeCheckpoint(file)).toThrow(`W holds ${value}`);
    const moment = encodeCheckpoint({ ...state, optimiser: { "adam.first/W": W } });
    expect(() => decodeCheckpoint(moment)).toThrow(`optimiser/adam.first/W holds ${value}`);
  });

  test("is no checkpoint if it is somebody else's file", () => {
    expect(() => decodeCheckpoint(encodeSafetensors(file))).toThrow("no checkpoint");
  });
});

function fileOf(header: string, data: readonly number[]): Uint8Array {
  const json = new TextEncoder().encode(header);
  const bytes = new Uint8Array(8 + json.length + data.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
  bytes.set(json, 8);
  bytes.set(data, 8 + json.length);
  return bytes;
}
