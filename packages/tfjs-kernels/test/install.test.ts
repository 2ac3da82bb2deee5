import * as tf from "@tensorflow/tfjs";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { install } from "../src/install.ts";
import { installForTest, numbers, startWasm } from "./support.ts";

const names = [
  ...["BatchMatMul", "_FusedMatMul", "Sum", "Mean", "GatherV2", "Identity", "Cast", "Square"],
  ...["Conv3DBackpropFilterV2", "Conv3DBackpropInputV2", "MaxPoolGrad", "MaxPoolWithArgmax"],
  ...["Dilation2D", "Dilation2DBackpropInput", "Dilation2DBackpropFilter"],
  ...["UnsortedSegmentSum", "Einsum", "Conv2DBackpropFilter"],
  ...["DepthwiseConv2dNativeBackpropFilter", "DepthwiseConv2dNativeBackpropInput"],
];
const missing = names.slice(-5);
const gradients = ["Einsum", "BatchMatMul", "Unpack", "Cumsum"];
const registered = () => names.map((name) => tf.getKernel(name, "wasm"));

beforeAll(() => startWasm());

afterEach(async () => {
  await tf.setBackend("wasm");
});

describe("installTfjsKernels", () => {
  test("says what it replaced and added, and takes it back", async () => {
    const before = registered();
    const gradientsBefore = gradients.map((name) => tf.getGradient(name));
    const kernels = await installForTest();
    expect(kernels.declined).toBeUndefined();
    expect([...kernels.replaced, ...kernels.added]).toEqual(names);
    expect(kernels.added).toEqual(missing);
    for (const [i, kernel] of registered().entries()) expect(kernel).not.toBe(before[i]);
    for (const [i, name] of gradients.entries()) {
      expect(tf.getGradient(name)).not.toBe(gradientsBefore[i]);
    }

    kernels.restore();
    expect(registered()).toEqual(before);
    for (const [i, kernel] of registered().entries()) expect(kernel).toBe(before[i]);
    expect(gradients.map((name) => tf.getGradient(name))).toEqual(gradientsBefore);
    expect(numbers(() => tf.matMul(tf.ones([2, 3]), tf.ones([3, 1])))).toEqual([3, 3]);
    expect(() => tf.einsum("a->", tf.ones([2]))).toThrow(/not registered/);
    kernels.restore();
    for (const [i, kernel] of registered().entries()) expect(kernel).toBe(before[i]);
  });

  test("stays until the last who installed has restored, however often one of them does", async () => {
    const before = registered();
    const [first, second] = await Promise.all([installForTest(), installForTest()]);
    const ours = registered();
    first.restore();
    first.restore();
    expect(registered()).toEqual(ours);
    expect(numbers(() => tf.einsum("a,a->", tf.ones([2]), tf.ones([2])))).toEqual([2]);
    const third = await installForTest();
    expect(registered()).toEqual(ours);
    second.restore();
    expect(registered()).toEqual(ours);
    third.restore();
    expect(registered()).toEqual(before);
    const fourth = await installForTest();
    first.restore();
    expect(fourth.replaced).toContain("BatchMatMul");
    expect(registered()).not.toEqual(before);
    fourth.restore();
  });

  test("goes with the backend: what was installed on one that is gone is forgotten", async () => {
    const first = await installForTest();
    const factory = tf.findBackendFactory("wasm");
    tf.removeBackend("wasm");
    tf.registerBackend("wasm", factory, 2);
    await tf.setBackend("wasm");
    const second = await installForTest();
    expect(second.replaced).toEqual(first.replaced);
    first.restore();
    expect(numbers(() => tf.einsum("ab,b->a", tf.ones([2, 3]), tf.ones([3])))).toEqual([3, 3]);
    second.restore();
    expect(numbers(() => tf.matMul(tf.ones([2, 3]), tf.ones([3, 1])))).toEqual([3, 3]);
  });

  test("leaves a kernel that somebody has replaced since", async () => {
    const kernels = await installForTest();
    const theirs = { ...tf.getKernel("Square", "wasm") };
    tf.unregisterKernel("Square", "wasm");
    tf.registerKernel(theirs);
    kernels.restore();
    expect(tf.getKernel("Square", "wasm")).toBe(theirs);
  });

  test("what somebody kept of ours is TensorFlow.js's own once it is taken back", async () => {
    const kernels = await installForTest();
    const [matMul, einsum] = ["BatchMatMul", "Einsum"].map((name) => tf.getKernel(name, "wasm"));
    kernels.restore();
    const integers = tf.tensor2d([1, 2, 3, 4], [2, 2], "int32");
    const [a, backend] = [tf.ones([2, 2]), tf.backend()];
    const attrs = { transposeA: false, transposeB: false };
    const out = matMul.kernelFunc({ inputs: { a, b: a }, attrs, backend }) as tf.TensorInfo;
    expect(backend.readSync(out.dataId)).toEqual(Float32Array.of(2, 2, 2, 2));
    backend.disposeData(out.dataId);
    expect(() => einsum.kernelFunc({ inputs: { 0: integers }, backend })).toThrow(
      "install the kernels again",
    );
  });

  test("leaves other backends alone", async () => {
    const own = tf.getKernel("BatchMatMul", "wasm").kernelFunc;
    const seen: unknown[] = [];
    const config = tf.getKernel("BatchMatMul", "wasm");
    config.kernelFunc = (args) => {
      seen.push(args.backend);
      return own(args);
    };
    await installForTest();
    const other = Object.create(tf.backend());
    const [a, b] = [tf.ones([2, 2]), tf.ones([2, 2])];
    const args = { inputs: { a, b }, attrs: { transposeA: false, transposeB: false } };
    tf.getKernel("BatchMatMul", "wasm").kernelFunc({ ...args, backend: other });
    expect(seen).toEqual([other]);
    config.kernelFunc = own;
    expect(() =>
      tf.getKernel("Einsum", "wasm").kernelFunc({ inputs: { 0: a }, backend: other }),
    ).toThrow("install the kernels again");
  });
});

