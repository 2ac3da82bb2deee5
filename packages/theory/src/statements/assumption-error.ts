import { type FiniteGroup, InputError, seen, type Task } from "@grokscape/group-datasets";
import { mustBe, record, text } from "@grokscape/group-datasets/forms";

/** A statement that does not apply: an assumption of it fails. */
export class AssumptionError extends InputError {
  override name = "AssumptionError";
  readonly statement: string;

  /**
   * @param statement such as "Theorem 2"
   * @param needs what it assumes
   * @param got what was given instead
   */
  constructor(statement: string, needs: string, got: string) {
    super(`${statement} needs ${needs}; got ${got}`);
    this.statement = statement;
  }
}

/** @throws AssumptionError unless a weight decay η is a number ≥ 0 */
export function checkWeightDecay(statement: string, eta: number): void {
  if (!(typeof eta === "number" && eta >= 0)) {
    throw new AssumptionError(statement, "a weight decay η ≥ 0", seen(eta));
  }
}

/** @throws AssumptionError unless a weight decay η is a number > 0 */
export function checkPositiveDecay(statement: string, eta: number): void {
  if (!(typeof eta === "number" && eta > 0)) {
    throw new AssumptionError(statement, "a weight decay η > 0", seen(eta));
  }
}

/** The group whose multiplication table a task is. @throws AssumptionError if it is none's */
export function groupOf(statement: string, task: Task): FiniteGroup {
  mustBe("task", record({ id: text }), task);
  if (task.group) return task.group;
  throw new AssumptionError(
    statement,
    "the multiplication table of a finite group",
    `the task ${task.id}`,
  );
}
