import type { Predictor } from "../predictor.ts";
import { chance } from "./chance/index.ts";
import { forecaster } from "./forecaster/index.ts";
import { accuracySoFar } from "./test-accuracy/index.ts";
import { beforehand } from "./theory/index.ts";

/** All predictors of the board. */
export const predictors: readonly Predictor[] = [chance, beforehand, accuracySoFar, forecaster];
