import { dataset, InputError, split } from "@grokscape/group-datasets";
import { initialise } from "@grokscape/models";
import { installTfjsKernels } from "@grokscape/tfjs-kernels";
import { type Problem, runConfig } from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import * as tf from "@tensorflow/tfjs";
import "@tensorflow/tfjs-backend-wasm";
import { beforeEach, describe, expect, test } from "vitest";
import { additionTask } from "../toy-task.ts";
import { bytesOf, networkBytes } from "./network-bytes.ts";

/* What others do with TensorFlow.js changes nothing in a run, and a run changes nothing for them. */

const [, { model, tfjs: bytes }] = networkBytes;
const engine = tfjsEngine();
const task = additionTask(5);
const { train, test: heldOut } = split(task, { fraction: 0.5, seed: 4 });

function open() {
  const problem: Problem = {
    ...runConfig({ task: task.id, model: { width: 6 } }),
    shape: task,
    train: dataset(task, train),
    test: dataset(task, heldOut),
  };
  return engine.open(problem, {
    step: 0,
    weights: initialise(problem.model, task, 1),
    optimiser: {},
  });
}

function fail(): never {
  throw new Error("this is not to be called");
}

/** Puts something of somebody's in the place of a kernel and a gradient, until it is called. */
function replace(name: string, kernelFunc: tf.KernelFunc, gradFunc: tf.GradFunc): () => void {
  const [kernel, gradient] = [tf.getKernel(name, "wasm"), tf.getGradient(name)];
  tf.unregisterKernel(name, "wasm");
  tf.registerKernel({ ...kernel, kernelFunc });
  tf.registerGradient({ ...gradient, gradFunc });
  return () => {
    tf.unregisterKernel(name, "wasm");
    tf.registerKernel(kernel);
    tf.registerGradient(gradient);
  };
}

test.each(["Multiply", "Softmax", "Rsqrt", "Slice", "Relu", "Concat"])(
  "a run does not begin where somebody has replaced %s",
  async (name) => {
    const { kernelFunc } = tf.getKernel("ZerosLike", "wasm");
    const { gradFunc } = tf.getGradient(name);
    const x = (args: Parameters<tf.KernelFunc>[0]) => {
      const inputs = args.inputs as tf.NamedTensorInfoMap;
      return kernelFunc({ ...args, inputs: { x: inputs.x ?? inputs.a ?? inputs.logits } });
    };
    const putBack = replace(name, x, gradFunc);
    try {
      await expect(open()).rejects.toThrow(InputError);
      await expect(open()).rejects.toThrow(/been replaced|cannot be used/);
    } finally {
      putBack();
    }
  },
);

test("where nobody has set a backend, none is set afterwards", async () => {
  const { numTensors } = tf.engine().state;
  expect(tf.getBackend() ?? null).toBeNull();
  expect(await bytesOf(engine, model)).toBe(bytes);
  expect(tf.getBackend() ?? null).toBeNull();
  await tf.ready();
  expect(tf.getBackend()).toBe("wasm");
  expect(tf.engine().state.numTensors).toBe(numTensors);
});

describe("a run has its own bytes", () => {
  beforeEach(async () => {
    await tf.setBackend("wasm");
  });

  test.each<[string, (step: number) => unknown]>([
    ["sets the cpu backend", () => tf.setBackend("cpu")],
    ["sets one backend after the other", (step) => tf.setBackend(["cpu", "wasm"][step % 2])],
    [
      "installs our kernels and takes them back",
      async () => (await installTfjsKernels()).restore(),
    ],
    ["clears variables", () => tf.disposeVariables()],
    [
      "changes flags",
      (step) => {
        tf.env().set("WASM_HAS_SIMD_SUPPORT", step % 2 === 0);
        tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", step % 2 === 1);
        tf.env().set("IS_TEST", step % 2 === 0);
      },
    ],
    [
      "opens a scope at one step and ends it at the next",
      (step) => (step % 2 === 0 ? tf.engine().startScope() : tf.engine().endScope()),
    ],
    [
      "takes the wasm backend away",
      () => {
        const factory = tf.findBackendFactory("wasm");
        tf.removeBackend("wasm");
        tf.registerBackend("wasm", factory, 2);
      },
    ],
  ])("while somebody %s", async (_, meanwhile) => {
    expect(await bytesOf(engine, model, meanwhile)).toBe(bytes);
    tf.env().reset();
  });

  test("where it was opened in somebody's scope that has ended", async () => {
    const outside = (await open()).measure();
    tf.engine().startScope();
    const session = await open();
    tf.engine().endScope();
    expect(session.measure()).toEqual(outside);
  });

  test("while somebody has kernels and gradients of his own", async () => {
    let putBack = () => {};
    try {
      const changed = bytesOf(engine, model, (step) => {
        if (step === 0) putBack = replace("Multiply", fail, fail);
      });
      expect(await changed).toBe(bytes);
      expect(tf.getKernel("Multiply", "wasm").kernelFunc).toBe(fail);
      expect(tf.getGradient("Multiply").gradFunc).toBe(fail);
    } finally {
      putBack();
    }
  });

  test("beside another run", async () => {
    const runs = [bytesOf(engine, model), bytesOf(tfjsEngine(), model), bytesOf(engine, model)];
    expect(await Promise.all(runs)).toEqual([bytes, bytes, bytes]);
  });
});

describe("who else uses TensorFlow.js", () => {
  test.each(["cpu", "wasm"])("has the %s backend as it was, its tensors too", async (name) => {
    await tf.setBackend(name);
    const backend = tf.backend();
    const x = tf.tensor2d([1, 2, 3, 4], [2, 2]);
    const { numTensors } = tf.memory();
    const products: number[] = [];
    await bytesOf(engine, model, () => {
      products.push(tf.tidy(() => tf.matMul(x, tf.exp(tf.sub(x, x))).dataSync()[3]) as never);
      expect(tf.backend()).toBe(backend);
    });
    expect(new Set(products)).toEqual(new Set([7]));
    expect(tf.getBackend()).toBe(name);
    expect(tf.memory().numTensors).toBe(numTensors);
    x.dispose();
  });

  test("keeps the kernels that he installed, and the memory", async () => {
    await tf.setBackend("wasm");
    const kernels = await installTfjsKernels();
    const session = await open();
    session.measure();
    expect([...tf.einsum("a,a->", tf.ones([3]), tf.ones([3])).dataSync()]).toEqual([3]);
    kernels.restore();
    session.measure();
    session.dispose();
    session.dispose();
    expect(() => tf.einsum("a,a->", tf.ones([3]), tf.ones([3]))).toThrow(/not registered/);
  });

  test("is told to wait where a backend of his is just starting", async () => {
    const session = await open();
    const factory = tf.findBackendFactory("wasm");
    tf.removeBackend("wasm");
    tf.registerBackend("wasm", factory, 2);
    const setting = tf.setBackend("wasm");
    expect(() => session.measure()).toThrow(InputError);
    expect(() => session.measure()).toThrow(/just starting its wasm backend.*await/);
    const second = open();
    expect(await setting).toBe(true);
    expect(session.measure()).toEqual((await second).measure());
    expect(tf.getBackend()).toBe("wasm");
  });

  test("is told where he reset TensorFlow.js under a run; the next run is as ever", async () => {
    const session = await open();
    tf.engine().reset();
    expect(() => session.measure()).toThrow(InputError);
    expect(() => session.measure()).toThrow(/TensorFlow.js was reset under a run/);
    session.dispose();
    expect(await bytesOf(engine, model)).toBe(bytes);
  });
});
