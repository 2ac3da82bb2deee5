import { widest } from "../frame/axes.ts";
import { drawCells, everyFew, signed } from "../frame/cells.ts";
import {
  array,
  list,
  mustBe,
  numbers,
  optional,
  PictureError,
  record,
  text,
  whole,
} from "../frame/form.ts";
import { labelColumns, labelRows } from "../frame/labels.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, type TableOptions } from "../frame/options.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import { drawRamp } from "../frame/ramp.ts";
import { drawable } from "../series/drawable.ts";
import { count } from "../text/numbers.ts";
import { textWidth } from "../text/width.ts";
import type { Language } from "../words/words.ts";

/** The characters of a group's irreps; `CharacterTable` of @grokscape/group-datasets is one. */
export interface Characters {
  /** Degree of each irrep. */
  readonly degrees: ArrayLike<number>;
  /** Elements in each conjugacy class. */
  readonly classSizes: ArrayLike<number>;
  /** Real and imaginary parts, irreps × classes, row-major. */
  readonly re: ArrayLike<number>;
  readonly im: ArrayLike<number>;
}

interface CharacterChoices {
  /** Of the group, for the title. */
  readonly name?: string;
  /** A name for each class, such as one of its elements; its place unless given. */
  readonly classNames?: readonly string[];
}

export interface CharacterTableOptions extends PictureOptions, CharacterChoices {}

/**
 * Draws a character table: a row for each irrep, a column for each conjugacy class, values of either
 * sign in two colours, as large as they are strong, with their numbers where there is room.
 *
 * @throws PictureError for a table that is not square or of the wrong length, or when the size leaves no
 * room
 */
export function characterTable(
  characters: Characters,
  options: CharacterTableOptions = {},
): SVGSVGElement {
  return drawPlan(charactersPlan(characters, options), options);
}

/** The character table as numbers, up to 40 irreps and classes. */
export function characterNumbers(
  characters: Characters,
  options: TableOptions & CharacterChoices = {},
): HTMLTableElement {
  return tableOf(charactersPlan(characters, options), options);
}

const charactersForm = record({
  degrees: list(whole(1)),
  classSizes: list(whole(1)),
  re: numbers,
  im: numbers,
});

interface Words {
  readonly title: (name?: string) => string;
  readonly nothing: string;
  readonly irrep: (place: number, degree: number) => string;
  readonly corner: string;
  readonly column: (name: string, size: number) => string;
  readonly caption: (irreps: number, linear: number, complex: number) => string;
  readonly shown: (shown: number, of: number) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: (name) => `The character table${name ? ` of ${name}` : ""}`,
    nothing: "a table without characters",
    irrep: (place, degree) => `χ${place}, d = ${degree}`,
    corner: "irrep",
    column: (name, size) => `${name} (${size})`,
    caption: (irreps, linear, complex) =>
      `${count(irreps)} irreps (rows) on ${count(irreps)} conjugacy classes (columns, with their sizes); ${count(linear)} of degree 1. Colours show the real part, as a share of the degree.${
        complex
          ? ` ${count(complex)} irreps have values that are not real.`
          : " All values are real."
      }`,
    shown: (shown, of) => ` ${count(shown)} of ${count(of)} rows and columns are drawn.`,
  },
  "zh-cn": {
    title: (name) => `${name ? `${name} 的` : ""}特征标表`,
    nothing: "没有特征标的表",
    irrep: (place, degree) => `χ${place}，d = ${degree}`,
    corner: "不可约表示",
    column: (name, size) => `${name}（${size}）`,
    caption: (irreps, linear, complex) =>
      `${count(irreps)} 个不可约表示（行），${count(irreps)} 个共轭类（列，附大小）；其中 ${count(linear)} 个次数为 1。颜色表示实部与次数之比。${
        complex ? `${count(complex)} 个不可约表示含非实数值。` : "所有值均为实数。"
      }`,
    shown: (shown, of) => `共 ${count(of)} 行列，画出 ${count(shown)} 个。`,
  },
};

/** Strongest shade under numbers: ink must stay readable on it. */
const underLetters = 0.5;
/** Smallest size of letters that can be read, in px. */
const smallest = 8.5;
const mostCells = 160;
const mostListed = 40;

