import type { Dataset, TaskShape } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import type { RunConfig } from "./config/config.ts";
import type { Engine } from "./engines/engine.ts";
import type { MetricRow } from "./record/record.ts";

/**
 * A run's identity: its task, then 8 hex digits of the SHA-256 of its canonical config, its engine's
 * numeric version and the names of the links that train in place of the config's optimiser, if any
 * do. The same identity means the same bytes.
 */
export function runId(
  config: RunConfig,
  engine: Pick<Engine, "name" | "numericVersion">,
  links?: readonly string[],
): string {
  const { name, numericVersion } = engine;
  const canonical = canonicalize({ config, engine: { name, numericVersion }, links }) as string;
  const hash = hashText(canonical);
  const readable = config.task
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  return `${readable}-${hash.slice(0, 8)}`;
}

/** SHA-256 (hex) over names, shapes and little-endian bytes of the tensors, in their order. */
export function hashTensors(tensors: Tensors): string {
  const hash = sha256.create();
  for (const [name, { shape, data }] of Object.entries(tensors)) {
    hash.update(new TextEncoder().encode(`${name}[${shape.join(",")}]`));
    hash.update(bytesOf(data));
  }
  return bytesToHex(hash.digest());
}

/** SHA-256 (hex) over a task's shape and its examples, those shown first: operands, then labels. */
export function hashExamples(
  { operands, vocabulary, classes }: TaskShape,
  train: Dataset,
  test: Dataset,
): string {
  const hash = sha256.create();
  const counts = [operands, vocabulary, classes, train.count, test.count];
  hash.update(new TextEncoder().encode(JSON.stringify(counts)));
  for (const { operands, labels } of [train, test]) {
    hash.update(bytesOf(operands));
    hash.update(bytesOf(labels));
  }
  return bytesToHex(hash.digest());
}

/**
 * Checksum (hex) of rows in their order, however they are written down.
 *
 * @param before checksum of the rows that came before, to go on from
 */
export function checksumOfRows(rows: readonly MetricRow[], before = ""): string {
  return rows.reduce((checksum, row) => hashText(checksum + canonicalize(row)), before);
}

/** SHA-256 (hex) of a text in UTF-8. */
export const hashText = (text: string): string =>
  bytesToHex(sha256(new TextEncoder().encode(text)));

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
