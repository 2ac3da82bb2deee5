/** What a page says to the one that it is framed in, each time that the figure's height changes. */
export interface HeightMessage {
  readonly type: "grokscape:height";
  /** Name of the figure, as its address has it. */
  readonly figure: string;
  /** In px. */
  readonly height: number;
}

/** The address of a figure alone; what stands behind "#" in the page's own, its state, is kept. */
export function embedAddress(page: string, figure: string): string {
  const address = new URL(page);
  address.search = `?embed=${encodeURIComponent(figure)}`;
  return address.href;
}

/** The element that shows a figure in another page. @param height in px */
export function embedSnippet(address: string, title: string, height: number): string {
  const attribute = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<iframe src="${attribute(address)}" title="${attribute(title)}" loading="lazy" allow="clipboard-write" style="width: 100%; height: ${Math.ceil(height)}px; border: 0"></iframe>`;
}
