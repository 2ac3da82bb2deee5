import { styleText } from "node:util";
import { wordStream } from "./streams.ts";

const colourful = () => wordStream().isTTY && wordStream().hasColors?.(256) === true;

const indexed = (colour: number) => (text: string) =>
  colourful() ? `\u001b[38;5;${colour}m${text}\u001b[39m` : text;

const styled = (style: "bold" | "dim") => (text: string) =>
  colourful() ? styleText(style, text, { validateStream: false }) : text;

/** Vermilion for memorising and blue for generalising, as near as the 256 colours of a terminal come. */
export const memorising: (text: string) => string = indexed(166);
export const generalising: (text: string) => string = indexed(32);
export const bold: (text: string) => string = styled("bold");
export const dim: (text: string) => string = styled("dim");
