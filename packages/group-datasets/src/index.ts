export { affine, frobenius } from "./builders/affine.ts";
export { cyclic } from "./builders/cyclic.ts";
export { dicyclic, quaternion } from "./builders/dicyclic.ts";
export { dihedral } from "./builders/dihedral.ts";
export { directProduct } from "./builders/direct-product.ts";
export { fromCayleyTable } from "./builders/from-cayley-table.ts";
export { heisenberg } from "./builders/heisenberg.ts";
export { generalLinear, specialLinear } from "./builders/linear.ts";
export * from "./builders/permutations.ts";
export { semidirectProduct } from "./builders/semidirect-product.ts";
export { type CharacterTable, characterTable } from "./characters/character-table.ts";
export * from "./errors.ts";
export { npy, toNpy } from "./export/npy.ts";
export { toCsv, toJsonl } from "./export/text.ts";
export { type FiniteField, finiteField } from "./field/finite-field.ts";
export { type GroupAxiom, NotAGroupError } from "./group/check-table.ts";
export type { FiniteGroup } from "./group/finite-group.ts";
export { maximumOrder } from "./group/make-group.ts";
export type { ComplexMatrix } from "./numerics/complex-matrix.ts";
export * from "./random/streams.ts";
export * from "./representations/group-fourier.ts";
export { type IrrepOrbit, irrepOrbit } from "./representations/irrep-orbit.ts";
export { type Indicator, type Irrep, irreps } from "./representations/irreps.ts";
export { isotypicProjector } from "./representations/isotypic-projector.ts";
export { type RealIrrep, realIrreps } from "./representations/real-irreps.ts";
export { identify, type SmallGroupId } from "./small-groups/identify.ts";
export * from "./small-groups/small-group.ts";
export type { SplitConditions } from "./split/bundles.ts";
export type { HeldOut } from "./split/held-out.ts";
export { type SplitSpec, trainCount } from "./split/spec.ts";
export { type Split, split } from "./split/split.ts";
export { type ConjugacyClasses, conjugacyClasses } from "./structure/conjugacy-classes.ts";
export { areIsomorphic, automorphisms, isomorphism } from "./structure/isomorphism.ts";
export { elementOrders, exponent, isAbelian } from "./structure/orders.ts";
export { center, derivedSubgroup, isNilpotent, isSimple, isSolvable } from "./structure/series.ts";
export { generatedSubgroup, leftCosets, subgroup } from "./structure/subgroups.ts";
export { addTaskFamilies } from "./task/added-families.ts";
export * from "./task/dataset.ts";
export * from "./task/family.ts";
export { fetchTask } from "./task/fetch-task.ts";
export { task } from "./task/find-task.ts";
export { groupTask } from "./task/group-task.ts";
export { loadTaskFamilies, taskFamilies } from "./task/known-families.ts";
export { corruptLabels, labelNoise } from "./task/label-noise.ts";
export * from "./task/params.ts";
export type { PluginId } from "./task/plugin-id.ts";
export {
  type Example,
  maximumTaskSize,
  type Task,
  type TaskShape,
  type TaskTheory,
} from "./task/task.ts";
export { tupleTask } from "./task/tuple-task.ts";
export { seen } from "./text/seen.ts";
