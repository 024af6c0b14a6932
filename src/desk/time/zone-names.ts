/** Zones by their names: `Area/City`, `UTC` and offsets. Of an abbreviation, which means one thing here and another there, the zones that it may mean. */

/** An IANA name such as `Europe/London`, `UTC`, or an offset such as `+01:00`. */
export type Zone = string;

const OFFSET = /^([+-])(0\d|1[0-4])(?::?([0-5]\d))?$/;

/** The zone by its one name; null for what is none, and for abbreviations and other short names: JavaScript takes `BST` for Bangladesh. */
export function readZone(name: string): Zone | null {
  if (/^(?:utc|gmt|z)$/i.test(name)) return "UTC";
  const [, sign, hours, minutes = "00"] = OFFSET.exec(name) ?? [];
  if (sign && hours) return `${sign}${hours}:${minutes}`;
  return name.includes("/") && longNameOf(name) !== null ? name : null;
}

export function isZone(name: string): boolean {
  return readZone(name) !== null;
}

/** Null for what JavaScript does not know. */
function longNameOf(name: string): string | null {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** The zones that a short name may mean, the most frequent first; none for what is no short name. */
export function zonesMeant(name: string): readonly Zone[] {
  const short = name.toUpperCase();
  const known = Object.hasOwn(ABBREVIATIONS, short) ? (ABBREVIATIONS[short] ?? "").split(" ") : [];
  if (known.length > 0 || name.includes("/") || OFFSET.test(name)) return known;
  const long = longNameOf(name);
  return long?.includes("/") ? [long] : [];
}

/** `\`BST\` can mean \`Europe/London\` or …`; empty for what is no short name. */
export function sayZonesMeant(name: string): string {
  const meant = zonesMeant(name);
  return meant.length === 0 ? "" : `\`${quotable(name)}\` can mean ${listOf(meant.map((zone) => `\`${zone}\``))}`;
}

/** What is expected in the place of a name that is no zone: of an abbreviation, the zones that it may mean. */
export function sayZoneExpected(name: string): string {
  const meant = sayZonesMeant(name);
  return `\`UTC\`, an IANA name such as \`${zonesMeant(name)[0] ?? "Europe/London"}\`, or an offset such as \`+01:00\`${meant === "" ? "" : `; ${meant}`}`;
}

/** Why a name is not taken for a zone, and how to write one after a time: as a finding. */
export function sayZoneTrouble(name: string): string {
  return `Unexpected zone \`${quotable(name)}\`, expected ${sayZoneExpected(name)}. Write it after the time: ${zonedExample(name)}`;
}

/** The same, to somebody who wrote it in a comment. */
export function askForZone(name: string): string {
  const meant = sayZonesMeant(name);
  const what = meant === "" ? `I do not know the zone \`${quotable(name)}\`` : meant;
  return `${what}. Write the zone after the time: ${zonedExample(name)}. You can also write \`UTC\` or an offset such as \`+01:00\``;
}

function zonedExample(name: string): string {
  return `\`2014-07-18T13:00[${zonesMeant(name)[0] ?? "Europe/London"}]\``;
}

function listOf(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} or ${last}`;
}

function quotable(name: string): string {
  return name.slice(0, 60).replaceAll("`", "'");
}

/** Those that people were seen to write, and those that JavaScript takes for one zone without asking. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  ACDT: "Australia/Adelaide",
  ACST: "Australia/Adelaide Australia/Darwin",
  ACT: "Australia/Darwin Australia/Adelaide America/Rio_Branco Asia/Singapore",
  ADT: "America/Halifax Asia/Baghdad",
  AEDT: "Australia/Sydney",
  AEST: "Australia/Sydney Australia/Brisbane",
  AET: "Australia/Sydney Australia/Brisbane",
  AGT: "America/Argentina/Buenos_Aires",
  AKDT: "America/Anchorage",
  AKST: "America/Anchorage",
  AMT: "America/Manaus Asia/Yerevan",
  ART: "America/Argentina/Buenos_Aires Africa/Cairo",
  AST: "America/Halifax Atlantic/Bermuda America/Puerto_Rico Asia/Riyadh",
  AT: "America/Halifax",
  AWST: "Australia/Perth",
  BET: "America/Sao_Paulo",
  BRST: "America/Sao_Paulo",
  BRT: "America/Sao_Paulo",
  BST: "Europe/London Asia/Dhaka Pacific/Bougainville",
  CAT: "Africa/Maputo Africa/Harare",
  CDT: "America/Chicago America/Havana",
  CEST: "Europe/Berlin Europe/Paris Europe/Madrid",
  CET: "Europe/Berlin Europe/Paris Europe/Madrid Africa/Algiers",
  CLT: "America/Santiago",
  CNT: "America/St_Johns",
  COT: "America/Bogota",
  CST: "America/Chicago Asia/Shanghai America/Havana America/Costa_Rica",
  CT: "America/Chicago",
  CTT: "Asia/Shanghai",
  EAT: "Africa/Nairobi",
  ECT: "America/Guayaquil Europe/Paris America/Puerto_Rico",
  EDT: "America/New_York",
  EEST: "Europe/Athens Europe/Helsinki Europe/Bucharest",
  EET: "Europe/Athens Europe/Helsinki Europe/Bucharest Africa/Cairo",
  EST: "America/New_York America/Panama Australia/Sydney",
  ET: "America/New_York",
  GST: "Asia/Dubai Atlantic/South_Georgia",
  HKT: "Asia/Hong_Kong",
  HST: "Pacific/Honolulu",
  ICT: "Asia/Bangkok Asia/Ho_Chi_Minh",
  IDT: "Asia/Jerusalem",
  IET: "America/Indiana/Indianapolis",
  IST: "Asia/Kolkata Europe/Dublin Asia/Jerusalem",
  JST: "Asia/Tokyo",
  KST: "Asia/Seoul",
  MDT: "America/Denver",
  MEST: "Europe/Berlin Europe/Paris",
  MET: "Europe/Berlin Europe/Paris",
  MIT: "Pacific/Apia",
  MSK: "Europe/Moscow",
  MST: "America/Denver America/Phoenix",
  MT: "America/Denver",
  MYT: "Asia/Kuala_Lumpur",
  NDT: "America/St_Johns",
  NET: "Asia/Yerevan",
  NPT: "Asia/Kathmandu",
  NST: "America/St_Johns Pacific/Auckland",
  NZDT: "Pacific/Auckland",
  NZST: "Pacific/Auckland",
  PDT: "America/Los_Angeles",
  PET: "America/Lima",
  PHT: "Asia/Manila",
  PKT: "Asia/Karachi",
  PLT: "Asia/Karachi",
  PNT: "America/Phoenix",
  PRT: "America/Puerto_Rico",
  PST: "America/Los_Angeles Asia/Manila Pacific/Pitcairn",
  PT: "America/Los_Angeles",
  SAST: "Africa/Johannesburg",
  SGT: "Asia/Singapore",
  SST: "Asia/Singapore Pacific/Pago_Pago Pacific/Guadalcanal",
  TRT: "Europe/Istanbul",
  VST: "Asia/Ho_Chi_Minh",
  WAT: "Africa/Lagos",
  WEST: "Europe/Lisbon",
  WET: "Europe/Lisbon",
  WIB: "Asia/Jakarta",
  WST: "Australia/Perth Pacific/Apia",
};
