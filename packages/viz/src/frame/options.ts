import type { Theme } from "../palette/css.ts";
import type { Language } from "../words/words.ts";
import {
  callable,
  type Form,
  flag,
  mustBe,
  number,
  oneOf,
  optional,
  record,
  text,
} from "./form.ts";

/** Options of every picture. */
export interface PictureOptions {
  /** Where the elements are made; the page's own unless given. */
  readonly document?: Document;
  /** In px, 240 to 10000; 640 unless given. */
  readonly width?: number;
  /** In px; what suits the width unless given. */
  readonly height?: number;
  /** Replaces the picture's own title. */
  readonly title?: string;
  /** Whether it says below what is to be seen, as it tells screen readers in any case; true unless given. */
  readonly captioned?: boolean;
  /** "auto" (the default) follows page and reader; "light" and "dark" are for files. */
  readonly theme?: Theme;
  /** "en" unless given. */
  readonly language?: Language;
}

/** Options of every picture's table. */
export type TableOptions = Pick<PictureOptions, "document" | "language" | "title">;

/** @throws PictureError for a wrong value among the common options, or those of one picture */
export function checkOptions(options: unknown, own: Readonly<Record<string, Form>> = {}): void {
  mustBe("options", record({ ...common, ...own }), options);
}

const common: Readonly<Record<string, Form>> = {
  document: optional(record({ createElement: callable, createElementNS: callable })),
  width: optional(number),
  height: optional(number),
  title: optional(text),
  captioned: optional(flag),
  theme: optional(oneOf("auto", "light", "dark")),
  language: optional(oneOf("en", "zh-cn")),
};

/** How an axis is spaced. */
export const spacing: Form = optional(oneOf("linear", "log"));

/** The document to draw in: the one given, or the page's. */
export function documentOf({ document }: { readonly document?: Document }): Document {
  const found = document ?? globalThis.document;
  if (!found) {
    throw new ReferenceError(
      "there is no document here; on a server draw through renderToString of @grokscape/viz/server",
    );
  }
  return found;
}