function charactersPlan(
  characters: Characters,
  options: CharacterChoices & { language?: Language },
): Plan {
  mustBe("characters", charactersForm, characters);
  checkOptions(options, { name: optional(text), classNames: optional(array(text)) });
  const { degrees, classSizes, re, im } = characters;
  const { name, classNames, language = "en" } = options;
  const say = words[language];
  const size = degrees.length;
  if (classSizes.length !== size || re.length !== size * size || im.length !== size * size) {
    throw new PictureError(
      `${size} irreps need ${size} classes and ${size * size} values; got ${classSizes.length}, ${re.length} and ${im.length}`,
    );
  }
  const places = everyFew(size, mostCells);
  const listed = everyFew(size, mostListed);
  const value = (irrep: number, of: number) =>
    written(re[irrep * size + of]!, im[irrep * size + of]!);
  const className = (of: number) => classNames?.[of] ?? String(of);
  const complex = Array.from({ length: size }, (_, irrep) =>
    Array.from({ length: size }, (_, of) => Math.abs(im[irrep * size + of]!)).some(
      (im) => im > 1e-9,
    ),
  ).filter(Boolean).length;
  return {
    title: say.title(name),
    caption: size
      ? say.caption(size, Array.from(degrees).filter((degree) => degree === 1).length, complex) +
        (places.length < size ? say.shown(places.length, size) : "")
      : say.nothing,
    height: (width, { text }) =>
      text * 4.4 + Math.min(0.85 * width, 560, Math.max(100, places.length * text * 2.8)),
    table: {
      heads: [say.corner, ...listed.map((of) => say.column(className(of), classSizes[of]!))],
      rows: listed.map((irrep) => [
        say.irrep(irrep, degrees[irrep]!),
        ...listed.map((of) => value(irrep, of)),
      ]),
      ...(listed.length < size && { note: say.shown(listed.length, size).trim() }),
    },
    draw(pen, body) {
      const { text } = pen.sizes;
      if (size === 0) {
        drawNothing(pen, body, say.nothing);
        return;
      }
      const rows = places.map((irrep) => say.irrep(irrep, degrees[irrep]!));
      const before = widest(rows, text) + 8;
      const inner = {
        ...body,
        left: body.left + before,
        top: body.top + text * 4.2,
        bottom: body.bottom - 2,
      };
      const right = Math.min(inner.right, inner.left + places.length * text * 13);
      const box = { ...inner, right };
      const width = (box.right - box.left) / places.length;
      const height = (box.bottom - box.top) / places.length;
      // a value that is not real stands on two lines
      const numbers = places.flatMap((irrep) =>
        places.map((of) => value(irrep, of).split(/(?<=\d)(?=[−+])/)),
      );
      const longest = Math.max(...numbers.flat().map((number) => textWidth(number, text)));
      const lines = Math.max(...numbers.map(({ length }) => length));
      const fits = Math.min(text, (text * (width - 10)) / longest, (height * 0.75) / lines);
      const strongest = fits >= smallest ? underLetters : 1;
      drawRamp(pen, body, {
        from: "−d",
        to: "d",
        shade: (at) => signed(2 * at - 1, 1 / strongest),
      });
      drawCells(pen, box, places.length, places.length, (row, column) => {
        const irrep = places[row]!;
        return signed(re[irrep * size + places[column]!]!, degrees[irrep]! / strongest);
      });
      labelRows(pen, box, rows);
      labelColumns(pen, box, places.map(className), box.top - text * 1.9, { fill: "ink" });
      labelColumns(
        pen,
        box,
        places.map((of) => `×${classSizes[of]}`),
        box.top - text * 0.75,
      );
      if (fits >= smallest) {
        numbers.forEach((number, i) => {
          const x = box.left + ((i % places.length) + 0.5) * width;
          const y = box.top + (Math.floor(i / places.length) + 0.5) * height;
          number.forEach((part, k) => {
            const at = y + (k - (number.length - 1) / 2) * fits * 1.15;
            pen.text({ x, y: at, text: part }, { fill: "ink", size: fits, anchor: "middle" });
          });
        });
      }
      pen.rect(box.left, box.top, box.right - box.left, box.bottom - box.top, { stroke: "grid" });
    },
  };
}

/** A character value: 2, −1, 1.62, −0.50 + 0.87i. */
function written(re: number, im: number): string {
  if (!(drawable(re) && drawable(im))) return "–";
  const real = rounded(re);
  if (Math.abs(im) < 1e-9) return real;
  const imaginary = `${rounded(Math.abs(im))}i`.replace(/^1i$/, "i");
  if (Math.abs(re) < 1e-9) return `${im < 0 ? "−" : ""}${imaginary}`;
  return `${real}${im < 0 ? "−" : "+"}${imaginary}`;
}

const rounded = (value: number) => {
  const near = Math.round(value);
  const text = Math.abs(value - near) < 1e-9 ? String(Math.abs(near)) : Math.abs(value).toFixed(2);
  return value < -1e-9 ? `−${text}` : text;
};
