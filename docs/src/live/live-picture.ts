export { livePicture } from "@grokscape/viz";
