import { type Example, examples } from "../../../packages/viz/gallery/index.ts";
import type { Locale } from "../site/locales.ts";
import { sentences } from "./sentences.ts";

const folder = "../../../packages/viz/gallery";
const sources: Readonly<Record<string, string>> = import.meta.glob(
  "../../../packages/viz/gallery/**/*.{ts,json}",
  { query: "?raw", import: "default", eager: true },
);

/** A picture of @grokscape/viz as the gallery shows it. */
export interface GalleryPicture extends Example {
  /** What it is drawn from. */
  readonly says: Readonly<Record<Locale, string>>;
  /** The module that draws it. */
  readonly code: string;
  /** Names of the files that it reads. */
  readonly data: readonly string[];
}

/** The text of a file that a picture is drawn from. */
export const dataFile = (name: string): string => sourceOf(`fixtures/${name}`);

export const pictures: readonly GalleryPicture[] = examples.map((example) => {
  const code = sourceOf(`examples/${example.id}.ts`);
  const says = sentences[example.id];
  if (!says) throw new Error(`the gallery has no words for ${example.id}`);
  const data = [...code.matchAll(/fixtures\/([\w-]+\.json)/g)].map(([, name]) => name!);
  return { ...example, code: code.trim(), says, data };
});

function sourceOf(path: string): string {
  const source = sources[`${folder}/${path}`];
  if (source === undefined) throw new Error(`the gallery of @grokscape/viz has no ${path}`);
  return source;
}
