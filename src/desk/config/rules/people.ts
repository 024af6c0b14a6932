/** What must be true of the people of a desk, taken together: everybody is one person, and every name means somebody. */
import { nearest } from "../../text/nearest.js";
import { eitherOf, quoted } from "../../text/quoted.js";
import type { DeskClaims, PersonClaim, RawText } from "../yaml/raw-values.js";
import type { DeskRemark } from "../yaml/remark.js";

export function peopleRemarks(claims: DeskClaims): DeskRemark[] {
  return [
    ...nameless(claims.people),
    ...twiceTheSameLogin(claims.people),
    ...ambiguousAliases(claims.people),
    ...absencesBackwards(claims.people),
    ...strangers(claims),
  ];
}

/** As `findPerson` compares names. */
const folded = (text: string): string => text.trim().replace(/^@/, "").normalize("NFC").toLowerCase();

const error = (rule: string, message: DeskRemark["message"], said: RawText): DeskRemark => ({ rule, severity: "error", message, said });

/** A team has a name; whoever reviews, is away or lives somewhere is a person, and asked by a login. */
function nameless(people: readonly PersonClaim[]): DeskRemark[] {
  return people.flatMap(({ hasLogin, isPerson, name, whole }) => {
    if (hasLogin || (name && !isPerson)) return [];
    const message =
      "Unexpected gap: `login` is missing in `people`, expected text such as `avsm`; a team that only signs posts has a `name` alone";
    return [error("desk-person", message, whole)];
  });
}

function twiceTheSameLogin(people: readonly PersonClaim[]): DeskRemark[] {
  const seen = new Set<string>();
  return people.flatMap(({ login }) => {
    if (!login) return [];
    const known = seen.has(folded(login.text));
    seen.add(folded(login.text));
    return known
      ? [error("desk-person", `Unexpected second person with the login ${quoted(login.text)}, expected one; put the two together`, login)]
      : [];
  });
}

/** Those who go by each name, login, name and alias alike: by the folded name, the logins by their folded form. */
function namesakes(people: readonly PersonClaim[]): Map<string, Map<string, string>> {
  const by = new Map<string, Map<string, string>>();
  for (const { login, name, aliases } of people) {
    if (!login) continue;
    for (const said of [login, name, ...aliases]) {
      if (!said) continue;
      const logins = by.get(folded(said.text)) ?? new Map<string, string>();
      by.set(folded(said.text), logins.set(folded(login.text), login.text));
    }
  }
  return by;
}

function ambiguousAliases(people: readonly PersonClaim[]): DeskRemark[] {
  const by = namesakes(people);
  return people.flatMap((person) =>
    person.aliases.flatMap((alias) => {
      const self = folded(person.login?.text ?? "");
      const meant = by.get(folded(alias.text));
      if (!meant || meant.size <= (meant.has(self) ? 1 : 0)) return [];
      const message = () => {
        const others = [...meant].flatMap(([login, shownAs]) => (login === self ? [] : [shownAs]));
        return `Unexpected alias ${quoted(alias.text)}, which also means ${eitherOf(others, "and")}, expected a name that means one person; remove it from all but one`;
      };
      return [error("desk-person", message, alias)];
    }),
  );
}

function absencesBackwards(people: readonly PersonClaim[]): DeskRemark[] {
  return people.flatMap(({ away }) =>
    away.flatMap(({ from, to }) =>
      from && to && to.text < from.text
        ? [
            error(
              "desk-time",
              `Unexpected last day ${quoted(to.text)} before the first, ${quoted(from.text)}, expected it on or after that`,
              to,
            ),
          ]
        : [],
    ),
  );
}

/** The one place where a team may stand. */
const BYLINE = "a `byline`";

function strangers(claims: DeskClaims): DeskRemark[] {
  const by = namesakes(claims.people);
  const logins = new Set(claims.people.flatMap(({ login }) => (login ? [folded(login.text)] : [])));
  const aliases = new Set(claims.people.flatMap((person) => person.aliases.map((alias) => folded(alias.text))));
  const names = claims.people.flatMap(({ login, name, aliases: others }) => [login, name, ...others].flatMap((said) => said?.text ?? []));
  const teams = new Set(
    claims.people.flatMap(({ login, name, aliases: others }) =>
      login ? [] : [name, ...others].flatMap((said) => (said ? [folded(said.text)] : [])),
    ),
  );
  const check = (where: string) => (said: RawText) => {
    const meant = by.get(folded(said.text));
    if (where === BYLINE && teams.has(folded(said.text))) return [];
    // A login beats every name; an ambiguous alias has had its remark where it stands.
    if (logins.has(folded(said.text)) || meant?.size === 1 || (meant && aliases.has(folded(said.text)))) return [];
    if (meant) {
      const message = `Unexpected name ${quoted(said.text)} in ${where}, which ${eitherOf([...meant.values()], "and")} both have, expected one of the two logins`;
      return [error("desk-person", message, said)];
    }
    const expected = () => {
      const near = nearest(said.text, names);
      return near
        ? `one of \`people\`; did you mean ${quoted(near)}?`
        : "one of `people`; add them there, or this name to somebody's `aliases`";
    };
    return [error("desk-person", () => `Unexpected person ${quoted(said.text)} in ${where}, expected ${expected()}`, said)];
  };
  return [
    ...claims.coordinators.flatMap(check("`coordinators`")),
    ...claims.calendar.freezes.flatMap(({ pass }) => pass.flatMap(check("`pass`"))),
    ...claims.campaigns.flatMap(({ posts }) => posts.flatMap(({ byline }) => byline.flatMap(check(BYLINE)))),
  ];
}
