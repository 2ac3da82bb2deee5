import { furuta } from "../../../works/index.ts";
import type { AnyTaskFamily } from "../../family.ts";
import { twoOperationsTask } from "../../two-operations-task.ts";

/** Whether what is known of one operation helps with the other. */
export const twoOperationsFamily: AnyTaskFamily = {
  id: "two-operations",
  title: "two operations on the same symbols",
  example: "cyclic:5~division:cyclic:5",
  derived: true,
  make: (text, find) => twoOperationsTask("two-operations", text, true, find),
  citations: [furuta],
};
