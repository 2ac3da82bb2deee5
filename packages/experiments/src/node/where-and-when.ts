import { cpus } from "node:os";

/** The machine and the day, as measurements keep them. */
export const whereAndWhen = () => ({
  machine: `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}`,
  date: new Date().toISOString().slice(0, 10),
});
