import type { ThemeName } from "@grokscape/viz";
import type { APIRoute } from "astro";
import { sheetImage } from "../../atlas/thumbnails.ts";

/** The small Cayley tables of all groups in one file, for each theme. */
export const getStaticPaths = () => [{ params: { theme: "light" } }, { params: { theme: "dark" } }];

export const GET: APIRoute = ({ params }) => new Response(sheetImage(params.theme as ThemeName));
