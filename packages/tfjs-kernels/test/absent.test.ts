import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

test("without TensorFlow.js, which they are for, the kernels cannot be loaded", async () => {
  const hooks = `data:text/javascript,${encodeURIComponent(`
    import { registerHooks } from "node:module";
    registerHooks({
      resolve(name, context, next) {
        if (name !== "@tensorflow/tfjs") return next(name, context);
        throw Object.assign(new Error(), { code: "ERR_MODULE_NOT_FOUND" });
      },
    });`)}`;
  const words = ["--no-warnings", "--conditions=@grokscape/source", "--import", hooks];
  const program = `
    await import("@grokscape/tfjs-kernels").catch(({ code }) => console.log(code));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...words, "--input-type=module", "--eval", program],
    { cwd: import.meta.dirname },
  );
  expect(stdout).toBe("ERR_MODULE_NOT_FOUND\n");
});
