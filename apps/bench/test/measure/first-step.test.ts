import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { measureFirstStep } from "../../src/measure/first-step/first-step.ts";

const chromium = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

test.skipIf(!existsSync(chromium))(
  "the page trains a step in Chromium, and says when",
  async () => {
    const times = await measureFirstStep(1);
    for (const milliseconds of Object.values(times!)) expect(milliseconds).toBeGreaterThan(0);
  },
);
