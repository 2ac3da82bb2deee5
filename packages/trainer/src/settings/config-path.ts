import type { RunConfig } from "../config/config.ts";

type Leaf = number | string | boolean | readonly number[];
type Entry<T> = T extends readonly (infer One)[] ? One : T;

type PathsIn<T, Prefix extends string> = T extends unknown
  ? {
      [Name in keyof T & string]-?: NonNullable<T[Name]> extends Leaf
        ? `${Prefix}${Name}`
        : PathsIn<Entry<NonNullable<T[Name]>>, `${Prefix}${Name}.`>;
    }[keyof T & string]
  : never;

/** The place of a field in a config: "steps", "optimiser.learningRate", "gradientFilters.alpha". */
export type Path = PathsIn<RunConfig, "">;
