export type * from "./config/config.ts"; export type * from "./record.ts";
