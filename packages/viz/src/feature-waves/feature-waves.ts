import { stateColours } from "../energy/record.ts";
import { featureWords, type NodeWave, readNodes } from "../features/record.ts";
import { grid } from "../frame/box.ts";
import { flag, optional } from "../frame/form.ts";
import { drawKey, type KeyItem, keyHeight } from "../frame/key.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, type TableOptions } from "../frame/options.ts";
import { panelColumns } from "../frame/panels.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import { sharp } from "../frame/scale.ts";
import type { Paint } from "../palette/css.ts";
import { decimate } from "../series/decimate.ts";
import { drawable } from "../series/drawable.ts";
import { significant } from "../text/numbers.ts";
import type { Language } from "../words/words.ts";

interface WavesChoices {
  /** Whether weights are dots, as of elements between which nothing is; lines unless given. */
  readonly dots?: boolean;
  /** Whether the elements of a node with a `fit` stand in the order in which its wave goes round once. */
  readonly wound?: boolean;
}

export interface FeatureWavesOptions extends PictureOptions, WavesChoices {}

/**
 * Draws hidden nodes as waves: their weights a(g) for the first operand and b(g) for the second over
 * the elements of the group, a panel for each node, each by its own scale; a `fit` as a line among dots.
 *
 * @throws PictureError for more than 24 nodes or weights that do not match, or when the size leaves no
 * room
 */
export function featureWaves(
  nodes: readonly NodeWave[],
  options: FeatureWavesOptions = {},
): SVGSVGElement {
  return drawPlan(wavesPlan(nodes, options), options);
}

/** The weights behind feature waves: a row for each element, two columns for each node. */
export function featureWavesTable(
  nodes: readonly NodeWave[],
  options: TableOptions & WavesChoices = {},
): HTMLTableElement {
  return tableOf(wavesPlan(nodes, options), options);
}

const gap = { x: 18, y: 8 };

/** How strong the dots of the second operand are. */
const faint = 0.5;
/** How densely a fitted cosine is drawn: points an element. */
const dense = 8;

function wavesPlan(
  nodes: readonly NodeWave[],
  options: WavesChoices & { language?: Language },
): Plan {
  checkOptions(options, { dots: optional(flag), wound: optional(flag) });
  const { language = "en", dots = false, wound = false } = options;
  const words = featureWords[language];
  const order = readNodes(nodes, "maybe b");
  const both = nodes.some(({ b }) => b);
  const line = { mark: "line", style: { stroke: "ink", strokeWidth: 2 } } as const;
  const dashed = { mark: "line", style: { ...line.style, dash: "4 3" } } as const;
  const disc = { mark: "dot", style: { fill: "ink" } } as const;
  const small = { mark: "dot", style: { fill: "ink", opacity: faint } } as const;
  const [one, other] = dots ? [disc, small] : [line, dashed];
  const key: KeyItem[] = [
    ...(both
      ? [
          { text: words.first, ...one },
          { text: words.second, ...other },
        ]
      : []),
    ...(dots && nodes.some(({ fit }) => fit) ? [{ text: words.fit, ...line }] : []),
  ];
  const columnsIn = (width: number) => panelColumns(nodes.length, width, 145, gap.x);
  return {
    title: words.waves,
    caption: nodes.length ? words.wavesCaption(order, both) : words.nothing,
    height: (width, { text }) =>
      keyHeight(key, width, text) +
      text +
      (Math.ceil(nodes.length / columnsIn(width)) || 1) *
        (text * 1.9 + Math.min(170, 76 + 0.04 * width)),
    table: {
      heads: [
        words.element,
        ...nodes.flatMap(({ name, b }) => [`${name}, a(g)`, ...(b ? [`${name}, b(g)`] : [])]),
      ],
      rows: Array.from({ length: Math.min(order, 200) }, (_, g) => [
        String(g),
        ...nodes.flatMap(({ a, b }) => [a, ...(b ? [b] : [])].map((of) => significant(of[g]!))),
      ]),
    },
    draw(pen, body) {
      const { text, fine } = pen.sizes;
      const width = body.right - body.left;
      if (nodes.length === 0) {
        drawNothing(pen, body, words.nothing);
        return;
      }
      drawKey(pen, [body.left, body.top], width, key);
      const inner = {
        ...body,
        top: body.top + keyHeight(key, width, text),
        bottom: body.bottom - text,
      };
      const boxes = grid(inner, nodes.length, columnsIn(width), gap);
      nodes.forEach(({ name, a, b, hue, state, fit }, i) => {
        const outer = boxes[i]!;
        const box = { ...outer, top: outer.top + text * 1.7 };
        const middle = (box.top + box.bottom) / 2;
        let most = 0;
        for (const values of b ? [a, b] : [a]) {
          for (let g = 0; g < order; g++) most = Math.max(most, Math.abs(values[g]!));
        }
        const x = (g: number) => box.left + ((box.right - box.left) * g) / Math.max(1, order - 1);
        const y = (value: number) =>
          middle - ((box.bottom - box.top) / 2) * 0.94 * (most > 0 ? value / most : 0);
        const turns = wound && fit ? fit.frequency : 1;
        const place = (g: number) => x((turns * g) % order);
        pen.text({ x: box.left, y: outer.top + text * 0.85, text: name }, { fill: "ink" });
        pen.segments([[box.left, sharp(middle), box.right, sharp(middle)]], { stroke: "grid" });
        const g = Float64Array.from({ length: order }, (_, g) => g);
        const stroke: Paint = hue ?? (state ? stateColours[state] : "ink");
        for (const [values, wave, dash] of [
          [a, fit?.a, undefined],
          [b, fit?.b, "4 3"],
        ] as const) {
          if (!values) continue;
          const name = dash ? "second" : "first";
          if (dots) {
            const style = { stroke, ...(dash && { dash }) };
            if (fit && wave) {
              const cosine = cosineOf(wave, wound ? 1 : fit.frequency, order);
              const height = cosine.y.map((value) =>
                Math.abs(value) <= 2 * most ? y(value) : Number.NaN,
              );
              pen.line(cosine.x.map(x), height, { ...style, strokeWidth: 1, name: "fit" });
            }
            const width = (box.right - box.left) / order;
            pen.line(
              Array.from(g).flatMap((element) => [place(element), Number.NaN]),
              Array.from(g).flatMap((element) => {
                const value = values[element]!;
                return [drawable(value) ? y(value) : Number.NaN, Number.NaN];
              }),
              {
                ...{ stroke, opacity: dash ? faint : 1, name },
                strokeWidth: Math.max(3, Math.min(6, width / 1.3)) * (dash ? 0.75 : 1),
              },
            );
            continue;
          }
          const thin = decimate(
            { x: g, y: Float64Array.from(values) },
            box.right - box.left,
            (g) => x(g) - box.left,
          );
          pen.line(Array.from(thin.x, x), Array.from(thin.y, y), {
            stroke,
            strokeWidth: fine,
            ...(dash && { dash }),
            name,
          });
        }
      });
      pen.text(
        {
          x: body.right,
          y: body.bottom - text * 0.2,
          text: wound ? words.wound : words.elements(order),
        },
        { anchor: "end" },
      );
    },
  };
}

/** A fitted wave over the places 0 to order − 1. */
function cosineOf([cosine, sine]: readonly [number, number], frequency: number, order: number) {
  const x = Array.from({ length: dense * (order - 1) + 1 }, (_, i) => i / dense);
  const angle = (2 * Math.PI * frequency) / order;
  return { x, y: x.map((at) => cosine * Math.cos(angle * at) + sine * Math.sin(angle * at)) };
}
