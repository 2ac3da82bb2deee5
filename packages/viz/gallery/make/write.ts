import { mkdirSync, writeFileSync } from "node:fs";

const folder = new URL("../fixtures/", import.meta.url);

/** To six digits, which is more than a picture shows. */
export const short = (value: number): number => Number(value.toPrecision(6));

/** Writes a record for the gallery, one line for each of its parts. */
export function writeFixture(name: string, record: object): void {
  mkdirSync(folder, { recursive: true });
  const parts = Object.entries(record).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  writeFileSync(new URL(`${name}.json`, folder), `{\n${parts.join(",\n")}\n}\n`);
}
