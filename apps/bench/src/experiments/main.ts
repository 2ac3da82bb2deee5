// Sweeps: `pnpm experiments` measures what two cores get done against one, what a run in a store costs
// beyond its steps, and how quickly a store of many runs is listed.

import { parseArgs } from "node:util";
import { commandLine } from "../command-line.ts";
import { measureListing } from "./listing.ts";
import { measureThroughput } from "./throughput.ts";

const usage = `pnpm experiments [--only throughput,listing] [--runs 6] [--rounds 5] [--seconds 2] [--listed 10000]`;
const { wholeNumber, some } = commandLine(usage);
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    runs: { type: "string", default: "6" },
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "2" },
    listed: { type: "string", default: "10000" },
  },
});
const parts = some(values.only, ["throughput", "listing"]);

if (parts.includes("throughput")) {
  const [runs, rounds, seconds] = (["runs", "rounds", "seconds"] as const).map((name) =>
    wholeNumber(name, values[name]),
  );
  const { gain, overhead, secondsOfARun } = await measureThroughput(runs, rounds, seconds);
  console.log(
    `${runs} runs of ${secondsOfARun.toFixed(2)} s, medians of ${rounds} rounds: two side by side ${gain.toFixed(2)} × one at a time; a further run in a store takes ${(100 * overhead).toFixed(1)} % more processor time than by hand`,
  );
}
if (parts.includes("listing")) {
  const { runs, first, again, query } = await measureListing(wholeNumber("listed", values.listed));
  console.log(
    `a store of ${runs} runs is listed in ${first.toFixed(2)} s without an index, ${again.toFixed(2)} s with it; filtered and grouped, ${query.toFixed(2)} s in all`,
  );
}
