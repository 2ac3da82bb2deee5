import { expose } from "comlink";
import { fetchedTask } from "../live/fetched-task.ts";
import { codeOf } from "./code.ts";
import { outlook } from "./outlook.ts";
import type { OutlookService } from "./outlooks.ts";

const service: OutlookService = {
  outlook: async (settings, locale) => outlook(settings, await fetchedTask(settings.task), locale),
  code: async (settings) => codeOf(settings, (await fetchedTask(settings.task)).size),
};
expose(service);
