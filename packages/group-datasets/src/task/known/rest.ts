/** What a page loads when it asks for every family. */
export { allFamilies } from "../families/index.ts";
export { guesses } from "../guess.ts";
