import { type CurveRecord, type GrokkingCurveOptions, grokkingCurve } from "@grokscape/viz";
import { parseHTML } from "linkedom";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a reader would find in a picture. */
export interface Drawn {
  readonly svg: SVGSVGElement;
  readonly texts: readonly (Point & { readonly text: string; readonly size: number })[];
  /** The pieces of a side's line. */
  readonly line: (side: "train" | "test") => Point[][];
  readonly desc: string;
}

export function draw(record: CurveRecord, options: GrokkingCurveOptions = {}): Drawn {
  const { document } = parseHTML("<html><body></body></html>");
  const svg = grokkingCurve(record, { document, ...options });
  return {
    svg,
    texts: [...svg.querySelectorAll("text")].map((text) => ({
      ...position(text.getAttribute("transform")!),
      text: text.textContent!,
      size: Number(text.parentElement!.getAttribute("font-size")),
    })),
    line: (side) =>
      pieces(
        svg.querySelector(`g.stroke-${side}[aria-label="line"] path`)?.getAttribute("d") ?? "",
      ),
    desc: svg.querySelector("desc")!.textContent!,
  };
}

export const textAt = ({ texts }: Drawn, wanted: string) => {
  const found = texts.find(({ text }) => text === wanted);
  if (!found) throw new Error(`no "${wanted}" among ${texts.map(({ text }) => text).join(" | ")}`);
  return found;
};

const position = (transform: string): Point => {
  const [x, y] = transform.match(/-?[\d.]+/g)!.map(Number);
  return { x: x!, y: y! };
};

const pieces = (d: string): Point[][] =>
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
