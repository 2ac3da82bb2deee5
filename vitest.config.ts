import { existsSync } from "node:fs";
import { playwright } from "@vitest/browser-playwright";
import { defaultClientConditions, defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

const source = "@grokscape/source";
const chromium = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium"; // npm test sets it

/** Ends only what never would, on however slow and busy a machine; in milliseconds. */
const patience = {
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 500_000 } },
};

/** What looks at the built site. */
const built = "docs/test/site/**/*.test.ts";

/** Packages of pure functions: their tests leave nothing behind, and need no process a file. */
const pure = "packages/{group-datasets,measures,models,theory,viz}/test/**/*.test.ts";

const node = {
  resolve: { conditions: [source, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [source, ...defaultServerConditions] } },
  test: {
    name: "node",
    include: ["{packages,apps}/*/test/**/*.test.ts", "docs/test/**/*.test.ts", "test/*.test.ts"],
    exclude: ["**/*.browser.test.ts", built, pure, "**/node_modules/**"],
    ...patience,
    // how the tests were started is not how the program in them was
    env: { npm_lifecycle_event: "", npm_command: "" },
  },
};

const site = {
  ...node,
  test: {
    ...node.test,
    name: "site",
    include: [built],
    exclude: [],
    globalSetup: ["docs/test/site/build.ts"],
  },
};

// by name the last of the projects: these files are small, and keep all cores busy to the end
const units = {
  ...node,
  test: {
    ...node.test,
    name: "units",
    include: [pure],
    exclude: ["**/*.browser.test.ts"],
    isolate: false,
  },
};

const browser = {
  resolve: { conditions: [source, ...defaultClientConditions] },
  // dependencies are bundled before the tests, not when a worker first asks for one
  optimizeDeps: { entries: ["packages/*/src/**/*.ts", "!packages/trainer/src/node/**"] },
  test: {
    name: "browser",
    include: ["packages/*/test/**/*.browser.test.ts"],
    ...patience,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          executablePath: chromium,
          args: [
            ...["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            // a graphics card made of software
            ...["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"],
          ],
        },
      }),
      instances: [{ browser: "chromium" as const }],
    },
  },
};

export default defineConfig({
  test: {
    maxWorkers: "100%",
    projects: existsSync(chromium) ? [node, site, units, browser] : [node, site, units],
  },
});
