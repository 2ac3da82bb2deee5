import type { Tensors } from "@grokscape/models";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import type { RunConfig } from "./config/config.ts";
import type { Engine } from "./engine/engine.ts";

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
  const hash = bytesToHex(sha256(new TextEncoder().encode(canonical)));
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
    hash.update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  }
  return bytesToHex(hash.digest());
}
