export { buildReference, type ReferenceGraph } from "./graph.ts";
