/** What a page keeps after "#", such as the laboratory's settings, is the same in every language. */
for (const link of document.querySelectorAll<HTMLAnchorElement>("a.language")) {
  link.addEventListener("click", () => {
    link.hash = location.hash;
  });
}
