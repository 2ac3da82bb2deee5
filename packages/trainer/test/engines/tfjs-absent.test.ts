import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

/* Without TensorFlow.js everything works but its engine, which says how to install it. */

const hooks = (absent: string) =>
  `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from "node:module";
  registerHooks({
    resolve(name, context, next) {
      if (name.split("/").slice(0, 2).join("/") !== "${absent}") return next(name, context);
      throw Object.assign(new Error("Cannot find package '${absent}' imported from here"), {
        code: "ERR_MODULE_NOT_FOUND",
      });
    },
  });`)}`;

async function withoutPackage(absent: string, program: string): Promise<string> {
  const words = ["--no-warnings", "--conditions=@grokscape/source", "--import", hooks(absent)];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...words, "--input-type=module", "--eval", program],
    { cwd: import.meta.dirname },
  );
  return stdout;
}

const subpaths = ["", "/internal", "/node", "/tfjs", "/wasm", "/worker"];

test("every other part is there", async () => {
  const program = `
    ${subpaths.map((path) => `import "@grokscape/trainer${path}";`).join("\n")}
    console.log("there");`;
  expect(await withoutPackage("@tensorflow/tfjs", program)).toBe("there\n");
});

test.each(["@tensorflow/tfjs", "@tensorflow/tfjs-backend-wasm"])(
  "the engine names %s and how to install it",
  async (absent) => {
    const program = `
      import { runConfig, train } from "@grokscape/trainer";
      import { tfjsEngine } from "@grokscape/trainer/tfjs";
      const config = runConfig({ task: "cyclic:7", model: { width: 8 } });
      await train(config, { engine: tfjsEngine() }).next().catch(({ name, message }) =>
        console.log(name + ": " + message));`;
    expect(await withoutPackage(absent, program)).toBe(
      `InputError: the tfjs engine needs ${absent}, which is not there; npm install @tensorflow/tfjs @tensorflow/tfjs-backend-wasm\n`,
    );
  },
);
