/** Where the words of a picture really are in a page. */
export const renderedBoxes = (svg: SVGSVGElement) =>
  [...svg.querySelectorAll("text")].map((text) => ({
    text: text.textContent,
    box: text.getBoundingClientRect(),
  }));
