import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright";

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

/** Milliseconds; tests wait for what happens, and this long only for what never does. */
const patience = 500_000;

/** Why there can be no visitor here, or null. */
export const noBrowser: string | null = existsSync(executablePath)
  ? null
  : `there is no Chromium at ${executablePath}; set CHROMIUM_PATH`;

export const openBrowser = (args: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", ...args],
  });

/** Someone who opens pages and notes all that goes wrong, and all that is asked of other hosts. */
export interface Visitor {
  readonly page: Page;
  readonly problems: string[];
  leave(): Promise<void>;
}

export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const visitor = await arrive(browser, url, options);
  await visitor.page.goto(url);
  return visitor;
}

/** A visitor before any page is open. @param home all requests to other hosts are noted */
export async function arrive(
  browser: Browser,
  home: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(error.message));
  context.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http") && host !== new URL(home).host) problems.push(request.url());
  });
  context.on("requestfailed", (request) => {
    // what was still under way when the visitor went on to another page
    if (request.failure()?.errorText === "net::ERR_ABORTED") return;
    problems.push(`no answer: ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  // What breaks the content security policy without a word in the console.
  await page.exposeFunction("noteProblem", (problem: string) => problems.push(problem));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      (window as unknown as { noteProblem(problem: string): void }).noteProblem(
        `${violatedDirective}: ${blockedURI}`,
      ),
    );
  });
  return { page, problems, leave: () => context.close() };
}
