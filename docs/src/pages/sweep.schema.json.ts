import { sweepSchema } from "@grokscape/experiments";
import { settingsWords } from "@grokscape/trainer/settings";

/** For editors: what the file of a sweep may hold. */
export const GET = (): Response =>
  new Response(JSON.stringify(sweepSchema(settingsWords.en), null, 2), {
    headers: { "Content-Type": "application/schema+json" },
  });
