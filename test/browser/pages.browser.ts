/** The pages in a real browser: by day and by night, on a phone and on a desk, with the keyboard, and with nothing in the console. */
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { stageSite, type Site } from "./staged-site.js";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

let browser: Browser;
let site: Site;
let axe: string;

beforeAll(async () => {
  [browser, site, axe] = await Promise.all([
    chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] }),
    stageSite(),
    readFile(AXE, "utf8"),
  ]);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Opens a page, and hands what the browser complained of to `complaints`. */
async function visit(path: string, options: BrowserContextOptions, look: (page: Page, complaints: readonly string[]) => Promise<void>) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (said) => {
    // The page that is not there answers 404, and the browser says so.
    if (!said.text().includes("404")) complaints.push(said.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(site.url)) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(`${site.url}${path}`);
  await look(page, complaints);
  await context.close();
}

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };
const NAMES = ["season", "post", "post that moved twice", "pull-request", "pull-requests", "board", "nothing"];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

describe.each([
  ["a phone by day", PHONE, "light"],
  ["a phone by night", PHONE, "dark"],
  ["a desk by day", DESK, "light"],
  ["a desk by night", DESK, "dark"],
] as const)("on %s", (_, viewport, colorScheme) => {
  it.each(NAMES)(
    "[WB14] the page %s fits, asks nobody else for anything, breaks no rule of its policy, and can be read by everybody",
    async (name) => {
      await visit(site.pages[name] ?? "", { viewport, colorScheme }, async (page, complaints) => {
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(viewport.width);
        // Only the style sheet sets it: the policy lets the sheet in.
        expect(await page.evaluate("getComputedStyle(document.body).maxWidth")).not.toBe("none");
        await page.evaluate(axe);
        const { violations } = await page.evaluate<{ readonly violations: readonly Violation[] }>("axe.run()");
        expect(
          violations.map(({ id, nodes }) => [id, nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`)]),
        ).toEqual([]);
        expect(complaints).toEqual([]);
      });
    },
  );
});

describe("by keyboard and without scripts", () => {
  it("[WB14] the first stop leads past the masthead, and the focus can be seen", async () => {
    await visit("/", { viewport: DESK }, async (page) => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the page");
      expect(await page.evaluate("document.activeElement.getBoundingClientRect().width")).toBeGreaterThan(50);
      expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
      await page.keyboard.press("Enter");
      expect(await page.evaluate("document.activeElement.id")).toBe("main");
    });
  });

  it("[WB14] the clock is moved with the keyboard alone, without scripts, and the page stays where it is", async () => {
    await visit("/harbour/harbour-www/posts/introducing-buoy", { viewport: DESK, javaScriptEnabled: false }, async (page) => {
      const before = site.now();
      await page.getByRole("button", { name: "+1 hour" }).focus();
      await page.keyboard.press("Enter");
      await page.getByText("Fri 18 July 2014, 13:00").waitFor();
      expect(Date.parse(site.now()) - Date.parse(before)).toBe(3_600_000);
      expect(page.url()).toBe(`${site.url}/harbour/harbour-www/posts/introducing-buoy`);
      await page.getByRole("button", { name: "Start again" }).click();
      await page.getByText("Fri 18 July 2014, 12:00").waitFor();
    });
  });

  it("[WB14] the table is still a table to those who hear it when it is laid out as cards", async () => {
    await visit("/", { viewport: PHONE }, async (page) => {
      const row = page.getByRole("table").first().getByRole("row").filter({ hasText: "Introducing Buoy" });
      expect(await row.getByRole("rowheader").count()).toBe(1);
      expect(await row.getByRole("cell").count()).toBe(5);
    });
  });

  it("[WB14] on paper there are no buttons, and the posts are there", async () => {
    await visit("/", { viewport: DESK }, async (page) => {
      await page.emulateMedia({ media: "print" });
      expect(await page.getByRole("button").count()).toBe(0);
      expect(await page.getByText("Building a fleet of small boats").first().isVisible()).toBe(true);
    });
  });
});
