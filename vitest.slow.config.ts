import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

const conditions = ["@grokscape/source", ...defaultServerConditions];

/** `pnpm test:slow`: what takes minutes, for the night. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ["{packages/*/,apps/*/,}test/**/*.slow.ts"], testTimeout: 600_000 },
});
