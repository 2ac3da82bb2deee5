import { parseHTML } from "linkedom";

/**
 * Draws without a page, and writes what was drawn as a page's `outerHTML` would give it. For a
 * picture that is a complete SVG file.
 *
 * @param draw receives the document to draw in
 * @example
 * renderToString((document) => grokkingCurve(record, { document, width: 720 }))
 */
export function renderToString(draw: (document: Document) => Element): string {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  return write(draw(document));
}

const elementNode = 1;
const textNode = 3;

function write(node: Node): string {
  if (node.nodeType === textNode) return escapeText(node.nodeValue ?? "");
  if (node.nodeType !== elementNode) return "";
  const { localName, attributes, childNodes } = node as Element;
  // linkedom lists the newest attribute first, pages the oldest
  const written = [...attributes]
    .reverse()
    .map(({ name, value }) => ` ${name}="${escapeText(value).replaceAll('"', "&quot;")}"`);
  const inside = [...childNodes].map(write).join("");
  return `<${localName}${written.join("")}>${inside}</${localName}>`;
}

const escapeText = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
