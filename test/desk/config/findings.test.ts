/** Everything wrong with a desk file is said at once, at its place and with the remedy. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readDesk } from "../../../src/desk/config/read-desk.js";

/** `line:column message`, in the order of the file. */
function complaints(text: string): string[] {
  const { desk, findings } = readDesk(text);
  expect(desk === null).toBe(findings.some(({ severity }) => severity === "error"));
  return findings.map(({ place, message }) => `${place.line}:${place.column} ${message}`);
}

const campaign = (posts: string, deadline = "2014-07-21T09:00[Europe/London]") =>
  `people: [{ login: avsm, aliases: [Anil] }]\ncampaigns:\n  - name: OSCON\n    deadline: ${deadline}\n    posts:\n${posts}`;

describe("the shape of a desk file", () => {
  it("[DK10] an unknown key is named where it stands, with the key that was meant", () => {
    expect(complaints("zone: UTC\npeopel: []\nreview: { aprovals: 2 }\nreminders:\n  when: never\n")).toEqual([
      "2:1 Unexpected key `peopel`, expected `people`; did you mean that?",
      "3:11 Unexpected key `aprovals` in `review`, expected `approvals`; did you mean that?",
      "5:3 Unexpected key `when` in `reminders`, expected `every` or `hour`; remove it or rename it",
    ]);
  });

  it("[DK11] a wrong type is told from what was expected, with an example and the remedy", () => {
    expect(complaints("people:\n  - login: 42\n    beats: storage\nslots: 3\nreview:\ncampaigns: {}\n")).toEqual([
      "2:12 Unexpected number `42` for `people.login`, expected text such as `avsm`; put it in quotes",
      "3:12 Unexpected `storage` for `people.beats`, expected a list; write `[…]` around it",
      "4:8 Unexpected number `3` for `slots`, expected a list",
      "5:1 Unexpected nothing for `review`, expected a mapping with `approvals`, `ask`, `conversations`, `teams` and `draft_titles`; fill it in or remove the key",
      "6:12 Unexpected mapping for `campaigns`, expected a list of mappings with `name`, `deadline`, `starts`, `lead`, `buffer`, `together` and `posts`",
    ]);
  });

  it("[DK12] a missing key is said of the mapping that lacks it", () => {
    expect(complaints("campaigns:\n  - name: OSCON\n    posts:\n      - title: Irmin\n")).toEqual([
      "2:5 Unexpected gap: `deadline` is missing in `campaigns`, expected text such as `2014-07-21T09:00[Europe/London]`",
      "4:9 Unexpected gap: `slug` is missing in `campaigns.posts`, expected text such as `introducing-irmin`",
    ]);
  });

  it("[DK13] values out of bounds are told their bounds", () => {
    expect(
      complaints(
        [
          "review: { approvals: 0, ask: 1.5 }",
          "merge: { method: fast-forward }",
          'slots: ["Monday noon"]',
          "reminders: { hour: 24 }",
          "posts: []",
          "people: [{ login: -x-, zone: Europe/Londn }]",
          "zone: Mars/Olympus",
        ].join("\n"),
      ),
    ).toEqual([
      "1:22 Unexpected number `0` for `review.approvals`, expected at least 1",
      "1:30 Unexpected number `1.5` for `review.ask`, expected a whole number",
      "2:18 Unexpected `fast-forward` for `merge.method`, expected `merge`, `squash` or `rebase`",
      "3:9 Unexpected `Monday noon` for `slots`, expected a weekday and a time, like `Mon 12:00`, `first Tue 12:00` or `Tue 12:00 every 2 weeks from 2014-07-01`",
      "4:20 Unexpected number `24` for `reminders.hour`, expected at most 23",
      "5:8 Unexpected empty list for `posts`, expected at least 1 of them",
      "6:19 Unexpected `-x-` for `people.login`, expected a GitHub login: letters, digits and dashes, at most 39 of them",
      "6:30 Unexpected `Europe/Londn` for `people.zone`, expected `UTC`, an IANA name such as `Europe/London`, or an offset such as `+01:00`; did you mean `Europe/London`?",
      "7:7 Unexpected `Mars/Olympus` for `zone`, expected `UTC`, an IANA name such as `Europe/London`, or an offset such as `+01:00`",
    ]);
  });

  it("[DK95] a date with another weekday than its own is warned of, in a title, a name or a reason", () => {
    const { desk, findings } = readDesk(
      [
        "campaigns:",
        "  - name: The week of Monday 14 July 2014",
        '    deadline: "2014-07-21T09:00[Europe/London]"',
        "    posts:",
        '      - { slug: engines, title: "Monday, July 15 2014 engine releases" }',
        "calendar:",
        "  closed: [{ from: 2014-07-24, why: 'we move on Friday, 24 July 2014' }]",
      ].join("\n"),
    );
    expect(desk).not.toBeNull();
    expect(findings.map(({ rule, severity, message, place }) => `${rule} ${severity} ${place.line} ${message}`)).toEqual([
      "desk-weekday warning 5 Unexpected weekday in `Monday, July 15 2014`, expected Tuesday, or another date",
      "desk-weekday warning 7 Unexpected weekday in `Friday, 24 July 2014`, expected Thursday, or another date",
    ]);
  });

  it("[SC108] a zone by its abbreviation is no zone, in a zone, a deadline or a person's: the zones that it may mean are named", () => {
    const named = complaints(
      [
        "zone: BST",
        "people: [{ login: avsm, zone: IST }]",
        'campaigns: [{ name: A, deadline: "2014-07-21T09:00[PST]", posts: [{ slug: a, title: A, slot: 2014-07-18 12:00 AST }] }]',
      ].join("\n"),
    );
    expect(named).toEqual([
      "1:7 Unexpected `BST` for `zone`, expected `UTC`, an IANA name such as `Europe/London`, or an offset such as `+01:00`; `BST` can mean `Europe/London`, `Asia/Dhaka` or `Pacific/Bougainville`",
      "2:31 Unexpected `IST` for `people.zone`, expected `UTC`, an IANA name such as `Asia/Kolkata`, or an offset such as `+01:00`; `IST` can mean `Asia/Kolkata`, `Europe/Dublin` or `Asia/Jerusalem`",
      expect.stringMatching(/^3:.* Unexpected zone `PST`, .* can mean `America\/Los_Angeles`, /),
      expect.stringMatching(/^3:.* Unexpected zone `AST`, .* can mean `America\/Halifax`, /),
    ]);
    const { desk } = readDesk("zone: GMT\npeople: [{ login: avsm, zone: Z }, { login: djs55, zone: '+0530' }]\n");
    expect([desk?.zone, ...(desk?.people.map(({ zone }) => zone) ?? [])]).toEqual(["UTC", "UTC", "+05:30"]);
  });

  it("[DK14] what is not a mapping is no desk: an empty file, a list, a sentence", () => {
    expect(complaints("")).toEqual([
      "1:1 Unexpected empty file, expected a mapping such as `zone: Europe/London`; docs/config.md lists the keys",
    ]);
    expect(complaints("- zone: UTC")[0]).toMatch(/^1:1 Unexpected list, expected a mapping/);
    expect(complaints("hello")[0]).toMatch(/^1:1 Unexpected single value, expected a mapping/);
  });
});

