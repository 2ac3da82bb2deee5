import { lawLeaderboard, leaderboardTable } from "@grokscape/viz";
import record from "../fixtures/laws.json" with { type: "json" };
import type { Example } from "./example.ts";

const { scores } = record;
const named = (language?: string) => ({
  names: language === "zh-cn" ? record.namesInChinese : record.names,
});

/** Li₂'s law, its rivals and ours on the runs of the sweep. */
export const lawLeaderboardExample: Example = {
  id: "law-leaderboard",
  draw: (options) => lawLeaderboard(scores, { ...named(options?.language), ...options }),
  table: (options) => leaderboardTable(scores, { ...named(options?.language), ...options }),
};
