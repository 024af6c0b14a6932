/** The sandbox GitHub in a process of its own, so that its work is not counted as ours. Run with a number of posts and of open pull requests. */
import { GITHUB_TAKES, openGithub } from "./newsroom.js";

export interface GithubThere {
  readonly host: string;
  readonly appId: number;
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** A delivery as it would send it: a pull request was opened. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

const [posts, open] = process.argv.slice(2).map(Number);
const { github, submits } = await openGithub(posts ?? 0, open ?? 0);
github.trouble.slow({ ms: GITHUB_TAKES, next: Infinity });
github.webhooks.hold();
github.deliverTo(`${github.url}/nowhere`);
submits(open ?? 0);
const letter = github.letters.findLast(({ name }) => name === "pull_request");
if (!letter) throw new Error("Unexpected lack of a delivery, expected one about a pull request that was opened");
github.deliverTo(null);
process.send?.({
  host: new URL(github.url).host,
  appId: github.app.id,
  privateKey: github.app.privateKey,
  webhookSecret: github.app.webhookSecret,
  headers: letter.headers,
  text: letter.text,
} satisfies GithubThere);
// Ends with whoever started it.
process.on("disconnect", () => {
  process.exit(0);
});
