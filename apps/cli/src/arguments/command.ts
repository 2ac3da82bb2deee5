/** One `--name` of a command. */
interface Option {
  /** What stands for its value in the help; none for a switch. */
  readonly value?: string;
  readonly says: string;
  /** What holds if it is not given, in words for the help. */
  readonly otherwise?: string;
  /** The setting's place in a config, which it may also be called by: "optimiser.learningRate". */
  readonly path?: string;
  /** What others call it, separated by spaces. */
  readonly known?: string;
  /** The heading under which the help has it; "Options" if none is given. */
  readonly group?: string;
}

export type Options = Readonly<Record<string, Option>>;

/** What a person gave: option values as they were written. */
export interface Given {
  readonly options: Readonly<Record<string, string | undefined>>;
  readonly operand: string | undefined;
}

/** A command as a table row: what it is called, what it takes, what it does. */
export interface Command {
  readonly name: string;
  readonly says: string;
  /** The one word it may be given beside its options. */
  readonly operand?: { readonly name: string; readonly required: boolean; readonly says: string };
  readonly options: Options;
  /** Ways to call it, each with what it does. */
  readonly examples: readonly (readonly [call: string, says: string])[];
  /** Returns the exit code. */
  run(given: Given): Promise<number>;
}
