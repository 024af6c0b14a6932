/** The app's own reading of posts and desks, in this thread: what workers add is tested where they are. */
import { readDesk } from "../../src/desk/config/read-desk.js";
import { readSiteConfigs } from "../../src/desk/dates/read-site-config.js";
import { holidayDays } from "../../src/desk/facts/holidays.js";
import { readConfigs } from "../../src/desk/lint/config/read-configs.js";
import { examinePost } from "../../src/examine/examine-post.js";
import type { FixingExaminer } from "../../src/examine/examiner.js";
import { fixPost } from "../../src/examine/fix-post.js";
import { createHolidayBook } from "../../src/examine/holiday-book.js";

export function examinerHere(): FixingExaminer {
  const book = createHolidayBook();
  return {
    linterVersion: "here",
    readPost: (path, bytes, settings) => Promise.resolve(examinePost({ path, bytes, size: bytes.length, ...(settings && { settings }) })),
    fixPost: (path, bytes, settings) =>
      fixPost(
        { path, bytes, size: bytes.length, ...(settings && { settings }) },
        () => undefined,
        () => undefined,
      ),
    readConfigs: (files) => Promise.resolve(readConfigs(files)),
    readSite: (folder, files) => Promise.resolve(readSiteConfigs(folder, files)),
    readDesk: (text) => Promise.resolve(readDesk(text, undefined, book)),
    readHolidays: (codes, years) => Promise.resolve(holidayDays(book, codes, years)),
    close: () => Promise.resolve(),
  };
}