describe("declines, and changes nothing,", () => {
  async function reasonOf(pretended: object): Promise<string | undefined> {
    const before = registered();
    const { replaced, added, declined, restore } = await install({
      ...tf,
      ...pretended,
    } as typeof tf);
    expect([...replaced, ...added]).toEqual([]);
    restore();
    expect(registered()).toEqual(before);
    return declined;
  }

  /** The backend with some of its parts changed. */
  const backendWith = (parts: object, wasm: object) => {
    const real = tf.backend() as unknown as { wasm: object };
    const changed = Object.assign(Object.create(real), {
      wasm: Object.assign(Object.create(real.wasm), wasm),
      ...parts,
    });
    return { backend: () => changed };
  };

  test("another version", async () => {
    expect(await reasonOf({ version_core: "5.0.0" })).toContain("version 5.0.0; we know 4");
  });

  test("another backend", async () => {
    await tf.setBackend("cpu");
    expect(await reasonOf({})).toContain("the backend is cpu; we know wasm");
  });

  test.each([
    [{}, { _malloc: undefined }],
    [{}, { _free: undefined }],
    [{ makeOutput: undefined }, {}],
    [{ incRef: undefined }, {}],
    [{ dataIdMap: new Map([["get", 1]]).entries() }, {}],
    [{ wasm: null }, {}],
  ])("a backend without its parts: %j, %j", async (parts, wasm) => {
    expect(await reasonOf(backendWith(parts, wasm))).toContain("has not the parts we know");
  });

  test("a memory that is hidden, or another one", async () => {
    expect(await reasonOf(backendWith({}, { asm: {} }))).toContain("does not show its memory");
    const other = new WebAssembly.Memory({ initial: 1 });
    expect(await reasonOf(backendWith({}, { asm: { other } }))).toContain(
      "does not show its memory",
    );
  });

  test("threads", async () => {
    const shared = { buffer: new SharedArrayBuffer(8) };
    expect(await reasonOf(backendWith({}, { HEAPU8: shared }))).toContain("runs with threads");
  });

  test("tensors that lie elsewhere", async () => {
    const dataIdMap = { get: () => ({ memoryOffset: 64 }) };
    expect(await reasonOf(backendWith({ dataIdMap }, {}))).toContain(
      "keeps tensors in another way",
    );
  });

  test("no memory left", async () => {
    expect(await reasonOf(backendWith({}, { _malloc: () => 0 }))).toContain("no memory left");
  });

  test("wrong numbers", async () => {
    expect(await reasonOf({ gather: () => tf.tensor1d([1, 2, 3, 4]) })).toContain(
      "our GatherV2 gives other numbers than it should under TensorFlow.js 4",
    );
  });
});
