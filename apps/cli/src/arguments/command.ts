/** One `--name` of a command. */
interface Option {
  /** The placeholder of its value in the help; a switch has none. */
  readonly value?: string;
  readonly says: string;
  /** Its default, in words for the help. */
  readonly otherwise?: string;
  /** The setting's place in a config, which it may also be called by: "optimiser.learningRate". */
  readonly path?: string;
  /** Names that other programs have for it, separated by spaces. */
  readonly known?: string;
  /** The heading under which the help has it; "Options" if none is given. */
  readonly group?: string;
}

export type Options = Readonly<Record<string, Option>>;

/** The arguments of a command, as they were written. */
export interface Given {
  readonly options: Readonly<Record<string, string | undefined>>;
  readonly operand: string | undefined;
}

/** A command: its name, its arguments and what it does. */
export interface Command {
  readonly name: string;
  readonly says: string;
  /** The argument that is no option, if the command takes one. */
  readonly operand?: { readonly name: string; readonly required: boolean; readonly says: string };
  readonly options: Options;
  /** Ways to call it, each with what it does. */
  readonly examples: readonly (readonly [call: string, says: string])[];
  /** Returns the exit code. */
  run(given: Given): Promise<number>;
}
