import { readFileSync } from "node:fs";
import { type CDPSession, chromium } from "playwright";
import { type Memory, memoryOf, type Sample } from "./memory.ts";

/** The demo of the first page, begun again and again. */
export interface SoakedPage extends Memory {
  readonly browser: string;
  readonly minutes: number;
  readonly runs: number;
  /** What the page said to the console, and errors nobody caught. */
  readonly problems: readonly string[];
}

/**
 * Trains the demo of a site's first page for so many minutes. Resident is what the page's process has, its
 * workers included; held is what the page itself holds.
 *
 * @param address of the page
 */
export async function soakPage(address: string, minutes: number): Promise<SoakedPage> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(600_000);
    const problems: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(error.message));
    await page.goto(address);
    const ofPage = await page.context().newCDPSession(page);
    const process = await processOf(await browser.newBrowserCDPSession());
    const demo = page.locator("grok-demo");
    const main = demo.locator("[data-part=main]");
    const samples: Sample[] = [];
    const end = performance.now() + minutes * 60_000;
    let runs = 0;
    for (; performance.now() < end; runs++) {
      await main.press("Enter");
      await page.waitForFunction(() =>
        ["finished", "failed"].includes(
          document.querySelector<HTMLElement>("grok-demo")?.dataset.state ?? "",
        ),
      );
      if ((await demo.getAttribute("data-state")) === "failed") throw new Error("the demo failed");
      await demo.locator("[data-part=reset]").press("Enter");
      await ofPage.send("HeapProfiler.collectGarbage");
      const { usedSize } = await ofPage.send("Runtime.getHeapUsage");
      samples.push({ runs, resident: residentBytes(process), held: usedSize });
    }
    return {
      browser: `Chromium ${browser.version()}`,
      minutes,
      runs,
      problems,
      ...memoryOf(samples),
    };
  } finally {
    await browser.close();
  }
}

/** The id of the process that shows the page, which took the most time of its kind. */
async function processOf(browser: CDPSession): Promise<number> {
  const { processInfo } = await browser.send("SystemInfo.getProcessInfo");
  const pages = processInfo.filter(({ type }) => type === "renderer");
  return pages.sort((a, b) => b.cpuTime - a.cpuTime)[0].id;
}

function residentBytes(process: number): number {
  const status = readFileSync(`/proc/${process}/status`, "utf8");
  return 1024 * Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]);
}
