import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

const conditions = ["@grokscape/source", ...defaultServerConditions];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ["test/slow/*.slow.ts"], testTimeout: 600_000 },
});
