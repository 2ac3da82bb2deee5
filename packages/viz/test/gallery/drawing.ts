/** The width of the pictures in `known/`, in px. */
export const knownWidth = 420;

/** A picture's file as text with an element on each line: what `known/` holds, readable in a diff. */
export const drawing = (svg: string): string => `${svg.replaceAll("><", ">\n<")}\n`;

/** What remains of a picture without its means to follow a page. */
export const plain = (svg: string): string =>
  svg.replace(/<style>.*?<\/style>/s, "").replace(/ (class|style|font-family)="[^"]*"/g, "");
