import { fileURLToPath } from "node:url";

/** Who takes part in a race: a program that speaks the protocol. */
export interface Contestant {
  readonly name: string;
  readonly threads: number;
  readonly command: string;
  readonly args: readonly string[];
}

const fileIn = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export function nodeContestant(
  name: string,
  threads: number,
  program: string,
  ...args: string[]
): Contestant {
  const flags = ["--conditions=@grokscape/source", "--expose-gc", "--no-warnings"];
  const file = fileIn(`./node/${program}.ts`);
  return { name, threads, command: process.execPath, args: [...flags, file, ...args] };
}

/** A program in python/, run by $GROKSCAPE_PYTHON or python3. */
export function pythonContestant(name: string, threads: number, program: string): Contestant {
  const file = fileIn(`../../python/${program}.py`);
  const command = process.env.GROKSCAPE_PYTHON ?? "python3";
  return { name, threads, command, args: [file, String(threads)] };
}
