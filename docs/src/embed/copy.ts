/** Copies a text, and says so; where the browser has no clipboard for the page, shows it there, marked. */
export async function copy(
  text: string,
  status: HTMLElement,
  words: { readonly copied: string; readonly notCopied: string },
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = words.copied;
  } catch {
    const shown = Object.assign(document.createElement("code"), { textContent: text });
    status.replaceChildren(words.notCopied, shown);
    getSelection()?.selectAllChildren(shown);
  }
}
