/** Gives an element its text, unless it has it already: then the page need not be laid out anew. */
export function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
