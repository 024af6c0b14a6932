/** A remark on a desk file before it is worded and placed: of thousands a hundred are told, and both cost time. */
import type { Finding, Place } from "../../facts/finding.js";
import type { RawText } from "./raw-values.js";

/** What a rule says of one text of the file. */
export interface DeskRemark {
  readonly rule: string;
  readonly severity: Finding["severity"];
  readonly message: string | (() => string);
  readonly said: RawText;
}

export interface Pending {
  readonly rule: string;
  readonly severity: Finding["severity"];
  readonly message: string | (() => string);
  readonly place: Place | (() => Place);
}

export function told({ rule, severity, message, place }: Pending): Finding {
  return {
    rule,
    severity,
    message: typeof message === "string" ? message : message(),
    place: typeof place === "function" ? place() : place,
  };
}
