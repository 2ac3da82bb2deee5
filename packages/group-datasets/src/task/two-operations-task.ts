import { InputError } from "../errors.ts";
import { seen } from "../text/seen.ts";
import { checkMeasures, makeTask, maximumTaskSize, reader, type Task } from "./task.ts";

/** What stands between the ids of two operations. */
const separator = "~";

/**
 * Two operations learnt together. The first operand says which one is meant, by a symbol of its own; the
 * others are the operation's. The examples are the first's, then the second's.
 *
 * @param text the ids of the two, "cyclic:5~division:cyclic:5"
 * @param shared whether a symbol is the same in both, or each has symbols of its own
 * @throws InputError unless both have as many operands, symbols and answers, or if the examples are too many
 */
export function twoOperationsTask(
  family: string,
  text: string,
  shared: boolean,
  find: (id: string) => Task,
): Task {
  const at = text.lastIndexOf(separator);
  if (at < 0) {
    throw new InputError(
      `${seen(`${family}:${text}`)} does not name two operations`,
      `put ${separator} between them, as in "${family}:cyclic:5${separator}division:cyclic:5"`,
    );
  }
  const operations = [find(text.slice(0, at)), find(text.slice(at + 1))] as const;
  const [first, second] = operations;
  for (const measure of ["operands", "vocabulary", "classes"] as const) {
    if (first[measure] === second[measure]) continue;
    throw new InputError(
      `${first.id} has ${measure} ${first[measure]}, ${second.id} has ${second[measure]}`,
      "two operations on the same symbols have the same of each",
    );
  }
  const { operands, vocabulary, classes, symbol = String, answer = symbol } = first;
  const symbols = shared ? vocabulary : 2 * vocabulary;
  const shape = { operands: operands + 1, vocabulary: symbols + 2, classes };
  const id = `${family}:${first.id}${separator}${second.id}`;
  const size = first.size + second.size;
  checkMeasures({ ...shape, id, size: 1 });
  if (size > maximumTaskSize) {
    throw new InputError(
      `${id} would have ${size} examples`,
      `a task may have ${maximumTaskSize} (2^26)`,
    );
  }
  const readers = operations.map(reader);
  return makeTask({
    ...shape,
    id,
    size,
    title: `${first.title}, and ${second.title}${shared ? "" : " on symbols of its own"}`,
    read(index, into, at) {
      const which = index < first.size ? 0 : 1;
      into[at] = symbols + which;
      const label = readers[which](index - which * first.size, into, at + 1);
      for (let i = 1; !shared && which === 1 && i <= operands; i++) into[at + i] += vocabulary;
      return label;
    },
    symbol(shown) {
      if (shown >= symbols) return `∘${"₁₂"[shown - symbols]}`;
      return shown < vocabulary ? symbol(shown) : `${symbol(shown - vocabulary)}′`;
    },
    answer,
    operations,
    theory: () => ({ group: null, reason: "two operations are no one group's table" }),
  });
}
