import { InputError } from "../errors.ts";
import { checkGroup } from "../group/check-group.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { checkOrder, makeGroup, nameFrom } from "../group/make-group.ts";
import { words } from "../structure/generators.ts";
import { seen } from "../text/seen.ts";

interface Names {
  readonly name?: string;
  /** How people write the element (n, h). */
  readonly label?: (n: number, h: number) => string;
}

/**
 * The semidirect product N ⋊ H: pairs with (n, h)·(m, k) = (n·ʰm, h·k), where ʰm = `action(h, m)`. The
 * pair (n, h) is element h·|N| + n.
 *
 * @param action h ↦ an automorphism of N, a homomorphism in h
 * @throws InputError naming the elements where the action is not by automorphisms or no homomorphism
 */
export function semidirectProduct(
  N: FiniteGroup,
  H: FiniteGroup,
  action: (h: number, n: number) => number,
  options: Names = {},
): FiniteGroup {
  checkGroup(N);
  checkGroup(H);
  const name = nameFrom(options, `${N.name} ⋊ ${H.name}`);
  const pair = options?.label ?? ((n: number, h: number) => `(${N.label(n)}, ${H.label(h)})`);
  for (const [what, given] of Object.entries({ action, label: pair })) {
    if (typeof given === "function") continue;
    throw new InputError(`the ${what} of ${name} is ${seen(given)}`, "give a function");
  }
  checkOrder(N.order * H.order, name);
  const images = Array.from({ length: H.order }, (_, h) =>
    Array.from({ length: N.order }, (_, n) => action(h, n)),
  );
  checkAutomorphisms(N, H, images);
  checkHomomorphism(N, H, images);
  return makeGroup({
    order: N.order * H.order,
    name,
    identity: H.identity * N.order + N.identity,
    generators: [
      ...words(N).generators.map((n) => H.identity * N.order + n),
      ...words(H).generators.map((h) => h * N.order + N.identity),
    ],
    multiply(a, b) {
      const [h, k] = [Math.floor(a / N.order), Math.floor(b / N.order)];
      return H.multiply(h, k) * N.order + N.multiply(a % N.order, images[h][b % N.order]);
    },
    label: (a) => pair(a % N.order, Math.floor(a / N.order)),
  });
}

function checkAutomorphisms(N: FiniteGroup, H: FiniteGroup, images: number[][]): void {
  for (const [h, image] of images.entries()) {
    const where = `the action of ${H.label(h)} on ${N.name} is no automorphism`;
    if (
      new Set(image).size < N.order ||
      image.some((n) => !Number.isInteger(n) || n < 0 || n >= N.order)
    ) {
      throw new InputError(where, "it must permute the elements");
    }
    for (let n = 0; n < N.order; n++) {
      for (let m = 0; m < N.order; m++) {
        if (image[N.multiply(n, m)] === N.multiply(image[n], image[m])) continue;
        throw new InputError(where, `it fails at ${N.label(n)}·${N.label(m)}`);
      }
    }
  }
}

function checkHomomorphism(N: FiniteGroup, H: FiniteGroup, images: number[][]): void {
  for (let h = 0; h < H.order; h++) {
    for (let k = 0; k < H.order; k++) {
      const product = images[H.multiply(h, k)];
      const differs = product.findIndex((image, n) => image !== images[h][images[k][n]]);
      if (differs < 0) continue;
      throw new InputError(
        `the action of ${H.name} on ${N.name} is no homomorphism`,
        `${H.label(h)}·${H.label(k)} and ${H.label(k)} followed by ${H.label(h)} act differently on ${N.label(differs)}`,
      );
    }
  }
}
