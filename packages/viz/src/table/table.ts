/** A table whose first cell in each row heads that row. */
export function table(
  document: Document,
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): HTMLTableElement {
  const make = (name: string, content: string | Element[], attributes = {}) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    if (typeof content === "string") made.textContent = content;
    else made.append(...content);
    return made;
  };
  const head = heads.map((text) => make("th", text, { scope: "col" }));
  const body = rows.map(([first, ...cells]) =>
    make("tr", [
      make("th", first ?? "", { scope: "row" }),
      ...cells.map((text) => make("td", text)),
    ]),
  );
  return make(
    "table",
    [make("caption", caption), make("thead", [make("tr", head)]), make("tbody", body)],
    { class: "grok-table" },
  ) as HTMLTableElement;
}
