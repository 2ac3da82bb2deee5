/** What came of one kind of misfortune. */
export interface Trouble {
  readonly name: string;
  /** How often it was made to happen. */
  readonly times: number;
  readonly faults: readonly string[];
  /** Why it was not, where this machine cannot do it. */
  readonly skipped?: string;
}
