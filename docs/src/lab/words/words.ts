import type { ModelSpec } from "@grokscape/models";
import type { PredictedOutcome } from "@grokscape/theory";
import type { Among } from "../outlook.ts";
import type { PresetName } from "../presets.ts";
import type { WarningName } from "../warning.ts";

/** Everything the laboratory says, in one language. */
export interface LabWords {
  readonly title: string;
  readonly presets: string;
  readonly preset: Readonly<Record<PresetName, string>>;
  readonly published: string;
  readonly own: string;
  readonly settings: string;
  readonly which: string;
  readonly run: Readonly<Record<"first" | "second", string>>;
  readonly compare: string;
  /** In what the second run is unlike the first, named. */
  readonly differs: (differences: readonly string[]) => string;
  readonly difference: (name: string, value: string, other: string) => string;
  readonly alike: string;
  /** Labels the box in which settings are looked for. */
  readonly find: string;
  readonly found: (shown: number, idle: number) => string;
  /** What stands in an empty field of a setting that may be null. */
  readonly none: Readonly<Record<string, string>>;
  /** How often a run is measured where the reader does not say. */
  readonly suited: string;
  readonly turned: string;
  readonly taskHint: string;
  readonly shownOf: (count: string, of: string, critical: string | null) => string;
  /** What the counts of examples are, which n stands among. */
  readonly among: Readonly<Record<keyof Among, string>>;
  readonly amongTitle: string;
  readonly notMeasured: string;
  readonly start: string;
  readonly pause: string;
  readonly waiting: string;
  readonly resume: string;
  readonly again: string;
  readonly loading: string;
  readonly step: string;
  readonly rewind: string;
  readonly rewindHint: string;
  readonly speed: string;
  readonly speeds: Readonly<Record<"slow" | "eased" | "fast", string>>;
  readonly predicted: Readonly<
    Record<PredictedOutcome | "unknown" | "no-group" | "transformer", string>
  >;
  readonly expected: (step: string) => string;
  readonly noTask: string;
  readonly unreadable: string;
  readonly tooLarge: (examples: string, most: string) => string;
  readonly impossible: string;
  readonly unlikeMeasured: string;
  readonly inFull: string;
  readonly nodes: string;
  readonly nodesSay: Readonly<Record<ModelSpec["kind"], string>>;
  readonly notRun: string;
  readonly now: (step: string, train: string, test: string) => string;
  readonly ended: (memorised: string | null, understood: string | null, steps: string) => string;
  readonly failed: (message: string) => string;
  readonly timeline: Readonly<Record<"expected" | "memorised" | "understood", string>>;
  readonly table: string;
  readonly take: string;
  readonly exports: Readonly<Record<"link" | "weights" | "run" | "svg" | "png", string>>;
  readonly copied: string;
  readonly classLink: string;
  readonly classLinkSays: string;
  readonly copyClassLink: string;
  /** Why a field cannot be changed. */
  readonly lockedByTeacher: string;
  readonly locked: (free: readonly string[]) => string;
  readonly unknownSettings: (names: readonly string[]) => string;
  readonly notCopied: string;
  readonly code: string;
  readonly codeSays: string;
  readonly warnings: string;
  readonly warning: Readonly<Record<WarningName, string>>;
  readonly unusable: (message: string) => string;
  readonly curve: string;
}
