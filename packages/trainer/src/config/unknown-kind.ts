import { InputError, seen } from "@grokscape/group-datasets";

/**
 * For the end of a switch over all kinds: what no type lets through is still no kind of another.
 *
 * @param what it is a kind of
 * @throws InputError
 */
export function unknownKind(what: string, spec: never): never {
  const kind = (spec as { readonly kind?: unknown } | null)?.kind ?? spec;
  throw new InputError(`unknown kind of ${what} ${seen(kind)}`);
}
