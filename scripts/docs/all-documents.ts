/** Every GraphQL document that reading sends, each once and as short as it can be that asks for all that it may ask for. */
import { WAS_ASSIGNED } from "../../src/github/apply/assign.js";
import { NEWEST_COMMENTS } from "../../src/github/apply/comments.js";
import { SITE } from "../../src/github/apply/find-target.js";
import { LAST_WORDS } from "../../src/github/apply/read-again.js";
import { REVIEW_THREADS } from "../../src/github/apply/resolve.js";
import {
  desksDocument,
  filesDocument,
  lineThreadsDocument,
  lookDocument,
  MORE_CONTEXTS,
  MORE_ENDED,
  mergeabilityDocument,
  moreOpenDocument,
  objectsDocument,
  OLDER_COMMENTS,
  OLDER_LINE_THREADS,
  OLDER_REMARKS,
  pullsDocument,
} from "../../src/github/read/documents.js";
import type { WhenRefused } from "../../src/github/requests.js";

const BESIDE = { merging: [187, 189], files: [189] };

interface SentDocument {
  readonly text: string;
  /** As a whole; some of it may be missing all the same (`MAY_MISS` in `scope.ts`). */
  readonly refused: WhenRefused;
}

const LOOKS: readonly string[] = [
  lookDocument(3, BESIDE),
  moreOpenDocument(BESIDE),
  MORE_ENDED,
  pullsDocument([187, 189]),
  filesDocument([187, 189]),
  mergeabilityDocument([187, 189]),
  MORE_CONTEXTS,
  lineThreadsDocument([187, 189]),
  OLDER_LINE_THREADS,
  OLDER_REMARKS,
  OLDER_COMMENTS,
  objectsDocument([true, false]),
  SITE,
];

export const READING_DOCUMENTS: readonly SentDocument[] = [
  ...LOOKS.map((text): SentDocument => ({ text, refused: "rests" })),
  { text: desksDocument(3, 2), refused: "unknown" },
  // The merge names its head all the same.
  { text: LAST_WORDS, refused: "unknown" },
  // Sent before a write that needs more.
  { text: NEWEST_COMMENTS, refused: "told" },
  { text: WAS_ASSIGNED, refused: "told" },
  { text: REVIEW_THREADS, refused: "told" },
];
