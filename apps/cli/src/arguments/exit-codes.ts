/** What the process exits with. */
export const exitCodes = {
  done: 0,
  diverged: 1,
  unusable: 2,
  otherBytes: 3,
  fault: 70,
  closedPipe: 141,
} as const;

/** Every exit code with its meaning, for the help. */
export const exitCodesInWords: readonly (readonly [code: string, says: string])[] = [
  ["0", "done"],
  ["1", "the run diverged"],
  ["2", "something given cannot be used, read or written"],
  ["3", "reproduce: the runs end in other bytes than claimed"],
  ["70", "a fault of this program; with GROKSCAPE_STACK=1 it shows where"],
  ["128 + n", "ended by signal n: 130 Ctrl-C, 141 who read the output has gone"],
];
