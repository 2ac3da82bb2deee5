import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { Application } from "typedoc";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const pages = join(root, "docs/src/content/docs/en/api");
const packages = [
  "group-datasets",
  "theory",
  "models",
  "trainer",
  "measures",
  "experiments",
  "tfjs-kernels",
  "viz",
];

interface EntryPoint {
  /** What one imports: "@grokscape/trainer/wasm". */
  readonly name: string;
  readonly file: string;
}

/**
 * Writes the reference of every package, a page for each thing that can be imported, from the TSDoc
 * in its sources. The pages are no part of the repository; `astro dev` and `astro build` make them.
 */
export function apiReference(): AstroIntegration {
  return {
    name: "api-reference",
    hooks: {
      "astro:config:setup": async ({ command }) => {
        if (command === "dev" || command === "build") await writeReference();
      },
    },
  };
}

async function writeReference(): Promise<void> {
  const entries = (await Promise.all(packages.map(entryPoints))).flat();
  const out = join(tmpdir(), `grokscape-api-${process.pid}`);
  // the plugin's own options are none that TypeDoc's types know
  const options: Record<string, unknown> = {
    plugin: ["typedoc-plugin-markdown"],
    entryPoints: entries.map(({ file }) => file),
    tsconfig: join(root, "docs/tsconfig.api.json"),
    basePath: join(root, "packages"),
    disableGit: true,
    disableSources: true,
    readme: "none",
    outputs: [{ name: "markdown", path: out }],
    excludeInternal: true,
    excludeExternals: true,
    skipErrorChecking: true,
    logLevel: "None",
    router: "module",
    flattenOutputFiles: true,
    hideBreadcrumbs: true,
    hidePageHeader: true,
    hidePageTitle: true,
    tableColumnSettings: { hideModifiers: true },
    parametersFormat: "table",
    interfacePropertiesFormat: "table",
    typeAliasPropertiesFormat: "table",
    propertyMembersFormat: "table",
  };
  const app = await Application.bootstrapWithPlugins(options);
  const project = await app.convert();
  if (!project) throw new Error("TypeDoc could not read the packages");
  await app.generateOutputs(project);

  await rm(pages, { recursive: true, force: true });
  await mkdir(pages, { recursive: true });
  const written = await readdir(out);
  for (const [order, entry] of entries.entries()) {
    const file = written.find((name) => moduleOf(name) === moduleOf(entry.file));
    if (!file) throw new Error(`TypeDoc wrote nothing of ${entry.name}`);
    const body = linked(await readFile(join(out, file), "utf8"), entries);
    await writeFile(join(pages, `${slugOf(entry)}.md`), page(entry, order, body));
  }
  await rm(out, { recursive: true, force: true });
}

async function entryPoints(folder: string): Promise<EntryPoint[]> {
  const home = join(root, "packages", folder);
  const { name, exports } = JSON.parse(await readFile(join(home, "package.json"), "utf8")) as {
    name: string;
    exports: Record<string, string | Record<string, string>>;
  };
  return Object.entries(exports).flatMap(([path, target]) => {
    const source = typeof target === "string" ? undefined : target["@grokscape/source"];
    return source && path !== "./internal"
      ? [{ name: name + path.slice(1), file: join(home, source) }]
      : [];
  });
}

/** "trainer/src/engines/wasm/index.ts" and "trainer.src.engines.wasm.md" → "trainer/engines/wasm". */
const moduleOf = (file: string) =>
  file
    .replace(/^.*packages\//, "")
    .replace(/\.(md|ts)$/, "")
    .split(/[./]/)
    .filter((part) => part !== "src" && part !== "index")
    .join("/");

/** Links between TypeDoc's files, as links between our pages. */
function linked(body: string, entries: readonly EntryPoint[]): string {
  const anchors = anchorsOf(body);
  return body
    .replace(/\]\(([\w.-]+\.md)(#[\w-]+)?\)/g, (link, file: string, anchor = "") => {
      const entry = entries.find((entry) => moduleOf(entry.file) === moduleOf(file));
      return entry ? `](../${slugOf(entry)}/${anchor})` : link;
    })
    .replace(/\]\(#([\w-]+)\)/g, (link, anchor: string) =>
      // TypeDoc tells names apart that differ in capitals alone, which headings here do not
      anchors.has(anchor) ? link : `](#${anchor.replace(/-\d+$/, "")})`,
    );
}

/** What the headings of a page are called in links. */
function anchorsOf(body: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading] of body.matchAll(/^#+ (.+)$/gm)) {
    const plain = heading!
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .trim()
      .replace(/\s/g, "-");
    let anchor = plain;
    for (let i = 1; anchors.has(anchor); i++) anchor = `${plain}-${i}`;
    anchors.add(anchor);
  }
  return anchors;
}

const slugOf = ({ name }: EntryPoint) => name.replace("@grokscape/", "").replaceAll("/", "-");

const page = ({ name }: EntryPoint, order: number, body: string) => `---
title: "${name}"
description: "Everything that ${name} exports, from its sources."
editUrl: false
sidebar:
  order: ${order}
tableOfContents:
  maxHeadingLevel: 3
---

${body}`;
