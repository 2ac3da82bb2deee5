import { type Statement, type StatementId, statements } from "@grokscape/theory";
import { type Explained, explained } from "./explained.ts";

/** A statement that has a page of its own. */
export interface StatementPage {
  readonly id: StatementId;
  readonly slug: string;
  readonly statement: Statement;
  readonly explained: Explained;
}

/** In the order of the theory. */
export const statementPages: readonly StatementPage[] = Object.entries(statements).flatMap(
  ([id, statement]) => {
    const words = explained[id as StatementId];
    const slug = id.replaceAll(".", "-");
    return words ? [{ id: id as StatementId, slug, statement, explained: words }] : [];
  },
);
