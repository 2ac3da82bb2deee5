import type { PlannedReading } from "@grokscape/trainer";
import { alongReadings } from "./along.ts";
import { snapshots } from "./pairs.ts";
import { readings as ofRun } from "./readings.ts";

/** All that may be read off a network while it trains, by name: the module that training threads load. */
export const readings: Readonly<Record<string, PlannedReading>> = {
  ...Object.fromEntries(
    Object.entries(ofRun).flatMap(([name, reading]) => ("due" in reading ? [[name, reading]] : [])),
  ),
  ...alongReadings,
  ...snapshots,
};
