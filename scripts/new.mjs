// `pnpm new task larger-of-two`: a family of tasks with its test, its place in the lists and the readme,
// and a changeset. All of it is right as it stands; then write what your family is.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./setup.mjs";

const templates = fileURLToPath(new URL("templates/", import.meta.url));
const name = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const families = "packages/group-datasets/src/task/families";

/** Adds a line before the first that follows a text and comes later in the alphabet; else after the last. */
function addImport(text, line) {
  const lines = text.split("\n");
  const imports = lines.flatMap((one, i) => (one.startsWith("import { ") ? [i] : []));
  const from = (one) => /from "(.*)"/.exec(one)[1];
  const before = imports.find((i) => from(lines[i]) > from(line));
  lines.splice(before ?? imports.at(-1) + 1, 0, line);
  return lines.join("\n");
}

function insertBefore(text, mark, added) {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`there is no ${JSON.stringify(mark)} to write before`);
  return text.slice(0, at) + added + text.slice(at);
}

/**
 * What a new family of tasks is made of.
 *
 * @param {string} id
 * @param {(path: string) => string} read reads a file of the repository
 * @returns {Map<string, string>} the texts of files by their paths
 */
export function newTask(id, read) {
  if (!name.test(id)) {
    throw new Error(`a family's name is such as larger-of-two, got ${JSON.stringify(id)}`);
  }
  const variable = `${id.replace(/-(.)/g, (_, letter) => letter.toUpperCase())}Family`;
  const template = (file) =>
    readFileSync(join(templates, "task", file), "utf8")
      .replaceAll("FAMILY", variable)
      .replaceAll("ID", id);
  const list = `${families}/index.ts`;
  const readme = "packages/group-datasets/README.md";
  return new Map([
    [`${families}/${id}/index.ts`, template("index.ts.txt")],
    [`packages/group-datasets/test/task/families/${id}.test.ts`, template("test.ts.txt")],
    [`.changeset/task-${id}.md`, template("changeset.md.txt")],
    [
      list,
      insertBefore(
        addImport(read(list), `import { ${variable} } from "./${id}/index.ts";`),
        "];",
        `  ${variable},\n`,
      ),
    ],
    [
      readme,
      insertBefore(
        read(readme),
        "| `power:add-mod-97`",
        `| \`${id}:5\` | the larger of two numbers |\n`,
      ),
    ],
  ]);
}

function main([kind, id = ""]) {
  if (kind !== "task") throw new Error("pnpm new task <name>");
  if (existsSync(join(root, families, id, "index.ts"))) throw new Error(`there is ${id} already`);
  const made = newTask(id, (path) => readFileSync(join(root, path), "utf8"));
  for (const [path, text] of made) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(path);
  }
  console.log(`
It learns the larger of two numbers; write what yours learns into the first two, and hold it against its
definition:

  npx pnpm run unit packages/group-datasets/test/task -t ${id}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}
