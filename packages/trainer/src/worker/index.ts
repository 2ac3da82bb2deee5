export { connectTraining, type RemoteTraining } from "./connect.ts";
export type * from "./protocol.ts";
export { serveTraining, trainingService } from "./serve.ts";
