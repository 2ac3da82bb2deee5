import { InputError } from "@grokscape/group-datasets";

/** Where in a sweep something stands: names and positions from the outermost on. */
export type Place = readonly (string | number)[];

/** Something in a sweep that cannot be used, with its place. */
export class SweepError extends InputError {
  override name = "SweepError";
  readonly place: Place;
  /** What is wrong there, without the place. */
  readonly finding: string;

  constructor(place: Place, finding: string, hint?: string) {
    super(`${place.join(".") || "the sweep"}: ${finding}`, hint);
    this.place = place;
    this.finding = hint ? `${finding}; ${hint}` : finding;
  }
}