describe("the people of a desk file", () => {
  it("[DK115] a team signs by its name alone; whoever is asked for anything needs a login", () => {
    const team = "people: [{ name: The Node.js Project, aliases: [Node.js Team] }, { login: ann }]\n";
    const promise = (byline: string) =>
      `campaigns: [{ name: A, deadline: "2014-07-21T09:00Z", posts: [{ slug: a, title: A, byline: [${byline}] }] }]\n`;
    const { desk, findings } = readDesk(team + promise("node.js team, ann"));
    expect(findings).toEqual([]);
    expect(desk?.people.map(({ login }) => login)).toEqual(["ann"]);
    expect(desk?.teams).toEqual([{ name: "The Node.js Project", aliases: ["Node.js Team"] }]);
    expect(desk?.campaigns[0]?.posts[0]?.byline).toEqual(["ann"]);
    expect(complaints(`${team}coordinators: [The Node.js Project]\n`)).toEqual([
      expect.stringContaining("Unexpected person `The Node.js Project` in `coordinators`, expected one of `people`"),
    ]);
    const gap =
      "Unexpected gap: `login` is missing in `people`, expected text such as `avsm`; a team that only signs posts has a `name` alone";
    expect(complaints("people: [{ name: Ann Lee, zone: Europe/London }]\n")).toEqual([`1:10 ${gap}`]);
    expect(complaints("people: [{ aliases: [Ann] }]\n")).toEqual([`1:10 ${gap}`]);
  });

  it("[DK116] the site is a generator, or a mapping that also says where it lies", () => {
    const site = (text: string) => readDesk(`site: ${text}\n`).desk;
    expect(site("jekyll")).toMatchObject({ site: "jekyll" });
    expect(site("jekyll")?.siteFolders).toBeUndefined();
    expect(site("{ root: apps/site/, static: [public, files] }")).toMatchObject({
      site: null,
      siteFolders: { root: "apps/site", static: ["public", "files"] },
    });
    expect(site("{ generator: hugo, root: website }")).toMatchObject({
      site: "hugo",
      siteFolders: { root: "website", static: ["static", "assets"] },
    });
    expect(complaints("site: { root: ../up }\n")).toEqual([
      "1:15 Unexpected `../up` for `site.root`, expected a folder such as `apps/site`, without `..` and wildcards",
    ]);
    expect(complaints("site: { statics: [public] }\n")).toEqual([
      "1:9 Unexpected key `statics` in `site`, expected `static`; did you mean that?",
    ]);
    expect(complaints("site: hexo\n")[0]).toContain("1:7 Unexpected `hexo` for `site`, expected `jekyll`, `hugo`,");
  });

  it("[DK20] a login twice, an alias of two people and an absence that ends before it begins are refused", () => {
    expect(
      complaints(
        `people:
  - login: pqwy
    aliases: [David]
  - login: djs55
    name: Dave Scott
    aliases: [david]
    away: [{ from: 2014-07-14, to: 2014-07-04 }]
  - login: PQWY
`,
      ),
    ).toEqual([
      "3:15 Unexpected alias `David`, which also means `djs55`, expected a name that means one person; remove it from all but one",
      "6:15 Unexpected alias `david`, which also means `pqwy`, expected a name that means one person; remove it from all but one",
      "7:36 Unexpected last day `2014-07-04` before the first, `2014-07-14`, expected it on or after that",
      "8:12 Unexpected second person with the login `PQWY`, expected one; put the two together",
    ]);
  });

  it("[DK21] an unknown person in a byline or among the coordinators is named, with the person that was meant", () => {
    expect(complaints(`coordinators: [amirmc]\n${campaign("      - { slug: a, title: A, byline: [avsn, Thomas L] }\n")}`)).toEqual([
      "1:16 Unexpected person `amirmc` in `coordinators`, expected one of `people`; add them there, or this name to somebody's `aliases`",
      "7:39 Unexpected person `avsn` in a `byline`, expected one of `people`; did you mean `avsm`?",
      "7:45 Unexpected person `Thomas L` in a `byline`, expected one of `people`; add them there, or this name to somebody's `aliases`",
    ]);
  });

  it("[DK22] two people may have one name, but a byline must then give the login", () => {
    const people = "people: [{ login: smith1, name: Kim Smith }, { login: smith2, name: Kim Smith }]\n";
    expect(complaints(people)).toEqual([]);
    expect(complaints(`${people}coordinators: [Kim Smith, smith2]\n`)).toEqual([
      "2:16 Unexpected name `Kim Smith` in `coordinators`, which `smith1` and `smith2` both have, expected one of the two logins",
    ]);
  });
});

