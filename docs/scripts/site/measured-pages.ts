/** The pages whose weight and speed are watched. */
export const measuredPages = [
  "/en/",
  "/zh-cn/",
  "/en/article/the-table/",
  "/zh-cn/article/by-heart/",
  "/en/article/the-wait/",
  "/en/article/the-landscape/",
  "/en/article/how-much/",
  "/en/article/together/",
  "/en/article/depth/",
  "/en/theorems/theorem-2/",
  "/en/lab/",
  "/zh-cn/lab/",
] as const;
