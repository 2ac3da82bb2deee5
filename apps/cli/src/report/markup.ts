/** A piece of HTML that is known to be well formed. */
export interface Markup {
  readonly html: string;
}

type Piece = Markup | string | number | null | readonly (Markup | string)[];

/** HTML from a template: strings put into it are escaped, pieces of markup are not. */
export function markup(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return { html: parts.reduce((html, part, i) => html + written(pieces[i - 1]) + part) };
}

/** Markup that comes from elsewhere, such as a picture. */
export const trusted = (html: string): Markup => ({ html });

function written(piece: Piece): string {
  if (piece === null) return "";
  if (Array.isArray(piece)) return piece.map(written).join("");
  if (typeof piece === "object") return (piece as Markup).html;
  return `${piece}`
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
