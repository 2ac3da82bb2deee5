const below = /_(?:\{([^}]*)\}|([a-z]+|\d+|[A-Z∞∥⊥]))/g;
const above = /\^(?:\(([^()]*)\)|([a-z]+|[A-Z]|[−-]?\d+(?:\.\d+)?))/g;

/** A plain sentence of the packages as HTML: what they write a_l or x^(−a) stands below or above the line. */
export const notation = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(below, (_, several, one) => `<sub>${several ?? one}</sub>`)
    .replace(above, (_, several, one) => `<sup>${several ?? one}</sup>`);
