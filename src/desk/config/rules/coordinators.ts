/** A desk without coordinators: what follows from that, and what is said where nobody else is found either. */
import type { Desk } from "../../facts/desk.js";
import { FILE_START, type Finding } from "../../facts/finding.js";
import type { DeskRemark } from "../yaml/remark.js";

const RULE = "desk-coordinators";

/** Of a desk that names people: only of these can any be a coordinator. */
export function coordinatorRemarks({ coordinators, people }: Desk): DeskRemark[] {
  if (coordinators.length > 0 || people.length === 0) return [];
  const message =
    "Unexpected empty list of coordinators, expected at least one login: without it, what waits for a coordinator is told to whoever changed this file last and may write here, and everybody who may write here can decide like one";
  return [{ rule: RULE, severity: "advice", message, said: { text: "", path: ["coordinators"] } }];
}

/** Once the desk is in force and GitHub links nobody to it who could be told. `findings` are what was said of it. */
export function nobodyCoordinates(findings: readonly Finding[]): Finding {
  const message =
    "Unexpected empty list of coordinators, expected at least one login: nobody whom GitHub links to the last changes of this file may write here, so nobody is told what waits for a coordinator";
  return { rule: RULE, severity: "warning", message, place: findings.find(({ rule }) => rule === RULE)?.place ?? FILE_START };
}
