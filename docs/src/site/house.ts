import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A part of the repository: a package, a program or the site. */
export interface Room {
  /** Its folder: "packages/theory". */
  readonly folder: string;
  readonly name: string;
  /** Lines of its own source: TypeScript, Astro and styles, without what is generated. */
  readonly lines: number;
  /** Folders of the parts that it uses itself. */
  readonly uses: readonly string[];
  /** How many parts stand on each other beneath it. */
  readonly level: number;
}

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** All parts of the repository, read from their manifests and sources, the lowest first. */
export function house(): readonly Room[] {
  const root = rootAbove(process.cwd());
  const folders = globSync(
    ["packages/*/package.json", "apps/*/package.json", "docs/package.json"],
    {
      cwd: root,
    },
  ).map((file) => file.slice(0, -"/package.json".length));
  const manifests = new Map(
    folders.map((folder): [string, Manifest] => [
      folder,
      JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")),
    ]),
  );
  const folderOf = new Map([...manifests].map(([folder, { name }]) => [name, folder]));
  const uses = (folder: string): string[] => {
    const { dependencies, peerDependencies } = manifests.get(folder)!;
    return Object.keys({ ...dependencies, ...peerDependencies }).flatMap(
      (name) => folderOf.get(name) ?? [],
    );
  };
  const level = (folder: string): number =>
    Math.max(-1, ...uses(folder).map((below) => level(below))) + 1;
  return folders
    .map((folder) => ({
      folder,
      name: manifests.get(folder)!.name,
      lines: linesIn(root, folder),
      uses: uses(folder),
      level: level(folder),
    }))
    .sort((a, b) => a.level - b.level || a.folder.localeCompare(b.folder));
}

/** Of the parts that a part uses, those that no other part of them brings along. */
export function direct(room: Room, rooms: readonly Room[]): readonly Room[] {
  const reached = (folder: string): readonly string[] =>
    rooms.find((one) => one.folder === folder)!.uses.flatMap((below) => [below, ...reached(below)]);
  const indirect = new Set(room.uses.flatMap(reached));
  return rooms.filter(({ folder }) => room.uses.includes(folder) && !indirect.has(folder));
}

const linesIn = (root: string, folder: string): number =>
  globSync(`${folder}/src/**/*.{ts,astro,css}`, { cwd: root })
    .filter((file) => !file.includes("/gen/"))
    .reduce((sum, file) => sum + readFileSync(join(root, file), "utf8").split("\n").length - 1, 0);

/** The repository's folder: the site is built from there, or from a folder within. */
const rootAbove = (folder: string): string =>
  existsSync(join(folder, "pnpm-workspace.yaml")) ? folder : rootAbove(dirname(folder));
