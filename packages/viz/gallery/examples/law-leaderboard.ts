import {
  lawLeaderboard,
  leaderboardTable,
  type PictureOptions,
  type TableOptions,
} from "@grokscape/viz";
import record from "../fixtures/laws.json" with { type: "json" };

const { scores } = record;
const named = (language?: string) => ({
  names: language === "zh-cn" ? record.namesInChinese : record.names,
});

export const draw = (options?: PictureOptions) =>
  lawLeaderboard(scores, { ...named(options?.language), ...options });

export const table = (options?: TableOptions) =>
  leaderboardTable(scores, { ...named(options?.language), ...options });
