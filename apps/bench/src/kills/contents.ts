import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Files that hold when and how fast, or what other files looked like: that they are there is all that is compared. */
const ofTheClock = ["index.jsonl", "queue.json", "report.html"];

/**
 * What lies in a folder, by path: a hash of each file, but for what the clock has a part in. Of the
 * checkpoints of a run the last counts, since when others are kept is up to the clock.
 *
 * @param exact names of files that are compared all the same
 */
export function contents(folder: string, exact: readonly string[] = []): Map<string, string> {
  const found = new Map<string, string>();
  const last = new Map<string, number>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const full = join(entry.parentPath, entry.name);
    const path = full.slice(folder.length + 1);
    const step = /^(\d+)\.safetensors$/.exec(entry.name)?.[1];
    if (step !== undefined) {
      const place = dirname(path);
      last.set(place, Math.max(last.get(place) ?? 0, Number(step)));
      continue;
    }
    found.set(path, entry.isFile() ? told(full, exact) : "no file");
  }
  for (const [place, step] of last) {
    const path = join(place, `${step}.safetensors`);
    found.set(path, told(join(folder, path), exact));
  }
  return found;
}

function told(path: string, exact: readonly string[]): string {
  const name = basename(path);
  const data = readFileSync(path);
  if (name === "report.html" && !data.toString("utf8").trimEnd().endsWith("</html>")) {
    return "cut off";
  }
  if (ofTheClock.includes(name) && !exact.includes(name)) return "there";
  const hash = createHash("sha256");
  if (name !== "summary.json") return hash.update(data).digest("hex");
  const { session: _, ...outcome } = JSON.parse(data.toString("utf8"));
  return hash.update(JSON.stringify(outcome)).digest("hex");
}

/** Paths that differ: in one only, or with other bytes. */
export function differences(
  came: ReadonlyMap<string, string>,
  expected: ReadonlyMap<string, string>,
): string[] {
  const paths = new Set([...came.keys(), ...expected.keys()]);
  return [...paths].filter((path) => came.get(path) !== expected.get(path));
}
