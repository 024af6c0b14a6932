/** The configuration of the site that posts are written for: from the default branch, and asked for once. */
import { afterEach, describe, expect, it } from "@jest/globals";
import type { Files } from "../../sandbox/git/paths.js";
import { DESK, openNewsroom, type Newsroom } from "./newsroom.js";

let room: Newsroom;
afterEach(() => room.close());

const commits = (files: Files) => room.github.as("amirmc").push(room.repo, "main", files);
const sites = async () => (await room.look()).sites?.map(({ folder, kind, zone }) => `${folder}:${kind}:${zone}`);

describe("the site's own configuration", () => {
  it("[CS41] is asked for when it is new, and again only when it has changed", async () => {
    room = await openNewsroom({
      files: { "hugo.toml": 'timeZone = "Europe/Paris"\n', "config/production/hugo.toml": "buildFuture = true\n" },
    });
    expect(await sites()).toEqual([":hugo:Europe/Paris"]);
    expect(await room.asked(() => room.look())).toHaveLength(1);
    commits({ "config/production/hugo.toml": 'timeZone = "Asia/Tokyo"\n' });
    expect(await sites()).toEqual([":hugo:Asia/Tokyo"]);
    expect(await room.asked(() => room.look())).toHaveLength(1);
  });

  it("[CS41] costs nothing where there is none, and that of a pull request is not looked at", async () => {
    room = await openNewsroom({});
    expect(await sites()).toEqual([]);
    room.github.as("samoht").push(room.repo, "post", { "_config.yml": "timezone: Asia/Tokyo\n" });
    room.github.as("samoht").opens(room.repo, { branch: "post", title: "Move", number: 186 });
    expect(await sites()).toEqual([]);
  });

  it("[CS41] is found above the posts, in a folder of its own", async () => {
    const desk = DESK.replace(/posts: .*/, 'posts: ["website/_posts/*.md", "posts/*.md"]');
    room = await openNewsroom({
      files: { ".github/presstime.yml": desk, "website/_config.yml": "timezone: Asia/Tokyo\n", "astro.config.mjs": "throw 1" },
    });
    expect(await sites()).toEqual([":astro:UTC", "website:jekyll:Asia/Tokyo"]);
    expect(await room.asked(() => room.look())).toHaveLength(1);
  });
});
