import { localeOf } from "../site/locales.ts";
import { copy } from "./copy.ts";
import { embedAddress, embedSnippet } from "./snippet.ts";
import { embedWords } from "./words.ts";

/** Copies the code that shows a figure elsewhere. @param code the `<embed-code>` below it */
export async function copyCode(code: HTMLElement): Promise<void> {
  const name = code.dataset.figure as string;
  const figure = document.getElementById(name) as HTMLElement;
  const title = figure.getAttribute("aria-label") ?? document.title;
  const snippet = embedSnippet(embedAddress(location.href, name), title, figure.offsetHeight + 48);
  const status = code.querySelector("[role=status]") as HTMLElement;
  await copy(snippet, status, embedWords[localeOf(code.dataset.locale)]);
}
