export type WarningName =
  | "no-decay"
  | "strong-decay"
  | "weak-decay"
  | "few"
  | "narrow"
  | "high-rate"
  | "low-rate"
  | "faded"
  | "linear"
  | "sgd"
  | "lazy"
  | "large"
  | "long"
  | "short"
  | "split";

/** What two settings are that mean nothing together, as the trainer names them: "ridge/loss". */
export type Contradiction = `${string}/${string}`;

/** What will go wrong: one of those we know, or whatever else makes the trainer refuse. */
export type Warning =
  | { readonly name: WarningName }
  | { readonly contradiction: Contradiction; readonly message: string };

/** Whether there can be no such run at all. */
export const prevents = (warning: Warning): boolean =>
  "contradiction" in warning || warning.name === "split";
