import { readFile } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { InputError } from "@grokscape/group-datasets";
import {
  type Document,
  isCollection,
  isMap,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import { planSweep, type SweepPlan } from "../sweep/plan.ts";
import { pluginsIn } from "../sweep/sweep.ts";
import { type Place, placeName, SweepError } from "../sweep/sweep-error.ts";

/**
 * Plans the sweep in a file: YAML, JSON, or TypeScript whose default export it is.
 *
 * @param load loads the plug-ins that it names, by paths that begin at the file's folder or names of
 * packages; if not given, they have to be loaded already
 * @throws InputError naming the file, and line and column of what cannot be used
 */
export async function readSweep(
  path: string,
  load: (plugins: readonly string[]) => Promise<void> = async () => {},
): Promise<SweepPlan> {
  const kind = extname(path).toLowerCase();
  if (kind === ".ts") return planned(await importDefault(path), placeName);
  if (![".yaml", ".yml", ".json"].includes(kind)) {
    throw new InputError(`${path} is no sweep`, "give a .yaml, .json or .ts file");
  }
  const lines = new LineCounter();
  const document = parseDocument(await readText(path), {
    ...{ lineCounter: lines, prettyErrors: false },
    logLevel: "error",
  });
  const lineAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${line}:${col}`;
  };
  const [error] = document.errors;
  if (error) {
    throw new InputError(
      `${path}:${lineAt(error.pos[0])}: no ${kind === ".json" ? "JSON" : "YAML"}: ${inShort(error)}`,
    );
  }
  const key = keyWithParts(document);
  if (key) {
    throw new InputError(
      `${path}:${lineAt(key.range?.[0] ?? 0)}: a list or an object in place of a name`,
      "names are words, such as vary",
    );
  }
  return planned(toPlain(document, path), (place) => lineAt(offsetOf(document, place)));

  async function planned(sweep: unknown, where: (place: Place) => string): Promise<SweepPlan> {
    try {
      await load(pluginsIn(sweep));
      return planSweep(sweep);
    } catch (error) {
      if (!(error instanceof SweepError)) throw error;
      const { place, finding } = error;
      const at = [path, where(place)].filter(Boolean).join(":");
      throw new InputError(`${at}: ${finding}`);
    }
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (typeof code !== "string") throw error;
    throw new InputError(`could not read ${path}: ${code === "ENOENT" ? "it is not there" : code}`);
  }
}

/** What a parser says, which may have the whole file in it. */
function inShort({ message }: Error): string {
  const [line = ""] = message.split("\n");
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}

/** A key that is no name, which would be written out as one; nested, that takes for ever. */
function keyWithParts(document: Document): Node | undefined {
  let found: Node | undefined;
  visit(document, {
    Pair(_, { key }) {
      if (!isCollection(key)) return undefined;
      found = key;
      return visit.BREAK;
    },
  });
  return found;
}

function toPlain(document: Document, path: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 1000 });
  } catch (error) {
    throw new InputError(`${path} cannot be read: ${inShort(error as Error)}`);
  }
}

/** Where the name stands that leads to a place; where that is missing, the nearest around it. */
function offsetOf(document: Document, place: Place): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const name of place) {
    const pair = isMap(node) ? node.items.find(({ key }) => `${key}` === `${name}`) : undefined;
    const next = pair ? pair.value : isSeq(node) ? node.items[Number(name)] : undefined;
    const start = ((pair?.key ?? next) as Node | undefined)?.range?.[0];
    if (start === undefined) break;
    offset = start;
    node = next;
  }
  return offset;
}

/** @throws InputError if this Node takes no TypeScript, or the file cannot be run */
async function importDefault(path: string): Promise<unknown> {
  if (!(process.features as { typescript?: unknown }).typescript) {
    throw new InputError(
      `${path} is TypeScript, which Node ${process.versions.node} does not take`,
      "Node 22.18 and later do; or write the sweep as YAML or JSON",
    );
  }
  await readText(path);
  let module: { readonly default?: unknown };
  try {
    module = await import(pathToFileURL(resolve(path)).href);
  } catch (error) {
    throw new InputError(`${path} cannot be run: ${(error as Error).message}`);
  }
  if (module.default === undefined) {
    throw new InputError(`${path} exports nothing`, "give the sweep as its default export");
  }
  return module.default;
}
