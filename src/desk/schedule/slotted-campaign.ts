/** A campaign whose promised posts have their slots: what was asked, what came of it, and what could have been asked instead. */
import type { SlotCalendar } from "../calendar/slot-calendar.js";
import type { Calendar } from "../facts/desk.js";
import type { Settled } from "./solve/settled.js";
import type { SlotRequest } from "./solve/slot-request.js";

export interface SlottedCampaign {
  readonly request: SlotRequest;
  readonly settled: Settled;
  /** What the desk says of its calendar. */
  readonly calendar: Calendar;
  /** The calendar of slots if it said something else. */
  readonly calendarWith: (change: Partial<Calendar>) => SlotCalendar;
}
