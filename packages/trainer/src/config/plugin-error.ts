import { InputError } from "@grokscape/group-datasets";

/** A plug-in that is missing, is not the one that a run was made with, or cannot be used. */
export class PluginError extends InputError {
  override name = "PluginError";
}
