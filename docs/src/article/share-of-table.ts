import { authorCriticalFraction } from "@grokscape/theory";

const orders = [11, 23, 47, 97, 199, 499, 1000] as const;

/** What the law asks for of commutative groups, from small ones to a large one. */
export const sharesOfTables = orders.map((order) => {
  const share = authorCriticalFraction(order, 1);
  return { order, size: order ** 2, share, needed: Math.round(share * order ** 2) };
});
