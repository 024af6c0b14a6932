/** The findings of a worker that did not come to the end of a post. */
import { FILE_START, type Finding } from "../desk/facts/finding.js";
import { rulePage } from "../desk/text/rule-page.js";

const REMEDY = "make very large tables, deep lists or long repetitions of one character shorter, or split the post";

export function overTime(milliseconds: number): Finding {
  return limit(`Unexpected time of over ${milliseconds / 1000} s to read this post, expected a fraction of a second; ${REMEDY}`);
}

export function overMemory(megabytes: number): Finding {
  return limit(`Unexpected memory use of over ${megabytes} MB to read this post, expected a few MB; ${REMEDY}`);
}

export function overStack(): Finding {
  return limit(`Unexpected nesting too deep to read, expected at most 100 quotes and lists inside each other; ${REMEDY}`);
}

/** A mistake of ours, said as such: the post may be quite right. */
export function crashed(error: unknown): Finding {
  const name = error instanceof Error ? error.name : "error";
  return {
    rule: "limits",
    severity: "warning",
    place: FILE_START,
    url: rulePage("limits"),
    message: `Unexpected ${name} in the linter, expected no error; the error is in the linter, not in your post: please report it and add the post`,
  };
}

function limit(message: string): Finding {
  return { rule: "limits", severity: "error", place: FILE_START, message, url: rulePage("limits") };
}
