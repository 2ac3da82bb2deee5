/**
 * A command of this program as people must type it, given how they started it: `npm start`, `npx`, or the
 * installed `grokscape`.
 *
 * @param words the command and its arguments, quoted for a shell
 */
export function invocation(words: readonly string[]): string[] {
  const [command, ...rest] = words;
  const { npm_lifecycle_event: script, npm_command: npm } = process.env;
  if (script !== "start") {
    const isNpx = script === "npx" || npm === "exec";
    return [...(isNpx ? ["npx"] : []), "grokscape", command, ...rest];
  }
  const told = command === "train" ? rest : [command, ...rest];
  return ["npm", "start", ...(told.length > 0 ? ["--", ...told] : [])];
}

/** `invocation` as one string. */
export const typed = (words: readonly string[]): string => invocation(words).join(" ");

/** A word quoted for a POSIX shell, if it needs quotes. */
export const shellWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
