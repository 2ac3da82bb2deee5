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
