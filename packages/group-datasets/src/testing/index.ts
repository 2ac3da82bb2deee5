export {
  type ConformanceCheck,
  type ConformanceOptions,
  conformance,
  faultOf,
} from "./conformance.ts";
export { ConformanceError } from "./failure.ts";
