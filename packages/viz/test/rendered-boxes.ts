/** Where the words of a picture really are in a page. */
export const renderedBoxes = (svg: SVGSVGElement) =>
  [...svg.querySelectorAll("text:not([data-mark])")].map((text) => ({
    text: text.textContent,
    box: text.getBoundingClientRect(),
  }));
