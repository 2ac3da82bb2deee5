import { InputError, seen } from "@grokscape/group-datasets";

/** Where in a sweep something stands: names and positions from the outermost on. */
export type Place = readonly (string | number)[];

/** Something in a sweep that cannot be used, with its place. */
export class SweepError extends InputError {
  override name = "SweepError";
  readonly place: Place;
  /** What is wrong there, without the place. */
  readonly finding: string;

  constructor(place: Place, finding: string, hint?: string) {
    super(`${placeName(place) || "the sweep"}: ${finding}`, hint);
    this.place = place;
    this.finding = hint ? `${finding}; ${hint}` : finding;
  }
}

/** A field's name as an error shows it: in one line, whatever a file has in its place. */
export const fieldName = (name: string): string =>
  /^[\w.-]{1,60}$/.test(name) ? name : seen(name);

/** A place as an error shows it. */
export const placeName = (place: Place): string =>
  place.map((name) => (typeof name === "number" ? name : fieldName(name))).join(".");
