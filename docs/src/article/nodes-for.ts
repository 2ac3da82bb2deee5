import { captureProbabilities, independentNodes, muonNodes } from "@grokscape/theory";

const exponent = 2;
/** The ways to count nodes, the most first. */
export const ways = ["independent", "muon", "peaks"] as const;

/** How many nodes it takes to find all of L peaks, one of them higher than the rest. */
export function nodesFor(peaks: number, higher: number) {
  const reach = [higher, ...Array.from({ length: peaks - 1 }, () => 1)];
  return {
    independent: independentNodes(captureProbabilities(reach, exponent)),
    muon: muonNodes(reach, exponent),
    peaks,
  };
}
