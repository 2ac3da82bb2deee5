import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build, defaultClientConditions, defaultServerConditions } from "vite";

const program = fileURLToPath(new URL("./in-node.program.ts", import.meta.url));
const page = fileURLToPath(new URL("./page", import.meta.url));
const out = fileURLToPath(new URL("../../node_modules/.cache/bits/", import.meta.url));
const source = "@grokscape/source";
const quiet = { configFile: false, logLevel: "error" } as const;

/** The program for Node, as plain JavaScript that every supported version reads. Returns its path. */
export async function bundleProgram(): Promise<string> {
  await build({
    ...quiet,
    root: dirname(program),
    resolve: { conditions: [source, ...defaultServerConditions] },
    ssr: {
      resolve: { conditions: [source, ...defaultServerConditions] },
      noExternal: /^(?!@tensorflow\/)/,
      external: ["@tensorflow/tfjs", "@tensorflow/tfjs-backend-wasm"],
    },
    build: {
      ...{ ssr: program, target: "es2023", outDir: `${out}node` },
      ...{ emptyOutDir: true, minify: false },
    },
  });
  return `${out}node/in-node.program.js`;
}

/** The page for browsers. Returns its folder. */
export async function bundlePage(): Promise<string> {
  await build({
    ...quiet,
    root: page,
    base: "./",
    resolve: { conditions: [source, ...defaultClientConditions] },
    build: { target: "esnext", outDir: `${out}page`, emptyOutDir: true },
  });
  return `${out}page`;
}

export const removeBundles = () => rm(out, { recursive: true, force: true });
