import type { Experiment } from "../../experiment.ts";
import { figure3 } from "./figure-3.ts";
import { figure4 } from "./figure-4.ts";
import { figure5 } from "./figure-5.ts";
import { figure6 } from "./figure-6.ts";
import { figure7 } from "./figure-7.ts";
import { figure8 } from "./figure-8.ts";
import { figure9 } from "./figure-9.ts";
import { figure10 } from "./figure-10.ts";
import { figure11 } from "./figure-11.ts";
import { figure12 } from "./figure-12.ts";
import { figure13 } from "./figure-13.ts";
import { figure17 } from "./figure-17.ts";
import { figures14To16 } from "./figures-14-to-16.ts";

/** The figures of arXiv 2509.21519 that show what networks do, each in minutes and in the paper's own size. */
export const ofThePaper: readonly Experiment[] = [
  figure3,
  figure4,
  figure5,
  figure6,
  figure7,
  figure8,
  figure9,
  figure10,
  figure11,
  figure12,
  figure13,
  ...figures14To16,
  figure17,
];
