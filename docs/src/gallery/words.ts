import type { Locale } from "../site/locales.ts";

interface GalleryWords {
  readonly title: string;
  readonly says: string;
  readonly code: string;
  /** How the code is to be read. */
  readonly codeSays: string;
  readonly data: string;
  readonly dataSays: string;
  readonly numbers: string;
  readonly all: string;
  /** Leads from a picture in a text to its page. */
  readonly more: string;
}

export const galleryWords: Readonly<Record<Locale, GalleryWords>> = {
  en: {
    title: "Gallery",
    says: "Every picture of @grokscape/viz, drawn from real runs: with its code, its data and its numbers.",
    code: "The code",
    codeSays: "This is the file that drew the picture above. In a page, append what draw returns.",
    data: "The data",
    dataSays: "Plain records, as runs and the theory give them:",
    numbers: "The numbers behind the picture",
    all: "All pictures",
    more: "Its numbers and code",
  },
  "zh-cn": {
    title: "图库",
    says: "@grokscape/viz 的每一张图，都用真实的运行画成：附代码、数据与数字。",
    code: "代码",
    codeSays: "上面的图就是这个文件画的。在网页里，把 draw 返回的元素插入页面即可。",
    data: "数据",
    dataSays: "普通的记录，运行与理论给出的就是这样：",
    numbers: "图背后的数字",
    all: "所有的图",
    more: "它的数字与代码",
  },
};
