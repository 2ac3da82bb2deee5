import * as all from "./library.ts";

/** The library where size does not matter (Node): there from the start. */
export const library = (): typeof all => all;

/** In Node the library is there from the start: resolves at once. */
export async function loadSmallGroups(): Promise<void> {}
