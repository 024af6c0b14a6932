/** Pictures the season for the README: `npm run pictures`, after a build. Needs Debian's Chromium. */
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";

const FOLDER = "docs/pictures";
const DESK = { width: 1280, height: 1500 };
const PHONE = { width: 390, height: 844 };

const port = 3900 + Math.floor(process.pid % 90);
const url = `http://localhost:${port}`;
const app = spawn(process.execPath, ["dist/cli/presstime.js", "start"], { env: { ...process.env, PORT: String(port) }, stdio: "ignore" });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ],
});
try {
  mkdirSync(FOLDER, { recursive: true });
  const page = await browser.newPage({ viewport: DESK, colorScheme: "light" });
  for (let tries = 0; ; tries += 1) {
    const answered = await page.goto(url).then(
      () => true,
      () => false,
    );
    if (answered && (await page.getByRole("button", { name: "+1 day" }).count()) > 0) break;
    if (tries > 100) throw new Error(`Unexpected silence at ${url}, expected the season's page`);
    await page.waitForTimeout(100);
  }
  // 17 July 2014, noon: most are live, some are late, one is on its way.
  for (let day = 0; day < 16; day += 1) {
    await page.getByRole("button", { name: "+1 day" }).click();
    await page.waitForLoadState();
  }
  await page.screenshot({ path: `${FOLDER}/season.png` });
  await page.goto(`${url}/github/mirage/mirage-www/pull/184`);
  await page.screenshot({ path: `${FOLDER}/pull-request.png` });
  const phone = await browser.newPage({ viewport: PHONE, colorScheme: "dark" });
  await phone.goto(url);
  await phone.screenshot({ path: `${FOLDER}/phone.png` });
} finally {
  await browser.close();
  app.kill();
}
