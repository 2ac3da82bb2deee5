import { dataset, split } from "@grokscape/group-datasets";
import { describe, expect, test } from "vitest";
import { batches } from "../../src/engines/batches.ts";
import { additionTask } from "../toy-task.ts";

const task = additionTask(7);
const data = dataset(task, split(task, { count: 23, seed: 1 }).train);
/** Each row as text, which tells these examples apart. */
const rows = ({ count, arity, operands, labels }: typeof data) =>
  Array.from(
    { length: count },
    (_, i) => `${operands.slice(i * arity, (i + 1) * arity)}:${labels[i]}`,
  );

describe("batches", () => {
  test("go through every example once a round, each round in another order", () => {
    const batchOf = batches(data, 5, 3);
    const rounds = [0, 1, 2].map((round) =>
      [0, 1, 2, 3, 4].flatMap((i) => {
        const batch = batchOf(5 * round + i);
        expect(batch.count).toBe(i < 4 ? 5 : 3);
        return rows(batch);
      }),
    );
    for (const round of rounds) expect(round.toSorted()).toEqual(rows(data).toSorted());
    expect(new Set(rounds.map((round) => round.join())).size).toBe(3);
  });

  test("are a function of seed and step, in whatever order they are asked for", () => {
    const inOrder = batches(data, 4, 9);
    const expected = Array.from({ length: 20 }, (_, step) => rows(inOrder(step)));
    const anyhow = batches(data, 4, 9);
    for (const step of [17, 3, 12, 3, 0, 19]) expect(rows(anyhow(step))).toEqual(expected[step]);
    expect(rows(batches(data, 4, 10)(0))).not.toEqual(expected[0]);
  });

  test("are the data themselves where no less is asked for", () => {
    for (const size of [null, 23, 1000]) expect(batches(data, size, 3)(8)).toBe(data);
  });
});
