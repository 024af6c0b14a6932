/** The files of pull requests and their texts. */
import { afterEach, describe, expect, it } from "@jest/globals";
import type { Files } from "../../sandbox/git/paths.js";
import { openNewsroom, postText, type Newsroom, type NewsroomOptions } from "./newsroom.js";

describe("the files of a pull request", () => {
  let room: Newsroom;
  const open = async (options?: NewsroomOptions) => (room = await openNewsroom(options));
  afterEach(() => room.close());
  const opens = (files: Files) => {
    const samoht = room.github.as("samoht");
    samoht.push(room.repo, "post", files);
    return samoht.opens(room.repo, { branch: "post", title: "Post", number: 186 });
  };
  const posts = async () => (await room.look()).open[0]?.posts.map(({ path, previousPath, change }) => ({ path, previousPath, change }));

  it("[GH8] are posts where the desk's globs say so, with what became of each", async () => {
    await open({
      files: {
        "posts/one.md": postText("One"),
        "posts/two.md": "Quite another text, without a title.\n",
        "posts/three.md": postText("Three", "Long enough to be known again.\n".repeat(9)),
      },
    });
    opens({
      "posts/one.md": postText("One", "New words.\n"),
      "posts/two.md": null,
      "posts/three.md": null,
      "posts/drei.md": postText("Three", "Long enough to be known again.\n".repeat(9)),
      "posts/four.md": postText("Four"),
      "posts/picture.png": "no post",
      "src/data.ml": "no post",
    });
    expect(await posts()).toEqual([
      { path: "posts/drei.md", previousPath: "posts/three.md", change: "renamed" },
      { path: "posts/four.md", previousPath: null, change: "added" },
      { path: "posts/one.md", previousPath: null, change: "modified" },
      { path: "posts/two.md", previousPath: null, change: "removed" },
    ]);
    const asked = await room.asked(() => room.look());
    expect(asked.map(({ path }) => path)).toEqual(["/graphql"]);
  });

  it("[GH8] show a post that is renamed to what is none as removed", async () => {
    const text = postText("One", "Long enough to be known again.\n".repeat(9));
    await open({ files: { "posts/one.md": text } });
    opens({ "posts/one.md": null, "drafts/one.md": text });
    expect(await posts()).toEqual([{ path: "posts/one.md", previousPath: null, change: "removed" }]);
  });

  it("[GH8] are examined as the bytes that Git holds", async () => {
    const texts: Record<string, Buffer> = {
      "posts/bom.md": Buffer.from(`\uFEFF${postText("Mark")}`),
      "posts/crlf.md": Buffer.from(postText("Lines").replaceAll("\n", "\r\n")),
      "posts/latin.md": Buffer.from(postText("Café"), "latin1"),
      "posts/long.md": Buffer.from(postText("Long", "word ".repeat(160_000))),
      "posts/nul.md": Buffer.from(postText("Nul", "a\0b\n")),
      "posts/plain.md": Buffer.from(postText("Plain")),
    };
    await open();
    opens(texts);
    await room.look();
    expect(room.examined.map(({ path }) => path).sort()).toEqual(Object.keys(texts));
    for (const { path, bytes } of room.examined) expect(Buffer.from(bytes).equals(texts[path] ?? Buffer.alloc(0))).toBe(true);
  });

  it("[GH7] are examined once for each text, however many heads have it", async () => {
    await open();
    opens({ "posts/irmin.md": postText("Irmin"), "posts/git.md": postText("Git") });
    await room.look();
    room.github.as("samoht").push(room.repo, "post", { "README.md": "# Another head\n" });
    await room.look();
    room.github.as("samoht").push(room.repo, "post", { "posts/git.md": postText("Git", "Better words.\n") });
    await room.look();
    expect(room.examined.map(({ path }) => path).sort()).toEqual(["posts/git.md", "posts/git.md", "posts/irmin.md"]);
  });

  it("[GH8] beyond a mebibyte are read only so far", async () => {
    await open();
    opens({ "posts/huge.md": Buffer.alloc(5 * 1024 * 1024, "word ") });
    await room.look();
    expect(room.examined.map(({ bytes }) => bytes.length)).toEqual([1024 * 1024 + 1]);
  });

  it("[GH14] beyond a hundred are listed in full, once for each head", async () => {
    await open();
    const files = Object.fromEntries(Array.from({ length: 250 }, (_, n) => [`src/file-${n}.ml`, "x"]));
    opens({ ...files, "zz/readme": "x", "posts/irmin.md": postText("Irmin") });
    const first = await room.asked(async () => {
      expect(await posts()).toEqual([{ path: "posts/irmin.md", previousPath: null, change: "added" }]);
    });
    expect(first.filter(({ path }) => path.endsWith("/files"))).toHaveLength(3);
    expect((await room.look()).open[0]?.filesComplete).toBe(true);
    expect(await room.asked(() => room.look())).toHaveLength(1);
  });

  it("[GH14] beyond three thousand, which GitHub does not list, are said to be incomplete, and the rest goes on", async () => {
    await open();
    const files = Object.fromEntries(Array.from({ length: 3_010 }, (_, n) => [`files/file-${String(n).padStart(4, "0")}`, "x"]));
    opens(files);
    const [pull] = (await room.look()).open;
    expect([pull?.filesComplete, pull?.posts]).toEqual([false, []]);
    expect(await room.asked(() => room.look())).toHaveLength(1);
  });

  it("[GH14] that are more than two hundred posts are said to be incomplete", async () => {
    await open();
    opens(Object.fromEntries(Array.from({ length: 230 }, (_, n) => [`posts/post-${n}.md`, postText(`Post ${n}`)])));
    const [pull] = (await room.look()).open;
    expect([pull?.filesComplete, pull?.unread, pull?.posts.length, room.examined.length]).toEqual([false, 30, 200, 200]);
  });
});

