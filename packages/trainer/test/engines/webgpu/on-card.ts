import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

/** Debian's Chromium brings along a card made of software, and the Vulkan loader. */
const chromium = "/usr/lib/chromium";
const card = join(chromium, "vk_swiftshader_icd.json");

export const isSoftwareCard: boolean = existsSync(card);

/**
 * What a program beside this file prints, a JSON text a line, on the card made of software. It runs in a
 * process of its own: a process looks for libraries where it was told to when it began.
 */
export async function printedOnCard<Printed>(program: string): Promise<Printed[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      ...["--conditions=@grokscape/source", "--disable-warning=ExperimentalWarning"],
      join(import.meta.dirname, program),
    ],
    { env: { ...process.env, VK_ICD_FILENAMES: card, LD_LIBRARY_PATH: chromium } },
  );
  const lines = stdout.trim().split("\n");
  return lines.map((line) => JSON.parse(line));
}
