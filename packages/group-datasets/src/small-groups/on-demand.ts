import { InputError } from "../errors.ts";

type Library = typeof import("./library.ts");

let loaded: Library | undefined;

/** The library where every kB is sent to a reader (browsers): there once it has been loaded. */
export function library(): Library {
  if (loaded) return loaded;
  throw new InputError(
    "the library of small groups is not loaded",
    "await loadSmallGroups() first: it is kept out of pages that do not use it",
  );
}

export async function loadSmallGroups(): Promise<void> {
  loaded = await import("./library.ts");
}
