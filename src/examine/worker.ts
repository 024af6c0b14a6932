/** What runs in a worker thread: reads one untrusted text at a time. Whoever started it may end it at any moment. */
import type { DeskReading } from "../desk/config/read-desk.js";
import type { HolidayDays } from "../desk/facts/holidays.js";
import type { SiteConfig } from "../desk/facts/site-config.js";
import type { Reading } from "../desk/facts/snapshot.js";
import type { ConfigReading } from "../desk/lint/config/repository-config.js";
import type { FixedPost } from "./fix-post.js";
import type { WorkerNews, Order } from "./question.js";

/** Only such a desk is read beside the rules, which take long to load. */
const MAY_SET_RULES = /\blint\b/;

export async function answer({
  question,
  news,
}: Order): Promise<Reading | FixedPost | DeskReading | ConfigReading | HolidayDays | readonly SiteConfig[]> {
  const tell = (message: WorkerNews) => {
    news.postMessage(message);
  };
  try {
    // Loaded at the first question of its kind: a worker for desks needs no Markdown, and the other way round.
    if (question.kind === "desk") {
      const [{ readDesk }, { createHolidayBook }] = await Promise.all([import("../desk/config/read-desk.js"), import("./holiday-book.js")]);
      const rules = MAY_SET_RULES.test(question.text) ? (await import("../desk/lint/house-style.js")).HOUSE_STYLE : [];
      tell({ kind: "begun" });
      return readDesk(question.text, rules, createHolidayBook());
    }
    if (question.kind === "configs") {
      const { readConfigs } = await import("../desk/lint/config/read-configs.js");
      tell({ kind: "begun" });
      return readConfigs(question.files);
    }
    if (question.kind === "site") {
      const { readSiteConfigs } = await import("../desk/dates/read-site-config.js");
      tell({ kind: "begun" });
      return readSiteConfigs(question.folder, question.files);
    }
    if (question.kind === "holidays") {
      const [{ holidayDays }, { createHolidayBook }] = await Promise.all([
        import("../desk/facts/holidays.js"),
        import("./holiday-book.js"),
      ]);
      tell({ kind: "begun" });
      return holidayDays(createHolidayBook(), question.codes, question.years);
    }
    const [{ examinePost }, { wantsDictionary }] = await Promise.all([import("./examine-post.js"), import("../desk/lint/house-style.js")]);
    const dictionary = wantsDictionary(question.settings) ? (await import("dictionary-en")).default : null;
    tell({ kind: "begun" });
    const early = (reading: Reading) => {
      tell({ kind: "early", reading });
    };
    if (question.kind === "post") return examinePost({ ...question, dictionary }, early);
    const { fixPost } = await import("./fix-post.js");
    return await fixPost(
      { ...question, dictionary },
      () => {
        tell({ kind: "begun" });
      },
      early,
    );
  } finally {
    news.close();
  }
}
