/*
 * The inner loops of the energy. Plain functions of their arguments rather than closures: an engine
 * specialises a closure to the first landscape made, and runs every later one slower.
 */

/** into[i] ← Σ_k w[columns[k][i]] */
export function gather(w: Float64Array, columns: readonly Uint32Array[], into: Float64Array): void {
  const first = columns[0];
  for (let i = 0; i < into.length; i++) into[i] = w[first[i]];
  for (let k = 1; k < columns.length; k++) {
    const next = columns[k];
    for (let i = 0; i < into.length; i++) into[i] += w[next[i]];
  }
}

/** sums ← Σ_k w[columns[k][i]] and products ← Π_k v[columns[k][i]], in one pass for two operands. */
export function gatherBoth(
  w: Float64Array,
  v: Float64Array,
  columns: readonly Uint32Array[],
  sums: Float64Array,
  products: Float64Array,
): void {
  if (columns.length !== 2) {
    gather(w, columns, sums);
    gatherProduct(v, columns, products);
    return;
  }
  const [first, second] = columns;
  for (let i = 0; i < sums.length; i++) {
    const a = first[i];
    const b = second[i];
    sums[i] = w[a] + w[b];
    products[i] = v[a] * v[b];
  }
}

/** into[i] ← Π_k w[columns[k][i]] */
function gatherProduct(w: Float64Array, columns: readonly Uint32Array[], into: Float64Array): void {
  const first = columns[0];
  for (let i = 0; i < into.length; i++) into[i] = w[first[i]];
  for (let k = 1; k < columns.length; k++) {
    const next = columns[k];
    for (let i = 0; i < into.length; i++) into[i] *= w[next[i]];
  }
}

/** into ← exp(−w); whether products of `arity` of them stay within floating point. */
export function negativeExponentials(w: Float64Array, arity: number, into: Float64Array): boolean {
  const limit = 700 / arity;
  let safe = true;
  for (let i = 0; i < w.length; i++) {
    if (!(Math.abs(w[i]) < limit)) safe = false;
    into[i] = Math.exp(-w[i]);
  }
  return safe;
}

/** into ← Σ_i each[i] in all the places that sample i picks */
export function scatter(
  each: Float64Array,
  columns: readonly Uint32Array[],
  into: Float64Array,
): void {
  into.fill(0);
  for (const indices of columns) {
    for (let i = 0; i < each.length; i++) into[indices[i]] += each[i];
  }
}

/** sums[h] ← Σ over the samples with label h */
export function classSums(each: Float64Array, labels: Uint16Array, sums: Float64Array): void {
  sums.fill(0);
  for (let i = 0; i < each.length; i++) sums[labels[i]] += each[i];
}

/** into ← Σ_i each[i]·factors[label of i] in all the places that sample i picks */
export function scatterByLabel(
  each: Float64Array,
  factors: Float64Array,
  labels: Uint16Array,
  columns: readonly Uint32Array[],
  into: Float64Array,
): void {
  into.fill(0);
  const first = columns[0];
  const second = columns[1];
  if (columns.length === 2) {
    for (let i = 0; i < each.length; i++) {
      const value = each[i] * factors[labels[i]];
      into[first[i]] += value;
      into[second[i]] += value;
    }
    return;
  }
  for (const indices of columns) {
    for (let i = 0; i < each.length; i++) into[indices[i]] += each[i] * factors[labels[i]];
  }
}

/** u[h] ← u[h] − n_h·(Σu)/n */
export function centre(u: Float64Array, perClass: Float64Array, count: number): void {
  let mean = 0;
  for (let h = 0; h < u.length; h++) mean += u[h] / count;
  for (let h = 0; h < u.length; h++) u[h] -= perClass[h] * mean;
}
