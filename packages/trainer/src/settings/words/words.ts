import type { Group } from "../setting.ts";
import type { Path } from "../tree.ts";

/** What a setting is called, and what it is: a phrase for beside its name. */
export interface SettingWords {
  readonly name: string;
  readonly says: string;
  /** What its choices are called, where not as they are written. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Why it cannot be as it is beside the settings that it contradicts, by their places: a sentence each. */
  readonly contradicts?: Partial<Readonly<Record<Path, string>>>;
}

/** The words of all settings, in one language. */
export interface SettingsWords {
  readonly group: Readonly<Record<Group, string>>;
  readonly setting: Readonly<Record<Path, SettingWords>>;
}
