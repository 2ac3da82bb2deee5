import { expose } from "comlink";
import { fetchedTask } from "../live/fetched-task.ts";
import { codeOf } from "./code.ts";
import { outlook } from "./outlook.ts";
import type { OutlookService } from "./outlooks.ts";

const service: OutlookService = {
  outlook: async (draft, locale) => outlook(draft, await fetchedTask(draft.task), locale),
  code: async (draft) => codeOf(draft, (await fetchedTask(draft.task)).size),
};
expose(service);
