import { defaultClientConditions, defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

const source = "@grokscape/source";
const name = process.env.MUTATION_PACKAGE;

/** A package's own tests in one thread; without those that need a card or a page, or other processes. */
export default defineConfig({
  resolve: { conditions: [source, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [source, ...defaultServerConditions] } },
  test: {
    include: [`packages/${name}/test/**/*.test.ts`],
    exclude: [
      "**/*.browser.test.ts",
      "**/webgpu/**",
      "**/{page,built-page,nodes,python,tfjs-absent,sweep}.test.ts",
    ],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    isolate: name === "trainer",
  },
});