describe("the campaigns of a desk file", () => {
  it("[DK30] a deadline or pinned slot without a zone is refused, and so is one that cannot be read", () => {
    expect(complaints(campaign("      - { slug: a, title: A, slot: 2014-07-18T12:00 }\n", "2014-07-21T09:00"))).toEqual([
      "4:15 Unexpected time without a zone, expected a time with a zone, such as `2014-07-21T09:00[Europe/London]`",
      "6:36 Unexpected time without a zone, expected a time with a zone, such as `2014-07-18T12:00[Europe/London]`",
    ]);
    expect(complaints(campaign("", "2014-02-30T09:00Z"))).toContain("4:15 Unexpected day `2014-02-30`, expected a day that exists");
    expect(complaints(campaign("", "soon"))[0]).toMatch(/^4:15 Unexpected `soon`, expected a time such as/);
  });

  it("[DK31] a slot pinned after the deadline is refused, at the deadline it is not", () => {
    const at = (slot: string) => complaints(campaign(`      - { slug: a, title: A, slot: "${slot}" }\n`));
    expect(at("2014-07-21T08:00Z")).toEqual([]);
    expect(at("2014-07-21T09:01[Europe/London]")).toEqual([
      "6:36 Unexpected slot `2014-07-21T09:01[Europe/London]` after the deadline `2014-07-21T09:00[Europe/London]`, expected one before it; move one of the two",
    ]);
  });

  it("[DK37] a campaign that starts after its deadline, or without a zone, is refused", () => {
    const starts = (when: string) => complaints(`${campaign("      - { slug: a, title: A }\n")}    starts: "${when}"\n`);
    expect(starts("2014-07-08T09:00[Europe/London]")).toEqual([]);
    expect(starts("2014-07-21T09:00[Europe/London]")).toEqual([
      "7:13 Unexpected start `2014-07-21T09:00[Europe/London]` after the deadline `2014-07-21T09:00[Europe/London]`, expected one before it; move one of the two",
    ]);
    expect(starts("2014-07-08T09:00")).toEqual([
      "7:13 Unexpected time without a zone, expected a time with a zone, such as `2014-07-08T09:00[Europe/London]`",
    ]);
  });

  it("[DK32] two posts pinned to one instant are warned of, and the desk is good all the same", () => {
    const { desk, findings } = readDesk(
      campaign(
        '      - { slug: a, title: A, slot: "2014-07-18T12:00Z" }\n      - { slug: b, title: B, slot: "2014-07-18T13:00[Europe/London]" }\n',
      ),
    );
    expect(desk).not.toBeNull();
    expect(findings.map(({ severity, message }) => [severity, message])).toEqual([
      [
        "warning",
        "Unexpected slot `2014-07-18T13:00[Europe/London]`, which `a` is pinned to as well, expected one post a slot; move one of the two",
      ],
    ]);
  });

  it("[DK33] a slug promised twice, in any case, in any campaign and by any of its slugs, is refused", () => {
    expect(
      complaints(
        `${campaign("      - { slug: a, title: A, also: [b] }\n      - { slug: B, title: B }\n")}  - { name: Oscon, deadline: 2014-07-21T09:00Z, posts: [{ slug: a, title: A }] }\n`,
      ),
    ).toEqual([
      "7:17 Unexpected second promise of `B`, expected each slug once in the desk; put the two together or rename one",
      "8:13 Unexpected second campaign `Oscon`, expected one of each name; rename it",
      "8:65 Unexpected second promise of `a`, expected each slug once in the desk; put the two together or rename one",
    ]);
  });

  it("[DK73] the file that a post names is one that the globs call a post, from the root, and one post's alone", () => {
    const post = (slug: string, path: string) => `      - { slug: ${slug}, title: A, path: "${path}" }\n`;
    expect(
      complaints(
        campaign(
          [post("a", "posts/a.md"), post("b", "/posts/b.md"), post("c", "../c.md"), post("d", "docs/d.md"), post("e", "posts/a.md")].join(
            "",
          ),
        ),
      ),
    ).toEqual([
      expect.stringContaining("Unexpected path `/posts/b.md`, expected one from the root of the repository; remove the first `/`"),
      expect.stringContaining("Unexpected path `../c.md`, expected one from the root"),
      expect.stringContaining("Unexpected path `docs/d.md`, expected a file that the globs of `posts` call a post"),
      expect.stringContaining("Unexpected second promise of `posts/a.md`, expected each file once in the desk"),
    ]);
  });

  it("[DK34] `after` names promised posts only, and a cycle is named whole", () => {
    expect(
      complaints(
        campaign(
          [
            "      - { slug: tls, title: TLS, after: [x509] }",
            "      - { slug: x509, title: X.509, after: [asn1] }",
            "      - { slug: asn1, title: ASN.1, after: [tls, asn2] }",
            "      - { slug: irmin, title: Irmin, after: [irmin, tls] }",
          ].join("\n"),
        ),
      ),
    ).toEqual([
      "8:45 Unexpected cycle `tls` after `x509` after `asn1` after `tls`, expected an order in which one post can be first; remove one of these from `after`",
      "8:50 Unexpected `asn2` in `after`, expected the slug of a promised post; did you mean `asn1`?",
      "9:46 Unexpected `irmin` after itself, expected another post; remove it from `after`",
    ]);
  });

  it("[DK34] a cycle is found exactly where there is one", () => {
    const edges = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 12 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const after = Array.from({ length: 8 }, (_, post) => [...new Set(pairs.filter(([from]) => from === post).map(([, to]) => to))]);
        const posts = after.map((to, post) => `      - { slug: p${post}, title: P, after: [${to.map((one) => `p${one}`).join(", ")}] }`);
        expect(readDesk(campaign(posts.join("\n"))).desk === null).toBe(!canBeOrdered(after));
      }),
    );
  });

  it("[DK35] a glob that can match no file is refused", () => {
    expect(
      complaints('posts: ["/posts/*.md", "!drafts/**", "posts\\\\*.md", "../*.md", "posts/", "posts/[a.md", "posts/{a,b}/*.md"]\n'),
    ).toEqual([
      "1:9 Unexpected glob `/posts/*.md`, expected a path from the root of the repository; remove the first `/`",
      "1:24 Unexpected glob `!drafts/**`, expected one that says which files are posts, not which are not; remove the `!`",
      "1:38 Unexpected glob `posts\\*.md`, expected `/` between folders, and no backslashes",
      "1:53 Unexpected glob `../*.md`, expected a path from the root of the repository, without `.` and `..`",
      "1:64 Unexpected glob `posts/`, expected one that matches files; end it with `*.md`",
      "1:74 Unexpected glob `posts/[a.md`, expected every bracket to be closed",
    ]);
  });

  it("[DK36] mistakes of shape, of people and of plans are reported together", () => {
    const said = complaints(`zoen: UTC\n${campaign("      - { slug: a, title: 7, byline: [Bob], after: [b] }\n", "2014-07-21")}`);
    expect(said.map((one) => one.split(" ")[0])).toEqual(["1:1", "5:15", "7:27", "7:39", "7:53"]);
  });
});

/** Kahn's way, which shares nothing with ours. */
function canBeOrdered(after: readonly (readonly number[])[]): boolean {
  const left = new Set(after.keys());
  for (;;) {
    const free = [...left].find((post) => (after[post] ?? []).every((one) => !left.has(one)));
    if (free === undefined) return left.size === 0;
    left.delete(free);
  }
}
