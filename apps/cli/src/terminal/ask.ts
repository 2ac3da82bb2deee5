import { createInterface } from "node:readline/promises";
import { InputError } from "@grokscape/group-datasets";

/**
 * Asks a person for a yes.
 *
 * @param otherwise what is to be given where nobody can be asked
 * @throws InputError where there is no terminal; the reason of the signal
 */
export async function ask(
  question: string,
  otherwise: string,
  signal?: AbortSignal,
): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new InputError(`nobody is here to be asked: ${question}`, otherwise);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const stop = new AbortController();
  terminal.once("SIGINT", () => process.kill(process.pid, "SIGINT"));
  signal?.addEventListener("abort", () => stop.abort());
  try {
    const answer = await terminal.question(`${question} [y/N] `, { signal: stop.signal });
    return /^y(es)?$/i.test(answer.trim());
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    terminal.close();
  }
}
