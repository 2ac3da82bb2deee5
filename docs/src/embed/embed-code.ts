/** What `EmbedCode.astro` marks up: what it does is fetched when it is first asked for. */
const codes = document.querySelectorAll<HTMLElement>("embed-code");
for (const code of codes) {
  code.querySelector("button")?.addEventListener("click", async () => {
    const { copyCode } = await import("./copy-code.ts");
    copyCode(code);
  });
}

const { dataset } = document.documentElement;
if (codes.length === 0) delete dataset.embed;
else if (dataset.embed !== undefined) import("./alone.ts").then(({ showAlone }) => showAlone());
