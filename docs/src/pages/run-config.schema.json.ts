import { runConfigSchema, settingsWords } from "@grokscape/trainer/settings";

/** For editors: what a run's config may be. */
export const GET = (): Response =>
  new Response(JSON.stringify(runConfigSchema(settingsWords.en), null, 2), {
    headers: { "Content-Type": "application/schema+json" },
  });
