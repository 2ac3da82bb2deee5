/**
 * The places that a node passes when it climbs along a way from one of them, each higher than the one
 * before, to the next summit.
 *
 * @param energies along the way
 * @returns indices, the start first
 */
export function climb(energies: readonly number[], start: number): number[] {
  const height = (i: number) => energies[i] ?? Number.NEGATIVE_INFINITY;
  const path = [start];
  for (let here = start; ; ) {
    const next = height(here + 1) > height(here - 1) ? here + 1 : here - 1;
    if (!(height(next) > height(here))) return path;
    path.push(next);
    here = next;
  }
}
