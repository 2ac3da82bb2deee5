export { connectTraining, type RemoteTraining } from "./connect.ts";
export type { RemoteRun, TrainingService, TrainingStep } from "./protocol.ts";
export { serveTraining, trainingService } from "./serve.ts";
