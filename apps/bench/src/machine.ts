import { cpus } from "node:os";

/** The machine in words, as results name it. */
export const machine = (): string =>
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}`;
