import { seen } from "../text/seen.ts";
/** A parameter as a task id has it: a number where it looks like one, else its text. */
export type Written = number | string;

/**
 * The form of a family's parameters: any zod schema of an array or a tuple of numbers and texts, or
 * what `form` and `list` make. (Our own families use these: zod would more than double what a page
 * loads for `task`.)
 */
export interface ParamsForm<Params> {
  safeParse(
    written: unknown,
  ):
    | { readonly success: true; readonly data: Params }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
}

interface Issue {
  /** What was wrong, and the value seen. */
  readonly message: string;
}

/** One parameter. */
export interface Parameter<Value> {
  readonly name: string;
  /** What it must be, in words that follow "must be". */
  readonly must: string;
  /** undefined if it is nothing of the kind. */
  read(written: Written): Value | undefined;
  /** What it is when it is left out; only the last ones may be. */
  readonly absent?: Value;
}

/** A whole number from `least` to `most`. */
export function whole(
  name: string,
  least: number,
  most = Number.POSITIVE_INFINITY,
  absent?: number,
): Parameter<number> {
  const top = most < Number.POSITIVE_INFINITY ? ` to ${most}` : "";
  return {
    name,
    must: `a whole number from ${least}${top}`,
    read: (n) =>
      typeof n === "number" && Number.isInteger(n) && n >= least && n <= most ? n : undefined,
    absent,
  };
}

/** The seed of whatever is random in a task. */
export const seed: Parameter<number> = whole("the seed", 0, 2 ** 32 - 1, 0);

/** A share of all examples. */
export function share(name: string): Parameter<number> {
  return {
    name,
    must: "a number in (0, 1), such as 0.1",
    read: (x) => (typeof x === "number" && x > 0 && x < 1 ? x : undefined),
  };
}

/** A text. */
export function text(name: string, must: string): Parameter<string> {
  return { name, must, read: (written) => `${written}` || undefined };
}

type Values<Parameters extends readonly Parameter<unknown>[]> = {
  -readonly [Place in keyof Parameters]: Parameters[Place] extends Parameter<infer Value>
    ? Value
    : never;
};

/** These parameters, in their order. */
export function form<const Parameters extends readonly Parameter<unknown>[]>(
  ...parameters: Parameters
): ParamsForm<Values<Parameters>> {
  return parsing((written) => {
    if (written.length > parameters.length) {
      const names = parameters.map(({ name }) => name).join(", ") || "no parameters";
      return `it takes ${names}, got ${written.length} parameters`;
    }
    const values = parameters.map((parameter, i) =>
      written[i] === undefined ? parameter.absent : parameter.read(written[i]),
    );
    const wrong = values.indexOf(undefined);
    return wrong < 0
      ? { data: values as Values<Parameters> }
      : complaint(parameters[wrong], written[wrong]);
  });
}

/** Any number of parameters of one kind, `atLeast` of them. */
export function list<Value>(
  parameter: Parameter<Value>,
  atLeast: number,
): ParamsForm<readonly Value[]> {
  return parsing((written) => {
    if (written.length < atLeast)
      return `it takes ${atLeast} parameters or more, got ${written.length}`;
    const values = written.map(parameter.read);
    const wrong = values.indexOf(undefined);
    return wrong < 0 ? { data: values as Value[] } : complaint(parameter, written[wrong]);
  });
}

const complaint = ({ name, must }: Parameter<unknown>, written: Written | undefined): string =>
  `${name} must be ${must}, got ${written === undefined ? "nothing" : seen(written)}`;

function parsing<Params>(
  parse: (written: readonly Written[]) => { readonly data: Params } | string,
): ParamsForm<Params> {
  return {
    safeParse(written) {
      const result = parse(written as readonly Written[]);
      return typeof result === "string"
        ? { success: false, error: { issues: [{ message: result }] } }
        : { success: true, data: result.data };
    },
  };
}
