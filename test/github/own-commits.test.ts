/** Whose commits a pull request is made of, and what finding that out costs. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openNewsroom, postText, type Newsroom } from "./newsroom.js";

let room: Newsroom;
afterEach(() => room.close());

const PATH = "posts/irmin.md";
const UNLINKED = { name: "Somebody", email: "somebody@laptop.local" };

/** Opened by samoht, from a branch of the repository itself. */
async function opened(): Promise<void> {
  room = await openNewsroom();
  const samoht = room.github.as("samoht");
  samoht.push(room.repo, "irmin", { [PATH]: postText("Irmin") });
  samoht.opens(room.repo, { branch: "irmin", title: "Irmin", number: 186 });
  await room.look();
}

async function only() {
  const [pull, ...others] = (await room.look()).open;
  if (!pull || others.length > 0) throw new Error(`Unexpected ${others.length + 1} open pull requests, expected one`);
  return pull;
}

const by = async () => (await only()).commits?.map((commit) => (commit.unknown ? "?" : commit.by.join("+")));
const compared = async (doing: () => Promise<unknown>) =>
  (await room.asked(doing)).filter(({ path }) => path.includes("/compare/")).map(({ path }) => path.replace(/^.*\/compare\//, ""));

describe("the commits of a pull request", () => {
  it("[GH37] are not read while nobody has reviewed it or pushed to it, and once a head after that", async () => {
    await opened();
    expect((await only()).commits).toBeUndefined();
    expect(await room.asked(() => room.look())).toHaveLength(1);
    const first = room.repo.branches.get("irmin");
    room.github.as("avsm").reviews(room.repo, 186, { state: "COMMENTED" });
    expect(await compared(() => room.look())).toEqual([]);
    room.github.as("avsm").reviews(room.repo, 186, { state: "APPROVED" });
    expect(await compared(() => room.look())).toEqual([`main...${first}`]);
    expect(await room.asked(() => room.look())).toHaveLength(1);
    const second = room.github.as("samoht").push(room.repo, "irmin", { Gemfile: "gem\n" });
    expect(await compared(() => room.look())).toEqual([`main...${second}`]);
    expect(await room.asked(() => room.look())).toHaveLength(1);
    expect(await by()).toEqual(["samoht", "samoht"]);
  });

  it("[GH37] are those of their authors and committers, and nobody's where they take in the base or change nothing", async () => {
    await opened();
    const samoht = room.github.as("samoht").person;
    const author = { name: "Thomas Gazagnaire", email: samoht.email };
    const push = (who: string, files: Readonly<Record<string, string>>, options = {}) =>
      room.github.as(who).push(room.repo, "irmin", files, options);
    push("avsm", { [PATH]: postText("Irmin", "Other words.\n") }, { author });
    push("talex5", {}, { message: "Run the checks again" });
    const tip = room.github.as("amirmc").push(room.repo, "main", { "README.md": "# Again\n" });
    room.github.as("talex5").updatesBranch(room.repo, 186);
    push("talex5", { "README.md": "# Mine\n" }, { merging: [tip] });
    push("avsm", { Gemfile: "gem\n" }, { author: UNLINKED, committer: UNLINKED });
    room.github.as("avsm").reviews(room.repo, 186, { state: "APPROVED" });
    expect((await by())?.filter((one) => one !== "amirmc")).toEqual(["samoht", "samoht+avsm", "", "", "talex5", "?"]);
    // That one may be told tomorrow, and is asked for again then; with it nothing else is.
    expect(await room.asked(() => room.look())).toHaveLength(1);
    room.github.as("avsm").person.email = UNLINKED.email;
    await room.github.clock.advance(25 * 3_600_000);
    expect((await by())?.at(-1)).toBe("avsm");
  });

  it("[GH43] that take in the base are told from others by thirty comparisons in one look, the newest first; those beyond count as others do until the next", async () => {
    await opened();
    for (let n = 0; n < 40; n += 1) {
      room.github.as("amirmc").push(room.repo, "main", { "README.md": `# Again ${n}\n` });
      room.github.as("talex5").updatesBranch(room.repo, 186);
    }
    room.github.as("avsm").reviews(room.repo, 186, { state: "APPROVED" });
    expect((await compared(() => room.look())).length).toBeLessThanOrEqual(31);
    expect((await compared(() => room.look())).length).toBeLessThanOrEqual(30);
    expect(new Set(await by())).toEqual(new Set(["samoht", ""]));
    expect(await room.asked(() => room.look())).toHaveLength(1);
  });

  it("[GH37] that were rewritten without changing anything are those that were there before", async () => {
    await opened();
    room.github.as("avsm").reviews(room.repo, 186, { state: "APPROVED" });
    room.github.as("amirmc").push(room.repo, "main", { "README.md": "# Again\n" });
    room.github.as("talex5").push(room.repo, "irmin", { [PATH]: postText("Irmin") }, { force: true });
    expect(await by()).toEqual(["samoht"]);
    expect((await only()).reviews).toMatchObject([{ outdated: [] }]);
    room.github.as("talex5").push(room.repo, "irmin", { [PATH]: postText("Irmin", "Other.\n") }, { force: true });
    expect(await by()).toEqual(["talex5"]);
  });

  it("[GH10] cannot be compared where GitHub lists only a part: the review is held to be outdated, and said to be so", async () => {
    await opened();
    room.github.as("avsm").reviews(room.repo, 186, { state: "APPROVED" });
    const many = Object.fromEntries([...Array(300).keys()].map((n) => [`images/${n}.txt`, `${n}\n`]));
    room.github.as("samoht").push(room.repo, "irmin", many);
    const { reviews, commits } = await only();
    expect(reviews).toMatchObject([{ uncompared: true }]);
    expect(reviews[0]?.outdated.length).toBe(301);
    expect(commits?.[0]).toMatchObject({ unknown: true });
  });

  it("[GH10] holds a review against the branch that it was given for: what another lacks was not seen", async () => {
    await opened();
    room.github.as("talex5").push(room.repo, "redesign", { "_layouts/default.html": "<p>\n" });
    const samoht = room.github.as("samoht");
    samoht.push(room.repo, "tls", { "posts/tls.md": postText("TLS") }, { onto: "redesign" });
    samoht.opens(room.repo, { branch: "tls", base: "redesign", title: "TLS", number: 187 });
    room.github.as("avsm").reviews(room.repo, 187, { state: "APPROVED" });
    const tls = async () => (await room.look()).open.find(({ number }) => number === 187);
    expect((await tls())?.reviews).toMatchObject([{ outdated: [] }]);
    await room.github.clock.advance(60_000);
    samoht.edits(room.repo, 187, { base: "main" });
    expect((await tls())?.reviews).toMatchObject([{ outdated: ["_layouts/default.html"] }]);
    expect(await room.asked(() => room.look())).toHaveLength(1);
  });

  it("[GH10] at which GitHub fails each time keep nothing else from being looked at", async () => {
    await opened();
    room.github.as("avsm").reviews(room.repo, 186, { state: "APPROVED" });
    room.github.as("samoht").push(room.repo, "irmin", { Gemfile: "gem\n" });
    room.github.trouble.failing({ next: 100, how: 502, when: ({ path }) => path.includes("/compare/") });
    await expect(room.look()).rejects.toMatchObject({ name: "Unavailable" });
    await room.look().catch(() => undefined);
    expect((await only()).reviews).toMatchObject([{ uncompared: true }]);
    room.github.trouble.over();
    await room.github.clock.advance(25 * 3_600_000);
    expect((await only()).reviews).toMatchObject([{ outdated: ["Gemfile"] }]);
  });
});
