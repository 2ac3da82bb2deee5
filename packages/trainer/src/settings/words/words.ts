import type { Path } from "../config-path.ts";
import type { Group } from "../setting.ts";

/** What a setting is called, and what it is: a phrase for beside its name. */
export interface SettingWords {
  readonly name: string;
  readonly says: string;
  /** What its choices are called, where not as they are written. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** The words of all settings, in one language. */
export interface SettingsWords {
  readonly group: Readonly<Record<Group, string>>;
  readonly setting: Readonly<Record<Path, SettingWords>>;
}
