import { fetchTask } from "@grokscape/group-datasets";
import { expose } from "comlink";
import { codeOf } from "./code.ts";
import { outlook } from "./outlook.ts";
import type { OutlookService } from "./outlooks.ts";

const service: OutlookService = {
  outlook: async (draft, locale) => outlook(draft, await fetchTask(draft.task), locale),
  code: async (draft) => codeOf(draft, (await fetchTask(draft.task)).size),
};
expose(service);
