import { furuta } from "../../../works/index.ts";
import type { AnyTaskFamily } from "../../family.ts";
import { twoOperationsTask } from "../../two-operations-task.ts";

/** A control: as much is learnt as of `two-operations`, and no symbol tells of both operations. */
export const separateOperationsFamily: AnyTaskFamily = {
  id: "separate-operations",
  title: "two operations, each on symbols of its own",
  example: "cyclic:5~division:cyclic:5",
  derived: true,
  make: (text, find) => twoOperationsTask("separate-operations", text, false, find),
  citations: [furuta],
};
