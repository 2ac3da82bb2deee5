import * as all from "./library.ts";

/** The library where size does not matter (Node): there from the start. */
export const library = (): typeof all => all;

/** There is nothing to wait for. */
export async function loadSmallGroups(): Promise<void> {}
