import { expect, onTestFinished, test } from "vitest";
import {
  addTaskFamilies,
  defineTaskFamily,
  form,
  loadTaskFamilies,
  task,
  taskFamilies,
  taskId,
  tupleTask,
  whole,
} from "../../src/index.ts";
import { conformance, faultOf } from "../../src/testing/index.ts";

const larger = (id: string, aliases: readonly string[] = []) =>
  defineTaskFamily({
    id,
    aliases,
    title: "the larger of two numbers",
    params: form(whole("n", 2)),
    example: "5",
    citations: [],
    create: ([n]) =>
      tupleTask({
        id: taskId(id, [n]),
        title: `the larger of two numbers below ${n}`,
        operands: 2,
        vocabulary: n,
        classes: n,
        label: ([a, b]) => Math.max(a, b),
      }),
  });
const plugin = { name: "my-family", version: "1.0.0", sha256: "0".repeat(64) };

test("a family that was added makes tasks like ours, and they name its plug-in", async () => {
  expect(() => task("larger:5")).toThrow('unknown task "larger:5"');
  const remove = await addTaskFamilies([larger("larger", ["greater"])], plugin);
  onTestFinished(remove);
  expect(task("greater:5")).toMatchObject({ id: "larger:5", plugins: [plugin] });
  expect(task("noise:0.1:two-operations:larger:5~cyclic:5").plugins).toEqual([plugin]);
  expect(task("cyclic:5")).not.toHaveProperty("plugins");
  expect((await loadTaskFamilies()).at(-1)?.id).toBe("larger");
  expect(taskFamilies.at(-1)?.id).not.toBe("larger");
  remove();
  expect(() => task("larger:5")).toThrow('unknown task "larger:5"');
});

test.each([
  [[larger("cyclic")], /^there is a family cyclic already: addition modulo n;/],
  [[larger("mine", ["sl"])], /^there is a family sl already: matrices of determinant 1/],
  [[larger("mine"), larger("mine")], /^there is a family mine already: the larger/],
  [[larger("Mine")], /lower-case letters, .* got "Mine"$/],
  [[{ id: "mine", title: "t", example: "" }], /^family 0 is no task family, got an object;/],
  [[null], /^family 0 is no task family, got null;/],
])("%# is refused, and nothing is added", async (families, message) => {
  await expect(addTaskFamilies(families as never)).rejects.toThrow(message);
  expect(await loadTaskFamilies()).toEqual(taskFamilies);
});

test("a fault is what the kit finds, whatever is cited", () => {
  const wrong = (label: (of: readonly number[]) => number) => ({
    ...larger("larger"),
    make: () =>
      tupleTask({ id: "larger:5", title: "", operands: 2, vocabulary: 5, classes: 5, label }),
  });
  expect(faultOf(larger("larger"), taskFamilies)).toBeNull();
  expect(() => conformance(larger("larger"))[0].run()).toThrow("the family larger cites nothing");
  expect(
    faultOf(
      wrong(([a]) => a + 1),
      taskFamilies,
    ),
  ).toMatch(/^"larger:¬" is accepted/);
});
