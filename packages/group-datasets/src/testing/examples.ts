import { isBelow, reader, type Task } from "../task/task.ts";
import { must, mustRefuse } from "./failure.ts";

/** At most this many examples are looked at, spread over all of them. */
const looked = 20_000;

/** Indices from the first example to the last. */
export function spread({ size }: Task): number[] {
  const count = Math.min(size, looked);
  return Array.from({ length: count }, (_, i) =>
    count === 1 ? 0 : Math.floor((i * (size - 1)) / (count - 1)),
  );
}

const written = (task: Task, index: number): string => {
  const { operands, label } = task.example(index);
  return `${operands.join(",")} → ${label}`;
};

/** Made twice, and asked twice, a task gives the same examples; `read` gives those of `example`. */
export function checkDeterminism(task: Task, again: Task): void {
  const read = reader(task);
  const shown = new Array<number>(task.operands);
  for (const index of spread(task)) {
    const first = written(task, index);
    for (const other of [written(task, index), written(again, index)]) {
      must(first === other, `example ${index} of ${task.id} is ${first}, then ${other}`);
    }
    const label = read(index, shown, 0);
    const asRead = `${shown.join(",")} → ${label}`;
    must(first === asRead, `example ${index} of ${task.id} is ${first}, but read gives ${asRead}`);
  }
}

/** It has as many examples as it says, none twice, and refuses all others. */
export function checkSize(task: Task): void {
  const { id, size, example } = task;
  must(Number.isInteger(size) && size >= 2, `${id} has size ${size}; it must be 2 or more`);
  for (const index of [-1, size, size + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    mustRefuse(() => example(index), `example ${index} of ${id} (size ${size})`);
  }
  const seen = new Map<string, number>();
  for (const index of spread(task)) {
    const operands = example(index).operands.join();
    must(
      !seen.has(operands),
      `examples ${seen.get(operands)} and ${index} of ${id} both show ${operands}`,
    );
    seen.set(operands, index);
  }
}

/** Operands and labels are whole numbers below `vocabulary` and `classes`. */
export function checkRanges(task: Task): void {
  const { id, operands: arity, vocabulary, classes, example } = task;
  for (const [name, value] of Object.entries({ operands: arity, vocabulary, classes })) {
    must(Number.isInteger(value) && value >= 1, `${id} has ${name} ${value}`);
    must(value <= 2 ** 16, `${id} has ${name} ${value}; data sets hold 16 bits`);
  }
  for (const index of spread(task)) {
    const { operands, label } = example(index);
    must(operands.length === arity, `example ${index} of ${id} shows ${operands.length} operands`);
    must(
      operands.every((operand) => isBelow(operand, vocabulary)),
      `example ${index} of ${id} shows ${operands}; symbols are 0 … ${vocabulary - 1}`,
    );
    must(
      isBelow(label, classes),
      `example ${index} of ${id} has label ${label}; labels are 0 … ${classes - 1}`,
    );
  }
}

/** Its id makes the same task again, and what people read tells its symbols apart. */
export function checkRoundTrip(task: Task, find: (id: string) => Task): void {
  const again = find(JSON.parse(JSON.stringify(task.id)));
  must(again.id === task.id, `${task.id} makes a task whose id is ${again.id}`);
  must(task.title.trim() !== "", `${task.id} has no title`);
  for (const key of ["operands", "vocabulary", "classes", "size"] as const) {
    must(again[key] === task[key], `${task.id} has ${key} ${task[key]}, then ${again[key]}`);
  }
  checkDeterminism(task, again);
  for (const [name, write, count] of [
    ["symbol", task.symbol, task.vocabulary],
    ["answer", task.answer, task.classes],
  ] as const) {
    if (!write) continue;
    const texts = Array.from({ length: count }, (_, i) => write(i));
    must(!texts.includes(""), `${task.id} writes ${name} ${texts.indexOf("")} as nothing`);
    const twice = texts.findIndex((text, i) => texts.indexOf(text) < i);
    must(twice < 0, `${task.id} writes ${name} ${twice} and another one as ${texts[twice]}`);
  }
}
