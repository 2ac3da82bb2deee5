import { experiments } from "@grokscape/experiments";
import { type Citation, taskFamilies } from "@grokscape/group-datasets";
import * as works from "@grokscape/group-datasets/works";
import { scalingLaws } from "@grokscape/theory";
import { presets } from "@grokscape/trainer";
import { parse } from "yaml";
import citation from "../../../CITATION.cff?raw";
import type { Locale } from "./locales.ts";

/** A work, and what of ours comes from it. */
export interface Reference {
  readonly work: Citation;
  readonly families: readonly string[];
  readonly presets: readonly string[];
  /** Ids of experiments that ask whether what it says comes out again. */
  readonly experiments: readonly string[];
  readonly laws: readonly Readonly<Record<Locale, string>>[];
}

/** All works that packages name, by their titles. */
export const references: readonly Reference[] = Object.values(works)
  .map((work) => ({
    work,
    families: taskFamilies.filter(({ citations }) => citations.includes(work)).map(({ id }) => id),
    presets: presets.filter(({ source }) => source === work).map(({ name }) => name),
    experiments: experiments
      .filter(({ criterion }) => criterion?.work === work)
      .map(({ id }) => id),
    laws: scalingLaws.filter(({ citation }) => citation === work).map(({ title }) => title),
  }))
  .sort((a, b) => a.work.title.localeCompare(b.work.title, "en"));

/** Where a work is to be read. */
export function addressOf({ reference }: Citation): string {
  const [kind, ...rest] = reference.split(":");
  const id = rest.join(":");
  if (kind === "arXiv") return `https://arxiv.org/abs/${id}`;
  return kind === "doi" ? `https://doi.org/${encodeURIComponent(id)}` : reference;
}

interface Article {
  readonly title: string;
  readonly authors: readonly Readonly<Record<"family-names" | "given-names", string>>[];
  readonly year: number;
  readonly url: string;
}

/** This software and the paper whose theory it implements, for BibTeX. */
export function bibTex(): string {
  const cited = parse(citation);
  const software = `@software{grokscape,
  title = {${cited.title}},
  author = {{${cited.authors[0].name}}},
  license = {${cited.license}},
  url = {${cited["repository-code"]}}
}`;
  const articles = (cited.references as Article[]).map(
    ({
      title,
      authors: [first],
      year,
      url,
    }) => `@article{${first!["family-names"].toLowerCase()}${year},
  title = {${title}},
  author = {${first!["family-names"]}, ${first!["given-names"]}},
  year = {${year}},
  url = {${url}}
}`,
  );
  return [software, ...articles].join("\n\n");
}
