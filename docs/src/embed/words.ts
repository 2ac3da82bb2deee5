import type { Locale } from "../site/locales.ts";

interface EmbedWords {
  readonly code: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly whole: string;
  readonly missing: (figure: string) => string;
}

/** What is said about showing a figure in another page. */
export const embedWords: Readonly<Record<Locale, EmbedWords>> = {
  en: {
    code: "Copy embed code",
    copied: "Copied.",
    notCopied: "Not copied: the browser does not let us. Here it is, marked: ",
    whole: "Open in Grokscape",
    missing: (figure) => `This page has no figure “${figure}”.`,
  },
  "zh-cn": {
    code: "复制嵌入代码",
    copied: "已复制。",
    notCopied: "未能复制：浏览器不允许。内容在此，已选中：",
    whole: "在 Grokscape 中打开",
    missing: (figure) => `本页没有名为“${figure}”的图。`,
  },
};
