/** The text of a desk file: what it may weigh, its YAML as plain values, and where each key and value stands. */
import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Pair,
  type Range,
} from "yaml";
import { FILE_START, type Finding, type Place } from "../../facts/finding.js";
import { quoted } from "../../text/quoted.js";
import type { Path } from "./raw-values.js";
import type { Pending } from "./remark.js";
import { textTrouble } from "./text-trouble.js";
import { yamlTrouble } from "./yaml-trouble.js";

export interface DeskText {
  /** What the YAML says, as plain values; `undefined` when it cannot be told. */
  readonly value: unknown;
  readonly findings: readonly Pending[];
  /** The place of the key or the value at the path, or of the nearest thing above it that there is. */
  placeOf(path: Path, part: "key" | "value"): Place;
}

const MOST_ALIASES = 100;

export function readDeskText(text: string): DeskText {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const unfit = textTrouble(source);
  if (unfit) return { value: undefined, findings: [unfit], placeOf: () => FILE_START };

  const lines = new LineCounter();
  // `uniqueKeys` compares each key with each other (8 s for 30,000 keys), `prettyErrors` copies the line for each error: both are done here instead.
  const document = parseDocument(source, { lineCounter: lines, logLevel: "error", uniqueKeys: false, prettyErrors: false });
  const spot = (from: number, to: number): Place => {
    const [start, end] = [lines.linePos(from), lines.linePos(Math.max(from, to))];
    return {
      line: Math.max(1, start.line),
      column: Math.max(1, start.col),
      endLine: Math.max(1, end.line),
      endColumn: Math.max(1, end.col),
    };
  };
  const broken = [
    ...tabs(source),
    // The parser lets some tabs pass that YAML forbids, so they are looked for here; its own word on the others would say it twice.
    ...document.errors
      .filter(({ code }) => code !== "TAB_AS_INDENT")
      .map(({ code, message, pos }) => yamlTrouble(code, message, () => spot(pos[0], pos[1]))),
  ];
  const odd = document.warnings.map(({ code, message, pos }) => yamlTrouble(code, message, () => spot(pos[0], pos[1])));
  if (broken.length > 0) return { value: undefined, findings: [...broken, ...odd], placeOf: () => FILE_START };

  const value = plain(document);
  const wrong = aliases(document, spot);
  if (value === undefined && wrong.length === 0) wrong.push(tooManyAliases(FILE_START));
  return { value, findings: [...odd, ...twice(document, spot), ...wrong], placeOf: (path, part) => placeIn(document, path, part, spot) };
}

type Spot = (from: number, to: number) => Place;

const keyOf = (pair: Pair): string => String(isScalar(pair.key) ? pair.key.value : pair.key);

function rangePlace(node: unknown, spot: Spot): Place | null {
  const range: Range | null | undefined = isNode(node) ? node.range : null;
  return range && range[1] > range[0] ? spot(range[0], range[1]) : null;
}

function twice(document: Document, spot: Spot): Finding[] {
  const findings: Finding[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Map<string, Place>();
      for (const pair of map.items) {
        const [key, place] = [keyOf(pair), rangePlace(pair.key, spot) ?? FILE_START];
        const first = seen.get(key);
        if (!first) seen.set(key, place);
        else
          findings.push({
            rule: "desk-yaml",
            severity: "error",
            message: `Unexpected second ${quoted(key)}, expected each key once; the first is on line ${first.line}, so put the two together`,
            place,
          });
      }
    },
  });
  return findings;
}

function aliases(document: Document, spot: Spot): Finding[] {
  const all: { readonly name: string; readonly known: boolean; readonly place: Place }[] = [];
  visit(document, {
    Alias(_, alias) {
      const known = alias.resolve(document) !== undefined;
      all.push({ name: alias.source, known, place: rangePlace(alias, spot) ?? FILE_START });
      return all.length > MOST_ALIASES ? visit.BREAK : undefined;
    },
  });
  if (all.length > MOST_ALIASES) return [tooManyAliases(all.at(-1)?.place ?? FILE_START)];
  return all
    .filter(({ known }) => !known)
    .map(({ name, place }) => ({
      rule: "desk-yaml",
      severity: "error",
      message: `Unexpected alias ${quoted(`*${name}`)}, expected one of an anchor that stands before it; put it in quotes if it is text`,
      place,
    }));
}

function tooManyAliases(place: Place): Finding {
  const message = `Unexpected crowd of YAML aliases, expected them to stand for at most ${MOST_ALIASES} values; write the values out`;
  return { rule: "desk-limit", severity: "error", message, place };
}

function tabs(source: string): Pending[] {
  return source.split("\n").flatMap((line, index) => {
    const indent = /^\s*/.exec(line)?.[0] ?? "";
    const column = indent.indexOf("\t") + 1;
    if (column === 0 || indent.length >= line.trimEnd().length || line[indent.length] === "#") return [];
    return [yamlTrouble("TAB_AS_INDENT", "", { line: index + 1, column, endLine: index + 1, endColumn: column + 1 })];
  });
}

/** Undefined when aliases multiply beyond measure, which `toJS` refuses by throwing. */
function plain(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch {
    return undefined;
  }
}

function placeIn(document: Document, path: Path, part: "key" | "value", spot: Spot): Place {
  let node: unknown = document.contents;
  let best = FILE_START;
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    const last = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.findLast((one) => isPair(one) && keyOf(one) === String(step));
      if (!pair) return best;
      const key = rangePlace(pair.key, spot);
      best = (last && part === "value" ? rangePlace(pair.value, spot) : null) ?? key ?? best;
      node = pair.value;
    } else if (isSeq(node) && typeof step === "number") {
      node = node.items[step];
      best = startOf(rangePlace(node, spot), last) ?? best;
    } else return best;
  }
  return best;
}

/** What holds more than the culprit is pointed at where it starts, so that an editor does not underline all of it. */
function startOf(place: Place | null, whole: boolean): Place | null {
  return place && !whole ? { ...place, endLine: place.line, endColumn: place.column } : place;
}
