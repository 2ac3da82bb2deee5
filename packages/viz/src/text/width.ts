const narrow = /[ijl.,;:'|!I ·]/;
const small = /[tfr()[\]⁰-⁻¹²³]/;
const wide = /[mwMWQO%@—×…−+=<>‖]/;
const fullWidth = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;

/** How much wider a bold letter is. */
export const boldness = 1.15;

/**
 * About how wide a text is, in px, a little on the generous side: a server has no fonts to measure
 * with, and a picture must be the same there as in a page.
 */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) {
    if (fullWidth.test(character)) ems += 1;
    else if (narrow.test(character)) ems += 0.33;
    else if (small.test(character)) ems += 0.41;
    else if (wide.test(character)) ems += 0.92;
    else if (/[A-Z]/.test(character)) ems += 0.7;
    else ems += 0.63;
  }
  return ems * fontSize;
}
