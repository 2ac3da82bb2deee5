import type { AnyTaskFamily } from "../task/family.ts";
import type { Task } from "../task/task.ts";
import { must, mustRefuse } from "./failure.ts";

/** It says what it is, and where it comes from. */
export function checkDocumentation({ id, aliases = [], title, citations }: AnyTaskFamily): void {
  for (const name of [id, ...aliases]) {
    must(
      /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name),
      `a family's id is lower-case letters, digits and single hyphens, got "${name}"`,
    );
  }
  must(title.trim() !== "", `the family ${id} has no title`);
  must(citations.length > 0, `the family ${id} cites nothing`);
  for (const { title, reference } of citations) {
    must(title.trim() !== "", `the family ${id} cites ${reference} without a title`);
    must(
      /^(arXiv:\d{4}\.\d{4,5}|doi:10\.\d{4,9}\/\S+|https:\/\/\S+)$/.test(reference),
      `the family ${id} cites "${title}" as "${reference}"; write arXiv:…, doi:… or https://…`,
    );
  }
}

/** What is no task of the family is refused in one line. */
export function checkBadInput({ id, derived }: AnyTaskFamily, find: (id: string) => Task): void {
  const nonsense = [
    "¬",
    "1e999",
    "-1",
    "0.5,0.5,0.5,0.5",
    "NaN,NaN,NaN",
    "__proto__",
    ",".repeat(50),
  ];
  for (const text of nonsense) mustRefuse(() => find(`${id}:${text}`), `"${id}:${text}"`);
  if (derived) mustRefuse(() => find(id), `"${id}" without a task to change`);
}
