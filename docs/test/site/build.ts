import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { build } from "../../scripts/site/build.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the built site's files are. */
    readonly site: string;
  }
}

/** The path that the tests' site is served under: what forgets it, leads nowhere. */
export const base = "/grokscape";

/** Where `npm test` has the site built beside its other checks, before the tests begin. */
const ahead = process.env.GROKSCAPE_SITE;
if (import.meta.main && ahead) await build(ahead, base);

/** Builds the site once for all tests that look at it, unless it is there already. */
export default async function setup(project: TestProject): Promise<(() => void) | undefined> {
  if (ahead) {
    project.provide("site", ahead);
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), "grokscape-site-"));
  await build(folder, base);
  project.provide("site", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
