import type { FiniteGroup } from "../group/finite-group.ts";
import { groupOfTable } from "../group/make-group.ts";
import { primeFactors } from "../numerics/primes.ts";
import { superscript } from "../text/superscript.ts";

/**
 * A solvable group by generators g₁ … g_l: every element is g₁^e₁·…·g_l^e_l with 0 ≤ eᵢ < rᵢ, and is
 * numbered by these exponents in mixed radix, e₁ most significant.
 */
interface Presentation {
  /** r₁ … r_l, all prime. */
  readonly relativeOrders: readonly number[];
  /** gᵢ^rᵢ, an element number. */
  readonly powers: readonly number[];
  /** commutators[j][i] = gⱼ⁻¹·gᵢ⁻¹·gⱼ·gᵢ for i < j, an element number. */
  readonly commutators: readonly (readonly number[])[];
}

/** The solvable group of this order with this number in the SmallGrp library's code. */
export function decodeSolvable(order: number, code: bigint, name: string): FiniteGroup {
  const presentation = decode(order, code);
  const { relativeOrders } = presentation;
  return groupOfTable({
    order,
    name,
    identity: 0,
    table: multiplicationTable(presentation),
    label: (a) => word(a, relativeOrders),
  });
}

function decode(order: number, code: bigint): Presentation {
  let rest = code;
  const digit = (base: number): number => {
    const value = Number(rest % BigInt(base));
    rest /= BigInt(base);
    return value;
  };
  const factors = primeFactors(order);
  const l = factors.length;
  const largest = factors[l - 1] ?? 2;
  const relativeOrders =
    factors[0] === largest
      ? factors
      : Array.from({ length: l }, () => digit(largest - 1) + 2).reverse();
  const flags = Array.from({ length: (l * (l + 1)) / 2 - 1 }, () => digit(2) === 1);
  const relation = (slot: number): number => (flags[slot] ? digit(order) : 0);
  const powers = relativeOrders.map((_, i) => (i < l - 1 ? relation(i) : 0));
  const commutators: number[][] = relativeOrders.map(() => []);
  let slot = l - 1;
  for (let i = 0; i < l; i++) {
    for (let j = i + 1; j < l; j++) commutators[j][i] = relation(slot++);
  }
  return { relativeOrders, powers, commutators };
}

/**
 * The Cayley table, from the last generator back to the first: with N = ⟨gᵢ₊₁ … g_l⟩ known, of order
 * m, gᵢᵘx is number u·m + x, and gᵢᵘx·gᵢᵛy = gᵢᵘ⁺ᵛ·aᵛ(x)·y, where a is conjugation by gᵢ.
 */
function multiplicationTable({ relativeOrders, powers, commutators }: Presentation): Uint16Array {
  let m = 1;
  let table = new Uint16Array(1);
  const places: number[] = [];
  for (let i = relativeOrders.length - 1; i >= 0; i--) {
    const r = relativeOrders[i];
    const inner = table;
    const size = m;
    const times = (x: number, y: number): number => inner[x * size + y];
    const conjugate = conjugation(size, times, relativeOrders, places, i, commutators);
    const order = r * size;
    table = new Uint16Array(order * order);
    let moved = Uint16Array.from({ length: size }, (_, x) => x);
    for (let v = 0; v < r; v++) {
      for (let u = 0; u < r; u++) {
        const wraps = u + v >= r;
        const row = ((u + v) % r) * size;
        for (let x = 0; x < size; x++) {
          const left = wraps ? times(powers[i], moved[x]) : moved[x];
          const at = (u * size + x) * order + v * size;
          for (let y = 0; y < size; y++) table[at + y] = row + times(left, y);
        }
      }
      moved = moved.map((x) => conjugate[x]);
    }
    places[i] = size;
    m = order;
  }
  return table;
}

/** x ↦ gᵢ⁻¹·x·gᵢ on ⟨gᵢ₊₁ … g_l⟩, which sends gⱼ to gⱼ·[gⱼ, gᵢ]. */
function conjugation(
  size: number,
  times: (x: number, y: number) => number,
  relativeOrders: readonly number[],
  places: readonly number[],
  i: number,
  commutators: readonly (readonly number[])[],
): Uint16Array {
  const images = relativeOrders.map((_, j) => (j > i ? times(places[j], commutators[j][i]) : 0));
  return Uint16Array.from({ length: size }, (_, x) => {
    let image = 0;
    for (let j = i + 1; j < relativeOrders.length; j++) {
      const exponent = Math.floor(x / places[j]) % relativeOrders[j];
      for (let u = 0; u < exponent; u++) image = times(image, images[j]);
    }
    return image;
  });
}

/** "g₁g₂²", or "e". */
function word(a: number, relativeOrders: readonly number[]): string {
  let text = "";
  let rest = a;
  for (let i = relativeOrders.length - 1; i >= 0; i--) {
    const exponent = rest % relativeOrders[i];
    rest = Math.floor(rest / relativeOrders[i]);
    if (exponent === 0) continue;
    const generator = `g${"₀₁₂₃₄₅₆₇₈₉"[i + 1]}`;
    text = generator + (exponent === 1 ? "" : superscript(exponent)) + text;
  }
  return text || "e";
}
