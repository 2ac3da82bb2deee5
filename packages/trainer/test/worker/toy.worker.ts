import { referenceEngine } from "@grokscape/trainer";
import { serveTraining } from "@grokscape/trainer/worker";

serveTraining(referenceEngine);
