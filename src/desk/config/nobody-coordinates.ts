/** What is said of a desk that names no coordinator: what follows from that where it is proposed, and where nobody else is found once it is in force. */
import type { Desk } from "../facts/desk.js";
import { FILE_START, type Finding } from "../facts/finding.js";

/** Of a desk that names people: only of these can any be a coordinator. It is no business of whoever lints posts at home. */
export function coordinatorAdvice({ coordinators, people }: Desk): readonly Finding[] {
  if (coordinators.length > 0 || people.length === 0) return [];
  return [
    finding(
      "advice",
      "without it, the person who changed this file last and has write access to this repository is told what waits for a coordinator, and everybody with write access can decide like a coordinator",
    ),
  ];
}

/** GitHub links nobody to the desk in force who could be told. */
export const NOBODY_COORDINATES: Finding = finding(
  "warning",
  "nobody whom GitHub links to the last changes of this file may write here, so nobody is told what waits for a coordinator",
);

function finding(severity: Finding["severity"], why: string): Finding {
  const message = `Unexpected empty list of coordinators, expected at least one login: ${why}`;
  return { rule: "desk-coordinators", severity, message, place: FILE_START };
}
