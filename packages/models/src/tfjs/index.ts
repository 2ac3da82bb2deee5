export { buildTfjs, type TfjsGraph, type TfjsInputs } from "./graph.ts";
