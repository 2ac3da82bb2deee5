import { renderToString } from "@grokscape/viz/server";
import type { APIRoute } from "astro";
import { dataFile, pictures } from "../../gallery/pictures.ts";
import { locales } from "../../site/locales.ts";

/** Each picture as a small file, in both languages and themes, and the data that pictures are drawn from. */
export const getStaticPaths = () => [
  ...pictures.flatMap(({ id, draw }) =>
    locales.flatMap((language) =>
      (["light", "dark"] as const).map((theme) => ({
        params: { file: `${id}-${language}-${theme}.svg` },
        props: {
          content: renderToString((document) =>
            draw({ document, language, theme, width: 360, title: " " }),
          ),
        },
      })),
    ),
  ),
  ...[...new Set(pictures.flatMap(({ data }) => data))].map((file) => ({
    params: { file },
    props: { content: dataFile(file) },
  })),
];

export const GET: APIRoute<{ content: string }> = ({ props }) => new Response(props.content);
