/** The ledger's tables, as both databases have them. Instants are text, which sorts; numbers are GitHub's own ids. */
import type { Generated } from "kysely";
import type { Instant } from "../desk/time/zone.js";

export interface Tables {
  deliveries: DeliveryRow;
  wakes: WakeRow;
  effects: EffectRow;
  announcements: AnnouncementRow;
  happenings: HappeningRow;
  news: NewsRow;
  cache: CacheRow;
}

/** A webhook delivery that was taken in. */
export interface DeliveryRow {
  id: string;
  at: Instant;
}

/** A repository that we follow, and when to look at it next. */
export interface WakeRow {
  repository: number;
  installation: number;
  owner: string;
  name: string;
  /** Null: not until somebody wakes it. While it is held: what it was claimed for. */
  due: Instant | null;
  /** The earliest that was asked for while it was held. */
  woken: Instant | null;
  /** The holder's; null when nobody holds it. */
  ticket: string | null;
  /** When the holder's lease ends. */
  heldUntil: Instant | null;
}

/** What became of the last effect with one key, and whether another was begun since. */
export interface EffectRow {
  repository: number;
  /** A fingerprint of the key: PostgreSQL indexes nothing longer than 2,704 bytes. */
  id: string;
  key: string;
  /** Null, with `ended` and `at`, while none has ended yet. */
  digest: string | null;
  ended: "done" | "refused" | null;
  why: string | null;
  at: Instant | null;
  /** The digest of what was begun and has not ended. */
  begun: string | null;
}

/** A slot that people were told. */
export interface AnnouncementRow {
  number: Generated<number>;
  repository: number;
  slug: string;
  slot: Instant;
  at: Instant;
  /** The login of whoever moved the post there. */
  mover: string | null;
  why: string;
  /** Whether there were others before it that were lost. */
  earlier: "unknown" | null;
}

/** What was done, for people to read. */
export interface HappeningRow {
  number: Generated<number>;
  repository: number;
  at: Instant;
  says: string;
}

/** What was told or done, until reads show it. */
export interface NewsRow {
  number: Generated<number>;
  repository: number;
  at: Instant;
  /** JSON. */
  says: string;
}

/** A value that can be worked out again. */
export interface CacheRow {
  kind: string;
  /** A fingerprint of the key. */
  id: string;
  /** JSON. */
  value: string;
  /** When it was last written, or read, to the day. */
  used: Instant;
}
