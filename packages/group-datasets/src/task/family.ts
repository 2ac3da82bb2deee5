import type * as z from "zod/mini";
import { InputError } from "../errors.ts";
import type { Task } from "./task.ts";

/** Where a family comes from, so that a reader can look it up. */
export interface Citation {
  readonly title: string;
  /** A DOI, an arXiv number or an address. */
  readonly reference: string;
}

/** A family of tasks: `task("<id>:<parameters>")` makes one of them. */
export interface TaskFamily<Params = never> {
  /** Lower-case letters, digits and hyphens: what stands before the colon. */
  readonly id: string;
  readonly title: string;
  /** Form of the parameters: the numbers after the colon, as a tuple or an array. */
  readonly params: z.ZodMiniType<Params, unknown>;
  /** Parameters of a small member, for examples and for the conformance tests. */
  readonly example: string;
  create(params: Params): Task;
  readonly citations: readonly Citation[];
}

/** A family whose parameters' type has been forgotten: what a registry holds. */
export type AnyTaskFamily = Omit<TaskFamily, "params" | "create"> & {
  /** @throws InputError if the text is no usable list of parameters */
  make(text: string): Task;
};

/** Makes a family ready for a registry. */
export function defineTaskFamily<Params>(family: TaskFamily<Params>): AnyTaskFamily {
  const { id, title, params, example, create, citations } = family;
  return {
    id,
    title,
    example,
    citations,
    make(text) {
      const numbers = text === "" ? [] : text.split(",").map((part) => numberOf(part.trim()));
      const parsed = params.safeParse(numbers);
      if (!parsed.success) {
        throw new InputError(
          `"${id}:${text}" is no task of the family ${id}`,
          `write for example "${id}:${example}"`,
        );
      }
      return create(parsed.data);
    },
  };
}

const numberOf = (text: string): number =>
  /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
