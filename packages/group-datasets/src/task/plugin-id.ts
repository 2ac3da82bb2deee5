/** Which plug-in it was, to the byte. Plain JSON: part of the config of a run that one takes part in. */
export interface PluginId {
  readonly name: string;
  readonly version: string;
  /** SHA-256 of its source, hex. */
  readonly sha256: string;
}
