import { parseHTML } from "linkedom";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a reader would find in a picture. */
export interface Found {
  readonly svg: SVGSVGElement;
  /** Words with the middle of their line; letters under letters left out. */
  readonly texts: readonly (Point & { readonly text: string; readonly size: number })[];
  /** The elements drawn as a mark of this name. */
  readonly marks: (name: string) => Element[];
  /** The pieces of the one line or area of this name. */
  readonly pieces: (name: string) => Point[][];
  readonly desc: string;
}

export const page = (): Document => parseHTML("<html><body></body></html>").document;

const number = (element: Element, name: string) => Number(element.getAttribute(name));

export function find(svg: SVGSVGElement): Found {
  const marks = (name: string) => [...svg.querySelectorAll(`[data-mark="${name}"]`)];
  return {
    svg,
    marks,
    texts: [...svg.querySelectorAll("text:not([data-mark])")].map((text) => {
      const size = number(text, "font-size");
      return {
        x: number(text, "x"),
        y: number(text, "y") - 0.35 * size,
        text: text.textContent!,
        size,
      };
    }),
    pieces: (name) => piecesOf(marks(name)[0]?.getAttribute("d") ?? ""),
    desc: svg.querySelector("desc")!.textContent!,
  };
}

export function textAt({ texts }: Found, wanted: string): Found["texts"][number] {
  const found = texts.find(({ text }) => text === wanted);
  if (!found) throw new Error(`no "${wanted}" among ${texts.map(({ text }) => text).join(" | ")}`);
  return found;
}

export const cellsOf = (table: HTMLTableElement): string[][] =>
  [...table.querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent!),
  );

const piecesOf = (d: string): Point[][] =>
  d
    .split("M")
    .filter(Boolean)
    .map((piece) =>
      piece
        .replace("Z", "")
        .split("L")
        .map((pair) => {
          const [x, y] = pair.split(",").map(Number);
          return { x: x!, y: y! };
        }),
    );