describe("pull requests that have ended", () => {
  let room: Newsroom;
  afterEach(() => room.close());
  const ends = (number: number, how: "merges" | "closes") => {
    const samoht = room.github.as("samoht");
    samoht.push(room.repo, `post-${number}`, { [`posts/post-${number}.md`]: postText(`Post ${number}`) });
    samoht.opens(room.repo, { branch: `post-${number}`, title: `Post ${number}`, number });
    room.github.as("avsm")[how](room.repo, number);
  };
  const closed = async () => (await room.look()).closed.map(({ number, standing }) => `${number} ${standing}`);

  it("[GH13] are read once, and again when something happens to them", async () => {
    room = await openNewsroom();
    ends(150, "merges");
    ends(187, "closes");
    expect(await closed()).toEqual(["150 merged", "187 closed"]);
    expect(await room.asked(() => room.look())).toHaveLength(1);
    await room.github.clock.advance(60_000);
    room.github.as("avsm").comments(room.repo, 187, "Replaced by #189");
    const asked = await room.asked(async () => {
      expect((await room.look()).closed[1]?.comments.map(({ body }) => body)).toEqual(["Replaced by #189"]);
    });
    expect(asked).toHaveLength(2);
    await room.github.clock.advance(60_000);
    room.github.as("avsm").reopens(room.repo, 187);
    expect(await closed()).toEqual(["150 merged"]);
    await room.github.clock.advance(60_000);
    room.github.as("avsm").closes(room.repo, 187);
    expect(await closed()).toEqual(["150 merged", "187 closed"]);
  });

  it("[GH13] are read again after the app has done something to them, dated by GitHub or not", async () => {
    room = await openNewsroom();
    ends(150, "merges");
    await room.look();
    await room.bringAbout([{ kind: "labels", pull: 150, add: ["status/published"], remove: [] }]);
    expect((await room.look()).closed[0]?.labels).toEqual(["status/published"]);
    await room.bringAbout([{ kind: "labels", pull: 150, add: [], remove: ["status/published"] }]);
    expect((await room.look()).closed[0]?.labels).toEqual([]);
  });

  it("[GH13] long before the campaigns are left alone; more than a page of them is one request at rest all the same", async () => {
    room = await openNewsroom();
    room.github.clock.set(new Date("2014-01-10T12:00:00Z"));
    ends(1, "merges");
    room.github.clock.set(new Date("2014-07-01T12:00:00Z"));
    for (let number = 10; number < 160; number += 1) {
      ends(number, number % 2 === 0 ? "merges" : "closes");
      await room.github.clock.advance(1000);
    }
    expect(await closed()).toHaveLength(150);
    expect(await room.asked(() => room.look())).toHaveLength(1);
    ends(200, "merges");
    expect(await room.asked(closed)).toHaveLength(4);
    expect(await closed()).toHaveLength(151);
  });
});
