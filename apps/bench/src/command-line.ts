/** Reads the values of options. One that is not allowed ends the program with the usage. */
export interface CommandLine {
  /** An option's whole number from 1 on. */
  wholeNumber(option: string, value: string): number;
  /** Some of several names, as `--only` lists them with commas; all if it is left out. */
  some(only: string | undefined, names: readonly string[]): readonly string[];
}

export function commandLine(usage: string): CommandLine {
  function refuse(complaint: string): never {
    console.error(`${complaint}\n\n${usage}`);
    process.exit(2);
  }
  return {
    wholeNumber(option, value) {
      const number = Number(value);
      if (Number.isInteger(number) && number >= 1) return number;
      return refuse(`--${option} must be a whole number from 1, got ${value}`);
    },
    some(only, names) {
      const chosen = only?.split(",") ?? names;
      const unknown = chosen.find((name) => !names.includes(name));
      return unknown === undefined ? chosen : refuse(`--only does not know ${unknown}`);
    },
  };
}
