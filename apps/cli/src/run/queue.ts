import type { Lack } from "@grokscape/experiments/queue";
import { InputError } from "@grokscape/group-datasets";
import { pluginInWords } from "@grokscape/trainer";
import type { Options } from "../arguments/command.ts";
import type { LiveLine } from "../terminal/live-line.ts";
import { paragraph } from "../terminal/table.ts";

/** Where a worker looks for the address if it is given none. */
export const queueVariable = "GROKSCAPE_QUEUE";

export const queueOption: Options = {
  queue: {
    value: "address",
    says: `redis://… or rediss://…, or the name of an environment variable that holds it, such as ${queueVariable}`,
  },
};

/**
 * What works with queues; it is loaded when it is wanted, and needs packages that not everybody has.
 *
 * @throws InputError if one of them is not there
 */
export async function loadQueue() {
  try {
    return await import("@grokscape/experiments/queue");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const [, missing] = /'(bullmq|ioredis)'/.exec(message) ?? [];
    if (code !== "ERR_MODULE_NOT_FOUND" || !missing) throw error;
    throw new InputError(
      `a queue needs ${missing}, which is not there`,
      "npm install bullmq@6 ioredis@6 where grokscape is",
    );
  }
}

/** @throws InputError if it is the name of a variable that is not set */
export function addressText(given: string): string {
  if (!/^[A-Za-z_]\w*$/.test(given)) return given;
  const text = process.env[given];
  if (text) return text;
  throw new InputError(
    `the environment has no ${given}`,
    "--queue takes redis://host:6379, or the name of a variable that holds it",
  );
}

/** Tells, once each, which plug-ins workers lack. */
export function tellLacks(line: LiveLine): (lack: Lack) => void {
  const told = new Set<string>();
  return ({ host, plugins }) => {
    const text = `The worker on ${host} lacks ${plugins.map(pluginInWords).join(", ")}: runs of it wait for another one, started with --plugin.`;
    if (told.has(text)) return;
    told.add(text);
    line.say(paragraph(text));
  };
}
