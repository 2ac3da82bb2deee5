import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The Chromium that browser tests run in: $CHROMIUM_PATH, the system's, or, on Debian as root,
 * one installed now.
 *
 * @returns {{ path?: string, why?: string }} its path, or why there is none
 */
export function findChromium() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) {
    return existsSync(wanted)
      ? { path: wanted }
      : { why: `CHROMIUM_PATH is ${wanted}, and no such file exists.` };
  }
  const found = () => places.find((place) => existsSync(place));
  const path = found();
  if (path) return { path };
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    return {
      why: "No Chromium or Chrome was found; install one, or set CHROMIUM_PATH to its executable.",
    };
  }
  console.log("Installing Debian's Chromium for the tests in a browser …");
  const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  spawnSync("apt-get", ["update", "-qq"], options);
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], options);
  const installed = found();
  return installed
    ? { path: installed }
    : { why: "Debian's Chromium could not be installed; apt-get says why above." };
}
