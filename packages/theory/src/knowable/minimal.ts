/**
 * A part of a list that has a property, of which no smaller part has it. What stands first in the list
 * is rather kept (QuickXplain; U. Junker, AAAI 2004).
 *
 * @param holds stays true as parts grow, and holds of the whole list
 */
export function minimalPart(
  list: readonly number[],
  holds: (part: readonly number[]) => boolean,
): number[] {
  const search = (kept: readonly number[], grown: boolean, rest: readonly number[]): number[] => {
    if (grown && holds(kept)) return [];
    if (rest.length === 1) return [...rest];
    const [first, second] = [rest.slice(0, rest.length >> 1), rest.slice(rest.length >> 1)];
    const late = search([...kept, ...first], true, second);
    const early = search([...kept, ...late], late.length > 0, first);
    return [...early, ...late];
  };
  return list.length === 0 ? [] : search([], true, list);
}
