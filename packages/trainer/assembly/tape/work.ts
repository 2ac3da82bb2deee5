import {
  awaitCall,
  awaitUnits,
  begin,
  calls,
  draw,
  finish,
  isWork,
  jobOf,
  STOP,
  unitOf,
} from "../meeting";
import { perform } from "./kernels";
import {
  bytesOf,
  endLine,
  endOfInstructions,
  firstInstruction,
  firstLine,
  GROUP,
  unitsOf,
} from "./program";

/** Does a unit of the group at an address. */
function performUnit(group: usize, unit: i32): void {
  const from = firstLine(group, unit);
  const to = endLine(group, unit);
  const end = endOfInstructions(group);
  let instruction = firstInstruction(group);
  while (instruction < end) {
    perform(instruction, from, to);
    instruction += bytesOf(instruction);
  }
}

/**
 * Runs the groups from one address to another one after the other, with whatever threads serve.
 *
 * @param mayWait whether this thread may sleep; a page's own thread may not
 * @returns 0 if another thread took a unit and did not come back with it for about 20 seconds
 */
export function execute(from: usize, to: usize, mayWait: bool): bool {
  for (let group = from; group < to; group += GROUP) {
    const units = unitsOf(group);
    if (!ASC_FEATURE_THREADS || units === 1) {
      for (let unit = 0; unit < units; unit++) performUnit(group, unit);
    } else {
      begin(<i32>group);
      help();
      if (!awaitUnits(units, mayWait)) return false;
    }
  }
  return true;
}

/** Does units of the group whose address is offered as a job, until none is left. Returns the job. */
function help(): i32 {
  let drawn = draw();
  while (isWork(jobOf(drawn)) && unitOf(drawn) < unitsOf(<usize>jobOf(drawn))) {
    performUnit(<usize>jobOf(drawn), unitOf(drawn));
    finish();
    drawn = draw();
  }
  return jobOf(drawn);
}

/** Helps whoever calls `execute`, until `stop` is called. */
export function serve(): void {
  if (!ASC_FEATURE_THREADS) return;
  let seen = calls();
  while (help() !== STOP) {
    awaitCall(seen);
    seen = calls();
  }
}
