// Sweeps: `pnpm experiments` measures what two threads get done against one, what a run in a store costs
// beyond its steps, and how quickly a store of many runs is listed.

import { parseArgs } from "node:util";
import { commandLine } from "../command-line.ts";
import { measureListing } from "./listing.ts";
import { measureThroughput } from "./throughput.ts";

const usage = `pnpm experiments [--only throughput,listing] [--runs 10] [--rounds 3] [--seconds 2] [--listed 10000]`;
const { wholeNumber, some } = commandLine(usage);
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    runs: { type: "string", default: "10" },
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "2" },
    listed: { type: "string", default: "10000" },
  },
});
const parts = some(values.only, ["throughput", "listing"]);

if (parts.includes("throughput")) {
  const [runs, rounds, seconds] = (["runs", "rounds", "seconds"] as const).map((name) =>
    wholeNumber(name, values[name]),
  );
  const { gain, gainByHand, overhead, delay, secondsOfARun } = await measureThroughput(
    runs,
    rounds,
    seconds,
  );
  const share = (value: number) => `${(100 * value).toFixed(1)} %`;
  console.log(
    `${runs} runs of ${secondsOfARun.toFixed(2)} s, medians of ${rounds} rounds: two threads train ${gain.toFixed(2)} × as many in a store as one; by hand, which is what this machine can do, ${gainByHand.toFixed(2)} ×; a further run in a store takes ${share(overhead)} more processor time than by hand, and ${share(delay)} more time`,
  );
}
if (parts.includes("listing")) {
  const { runs, first, again, query } = await measureListing(wholeNumber("listed", values.listed));
  console.log(
    `a store of ${runs} runs is listed in ${first.toFixed(2)} s without an index, ${again.toFixed(2)} s with it; filtered and grouped, ${query.toFixed(2)} s in all`,
  );
}
