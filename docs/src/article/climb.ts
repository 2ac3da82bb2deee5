/**
 * The places that a node passes when it climbs around a circle from one of them, each higher than the one
 * before, to the next summit.
 *
 * @param energies around the circle
 * @returns indices, the start first
 */
export function climb(energies: readonly number[], start: number): number[] {
  const { length } = energies;
  const path = [start];
  for (let here = start; ; ) {
    const [before, after] = [(here + length - 1) % length, (here + 1) % length];
    const next = energies[after]! > energies[before]! ? after : before;
    if (!(energies[next]! > energies[here]!)) return path;
    path.push(next);
    here = next;
  }
}
