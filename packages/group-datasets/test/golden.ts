import {
  alternating,
  characterTable,
  cyclic,
  dihedral,
  directProduct,
  type FiniteGroup,
  generalLinear,
  groupFourier,
  heisenberg,
  irreps,
  isomorphism,
  isotypicProjector,
  realIrreps,
  specialLinear,
  symmetric,
} from "../src/index.ts";

/**
 * SHA-256 of what the representations of a group are, as Node 24 on x86-64 makes it: the same in every
 * engine. Some are induced, others are cut out of an induced one, where an irrep occurs in it more
 * than once by an eigenspace.
 */
export const golden: readonly (readonly [group: FiniteGroup, hash: string])[] = [
  [cyclic(97), "7ce85fbf6429513cd5caf638d0066beff23f21e23355e0466b0b08c63616721d"],
  [dihedral(31), "8a3f8eca014ecab3346973cc50c0c0304e99436292459bada8bf01fa817d0eaa"],
  [heisenberg(5), "e7f277b9d28836926482879183f32e7551ec887aa5066cdb6aa32ffe38924258"],
  [
    directProduct(dihedral(4), dihedral(4)),
    "d9374d0c4e68293cf40657d8a01ff6416633004666c80fa92d77e742015836ce",
  ],
  [specialLinear(2, 5), "2e84f86ec2e1c430f443c61ab552d116f75ef4273a7c593d082e5dc8a3103759"],
  [generalLinear(2, 3), "83175a8622100fa38ba0016544a62ba36ceb2ad2a929914100d626305b5298bf"],
  [symmetric(5), "56132ff11daec62e6a2404630fb31224f6eec9c98e145c98cc49e0299a73e03d"],
  [alternating(6), "05e8248d1625c7de4e1a1f1f940144534cbec95c99f029977b11be0633210e7a"],
];

/** SHA-256 (hex) over the little-endian bytes of all that is computed of a group's representations. */
export async function goldenHash(group: FiniteGroup): Promise<string> {
  const { degrees, indicators, re, im } = characterTable(group);
  const f = Float64Array.from({ length: group.order }, (_, a) => ((a * a * 7 + a) % 11) - 5);
  const projector = isotypicProjector(group, degrees.length - 1);
  const parts = [
    degrees,
    indicators,
    re,
    im,
    ...irreps(group).flatMap((irrep) => [irrep.re, irrep.im]),
    ...realIrreps(group).map(({ matrices }) => matrices),
    ...groupFourier(group, f).flatMap((block) => [block.re, block.im]),
    projector.re,
    projector.im,
    isomorphism(group, group) as Uint16Array,
  ];
  const bytes = await new Blob(parts.map((part) => part.slice())).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
