import { InputError } from "@grokscape/group-datasets";
import { DivergedError } from "@grokscape/trainer";
import { exitCodes } from "./arguments/exit-codes.ts";

/** Why a command failed: plain data, which can be sent between threads. */
export interface Failure {
  readonly exitCode: number;
  readonly message: string;
  readonly stack: string | undefined;
}

/** A failure that happened in another thread. */
export class FailedElsewhere extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** The exit code and message of an error: a diverged run, bad input, or a fault of this program. */
export function failureOf(error: unknown): Failure {
  if (error instanceof FailedElsewhere) return error.failure;
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const exitCode =
    error instanceof DivergedError
      ? exitCodes.diverged
      : error instanceof InputError
        ? exitCodes.unusable
        : exitCodes.fault;
  return { exitCode, message, stack };
}
