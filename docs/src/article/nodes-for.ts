import { captureProbabilities, independentNodes, muonNodes } from "@grokscape/theory";

export const exponent = 2;

/** How far L peaks reach, one of them higher than the rest. */
export const reaches = (peaks: number, higher: number): number[] => [
  higher,
  ...Array.from({ length: peaks - 1 }, () => 1),
];

/** How many nodes it takes to find all of L peaks. */
export function nodesFor(peaks: number, higher: number) {
  const reach = reaches(peaks, higher);
  return {
    independent: independentNodes(captureProbabilities(reach, exponent)),
    muon: muonNodes(reach, exponent),
    peaks,
  };
}
