import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test.each([
  ["/", "/en/lab/", "/en/"],
  ["/grokscape", "/grokscape/en/lab/", "/grokscape/en/"],
  ["/grokscape/", "/grokscape/en/lab/", "/grokscape/en/"],
])("a site under %s has its pages there", async (base, lab, first) => {
  vi.stubEnv("BASE_URL", base);
  const { pagePath } = await import("../src/site/paths.ts");
  expect([pagePath("en", "lab"), pagePath("en", "")]).toEqual([lab, first]);
});
