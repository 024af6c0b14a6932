import plain from "./jest.config.js";

/** The pages in a real browser: needs Chromium, so it is not part of `npm test`. @type {import("jest").Config} */
export default { ...plain, roots: ["<rootDir>/test/browser"], testMatch: ["**/*.browser.ts"], testTimeout: 60_000 };
