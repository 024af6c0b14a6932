/**
 * The address of a link is one that readers can follow, and the one that its words promise.
 *
 * Each of these was found in live posts: an address that begins `https://https://` or without `https://`, one of a writer's own machine or
 * of a preview, one that ends in `.md` where a site has pages, and a link whose words are one login and whose address is another.
 *
 * ## Good
 *
 * ```md
 * Thanks to [@ann](https://github.com/ann) for [Irmin](https://mirage.io/blog/irmin/), whose
 * [readme](https://github.com/mirage/irmin/blob/main/README.md) says to open [localhost:8080](http://localhost:8080).
 * ```
 *
 * ## Bad
 *
 * ```md
 * Thanks to [@ann](https://github.com/ben) for [Irmin](https://mirage.io/blog/irmin.md),
 * [docs](https://https://mirage.io), [site](www.mirage.io) and [preview](http://localhost:4000/blog/irmin/).
 * ```
 *
 * ```text
 * 1:11-1:41 Unexpected `@ann` over the address of `ben`, expected one login in both
 * 1:46-1:86 Unexpected `.md` at the end of the address `https://mirage.io/blog/irmin.md`, expected that of the page
 * 2:1-2:34 Unexpected beginning of the address `https://https://mirage.io`, expected `https://` once
 * 2:36-2:57 Unexpected address `www.mirage.io` without `https://`, expected it in front
 * 2:62-2:106 Unexpected address `http://localhost:4000/blog/irmin/`, expected one that readers can open
 * ```
 */
import { toString } from "mdast-util-to-string";
import type { Definition, Link } from "mdast";
import { quoted } from "../../text/quoted.js";
import { ownRule } from "../rule-kinds/own-rule.js";

/** `https://https://`, `https:/mirage.io`, `htps://`: no scheme that there is. */
const MISSPELT = /^(?:https?:\/\/(?=https?(?::|\/\/))|https?:\/(?!\/)|https?\/\/|(?!https?:\/\/)h?t{1,3}p{1,2}s{0,2}:?\/\/)/i;

/** Of hosts that nobody would write for a file. */
const WITHOUT_SCHEME = /^(?:www\.[\w-]+\.[a-z]{2,}|(?:[\w-]+\.)?github\.(?:com|io)|twitter\.com|x\.com)(?:\/|$)/i;

const OWN_MACHINE = /^https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::\d+)?(?:\/|$)|^https?:\/\/deploy-preview-\d+--/i;

const PAGE_AS_FILE = /^https?:\/\/([^/?#]+)\/[^?#]+\.(?:md|mdx|markdown)(?:#.*)?$/i;

/** Where files of Markdown are what is shown, or served as they are. */
const SHOWS_FILES =
  /(?:git|code|src|source|cdn|unpkg|raw|wiki|docs?\.rs|gist|bitbucket|sr\.ht|pagure|phabricator|npm|pkg|huggingface|llms|hackmd|storage|s3|amazonaws)/i;

const PROFILE = /^https?:\/\/github\.com\/([a-z\d](?:-?[a-z\d]){0,38})\/?$/i;

export const linkAddress = ownRule(
  {
    id: "link-address",
    says: "The address of a link is one that readers can follow, and the one that its words promise.",
    severity: "warning",
  },
  (source, say) => {
    const visit = (node: Link | Definition) => {
      const wrong = wrongIn(node.url, node.type === "link" ? toString(node) : "");
      if (wrong !== null) say(wrong, source.span(node));
    };
    return { link: visit, definition: visit };
  },
);

function wrongIn(url: string, words: string): string | null {
  const address = quoted(url, 80);
  if (MISSPELT.test(url)) return `Unexpected beginning of the address ${address}, expected \`https://\` once`;
  if (WITHOUT_SCHEME.test(url)) return `Unexpected address ${address} without \`https://\`, expected it in front`;
  // Whoever is told to open it on their own machine reads it in the words.
  if (OWN_MACHINE.test(url) && !/localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|:\d{2,5}\b/i.test(words))
    return `Unexpected address ${address}, expected one that readers can open`;
  const host = PAGE_AS_FILE.exec(url)?.[1];
  if (host !== undefined && !SHOWS_FILES.test(url.slice(0, url.indexOf(host) + host.length)) && !/\.(?:md|mdx|markdown)\b/i.test(words))
    return `Unexpected \`.md\` at the end of the address ${address}, expected that of the page`;
  const login = PROFILE.exec(url)?.[1];
  const said = /^@([a-z\d](?:-?[a-z\d]){0,38})$/i.exec(words.trim())?.[1];
  if (login !== undefined && said !== undefined && login.toLowerCase() !== said.toLowerCase())
    return `Unexpected ${quoted(`@${said}`)} over the address of ${quoted(login)}, expected one login in both`;
  return null;
}
