#!/usr/bin/env node
import { exitCodes } from "./arguments/exit-codes.ts";
import { commandLine, say, tell } from "./command-line.ts";
import { stopWith } from "./run/stop-signals.ts";
import { whenOutputFails } from "./terminal/streams.ts";

whenOutputFails(({ code }) => {
  const isClosed = code === "EPIPE";
  const reason = code === "ENOSPC" ? "no space left" : code;
  if (!isClosed) say(`could not write to standard output: ${reason}`);
  stopWith(isClosed ? exitCodes.closedPipe : exitCodes.unusable);
});
process.on("uncaughtException", (error) => process.exit(tell(error)));
process.exitCode = await commandLine(process.argv.slice(2));
