import { fileURLToPath } from "node:url";
import type { ModelSpec } from "@grokscape/models";

/** Who takes part in a race: a program that speaks the protocol. */
export interface Contestant {
  readonly name: string;
  readonly threads: number;
  readonly command: string;
  readonly args: readonly string[];
  /** The only kind of network that it trains. */
  readonly only?: ModelSpec["kind"];
}

/** A program of Node's; the data's packages are read from their sources. */
export function nodeContestant(
  name: string,
  threads: number,
  program: URL,
  ...args: readonly string[]
): Contestant {
  const flags = ["--conditions=@grokscape/source", "--expose-gc", "--no-warnings"];
  const file = fileURLToPath(program);
  return { name, threads, command: process.execPath, args: [...flags, file, ...args] };
}

/** A program in python/, run by $GROKSCAPE_PYTHON or python3. */
export function pythonContestant(
  name: string,
  threads: number,
  program: string,
  only: ModelSpec["kind"],
  ...further: readonly string[]
): Contestant {
  const file = fileURLToPath(new URL(`../../python/${program}.py`, import.meta.url));
  const command = process.env.GROKSCAPE_PYTHON ?? "python3";
  return { name, threads, command, args: [file, String(threads), ...further], only };
}
