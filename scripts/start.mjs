// `npm start`: installs what is needed, then hands over to the command line with its arguments.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { ensureInstalled, node, root } from "./setup.mjs";

ensureInstalled();
const child = spawn(
  node,
  [
    "--disable-warning=ExperimentalWarning",
    "--conditions=@grokscape/source",
    join(root, "apps/cli/src/main.ts"),
    ...process.argv.slice(2),
  ],
  { stdio: "inherit" },
);
// Ctrl-C reaches the child as well; this process waits for it to finish cleanly.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    if (signal !== "SIGINT") child.kill(signal);
  });
}
child.on("exit", (code, signal) => {
  process.exitCode = code ?? 128 + constants.signals[signal];
});
