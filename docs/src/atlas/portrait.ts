import {
  center,
  characterTable,
  conjugacyClasses,
  derivedSubgroup,
  elementOrders,
  exponent,
  type FiniteGroup,
  groupTask,
  isAbelian,
  isNilpotent,
  isSimple,
  isSolvable,
} from "@grokscape/group-datasets";
import {
  authorCriticalFraction,
  featureKinds,
  localMaxima,
  realReconstructionWidth,
  reconstructionWidth,
  retentionCount,
} from "@grokscape/theory";
import { sortedByPowers } from "./cosets.ts";
import { exact } from "./values.ts";

const failure = 0.05;

/** Everything that a page of the atlas says of its group. */
export function portrait(group: FiniteGroup) {
  const { order } = group;
  const abelian = isAbelian(group);
  const classes = conjugacyClasses(group);
  const orders = elementOrders(group);
  const characters = characterTable(group);
  const kinds = featureKinds(group);
  const degree = Math.max(...characters.degrees);
  const fraction = authorCriticalFraction(order, degree);
  return {
    abelian,
    kind: [
      ...(abelian ? (["abelian"] as const) : isNilpotent(group) ? (["nilpotent"] as const) : []),
      ...(!abelian && isSolvable(group) ? (["solvable"] as const) : []),
      ...(isSimple(group) ? (["simple"] as const) : []),
    ],
    centre: center(group).length,
    derived: derivedSubgroup(group).length,
    exponent: exponent(group),
    classes: Array.from(classes.sizes, (size, c) => {
      const representative = classes.representatives[c] as number;
      return { size, order: orders[representative], example: group.label(representative) };
    }),
    characters: Array.from(characters.degrees, (_, k) => ({
      indicator: characters.indicators[k] as number,
      values: Array.from(characters.classSizes, (_, c) => {
        const at = k * characters.classSizes.length + c;
        return exact(characters.re[at]!, characters.im[at]!);
      }),
    })),
    maxima: localMaxima(groupTask(group.name, group)),
    expected: {
      fraction,
      count: fraction * order ** 2,
      retention: retentionCount(order, degree, failure),
      exact: reconstructionWidth(kinds),
      construction: realReconstructionWidth(kinds),
    },
    sorted: sortedByPowers(group),
  };
}
