import type { PictureOptions, TableOptions } from "@grokscape/viz";

/** A picture of real data, and the same data as a table. */
export interface Example {
  readonly id: string;
  readonly draw: (options?: PictureOptions) => SVGSVGElement;
  readonly table: (options?: TableOptions) => HTMLTableElement;
}
