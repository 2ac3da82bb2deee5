export type WarningName =
  | "order"
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

/** What will go wrong: one of those we know, settings that contradict each other, or what else the trainer refuses. */
export type Warning =
  | { readonly name: WarningName }
  | { readonly contradiction: string }
  | { readonly message: string };

/** Whether there can be no such run at all. */
export const prevents = (warning: Warning): boolean =>
  !("name" in warning) || warning.name === "split";
