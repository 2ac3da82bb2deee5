import { InputError } from "@grokscape/group-datasets";
import { PluginError } from "../config/plugin-error.ts";
import { DivergedError } from "../engines/diverged-error.ts";
import { RunFolderError } from "./run-folder-error.ts";

/** An error as plain data, for another thread: copied as they are, errors lose class and fields. */
export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** Whether a user can have caused it. */
  readonly isInput: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
}

const classes = [InputError, DivergedError, PluginError, RunFolderError];

export function sendError(error: Error): SentError {
  const { name, message, stack } = error;
  return { name, message, stack, isInput: error instanceof InputError, fields: { ...error } };
}

/** The error again, of its own class where that is one of the trainer's. */
export function receiveError({ name, message, stack, isInput, fields }: SentError): Error {
  const error = isInput ? new InputError(message) : new Error(message);
  const own = classes.find((one) => one.name === name);
  if (own) Object.setPrototypeOf(error, own.prototype);
  return Object.assign(error, fields, { name, stack });
}

/** The error of a thread that ended before its time: one of the user's, where its memory was used up. */
export function errorOfThread(error: Error): Error {
  if ((error as NodeJS.ErrnoException).code !== "ERR_WORKER_OUT_OF_MEMORY") return error;
  return new InputError(
    "the memory of the training thread is used up",
    "what was saved before is intact: measure less often, or give Node more by NODE_OPTIONS=--max-old-space-size=<MB>, then resume",
  );
}
