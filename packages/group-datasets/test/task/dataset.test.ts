import { describe, expect, test } from "vitest";
import { dataset, InputError, type Task, task } from "../../src/index.ts";

describe("dataset", () => {
  test("holds the examples of its indices, in their order", () => {
    const data = dataset(task("cyclic:7"), [8, 0, 48]);
    expect(data).toEqual({
      count: 3,
      arity: 2,
      operands: Uint16Array.of(1, 1, 0, 0, 6, 6),
      labels: Uint16Array.of(2, 0, 5),
    });
  });

  test("is the same for a task that knows `example` alone", () => {
    const known = task("dihedral:5");
    const { read, ...slow } = known;
    expect(read).toBeDefined();
    const all = Uint32Array.from({ length: known.size }, (_, i) => i);
    expect(dataset(slow as Task, all)).toEqual(dataset(known, all));
  });

  test("refuses an index that is no example", () => {
    for (const index of [-1, 49, 0.5]) {
      expect(() => dataset(task("cyclic:7"), [index])).toThrow(InputError);
    }
  });
});
