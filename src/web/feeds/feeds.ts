/** Which feeds there are: one for each campaign, one for each person who signs or reviews something. */
import { sameLogin } from "../../desk/facts/person.js";
import { agendaOf, type Occasion } from "../../desk/outlook/agenda.js";
import type { View } from "../../view.js";
import { ownAddress, postLink, seasonPath } from "../layout/own-links.js";
import { personName } from "../people-names.js";
import { writeFeed } from "./calendar-feed.js";

export function campaignFeedPath(repository: View["repository"], campaign: string): string {
  return `${seasonPath(repository)}/${encodeURIComponent(campaign)}.ics`;
}

export function personFeedPath(repository: View["repository"], login: string): string {
  return `${seasonPath(repository)}/people/${encodeURIComponent(login)}.ics`;
}

/** Logins that sign or review something of the view and are people of the desk; they have feeds worth subscribing to. */
export function peopleWithFeeds({ people, plan }: View): readonly string[] {
  const busy = plan.posts.flatMap(({ byline, asked }) => [...byline, ...asked.map(({ login }) => login)]);
  return people.filter(({ login }) => busy.some((one) => sameLogin(one, login))).map(({ login }) => login);
}

/** Null for a campaign that is not there. */
export function campaignFeed(view: View, name: string): string | null {
  const campaign = view.plan.campaigns.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!campaign) return null;
  return feedOf(view, campaign.name, agendaOf(view.plan, { campaign: campaign.name, person: null }));
}

/** Null for somebody whom neither the desk nor a post knows. */
export function personFeed(view: View, login: string): string | null {
  const occasions = agendaOf(view.plan, { campaign: null, person: login });
  const known = view.people.find((person) => sameLogin(person.login, login));
  if (!known && occasions.length === 0) return null;
  return feedOf(view, `${known?.name ?? login}: posts of ${view.repository.owner}/${view.repository.name}`, occasions);
}

function feedOf(view: View, name: string, occasions: readonly Occasion[]): string {
  const { repository, zone, people, plan } = view;
  return writeFeed({
    name,
    scope: `${repository.owner}/${repository.name}`,
    zone,
    occasions,
    nameOf: (login) => personName(people, login),
    linkOf: ({ post, campaign }) => {
      if (post) return postLink(repository, post);
      const board = plan.campaigns.find((one) => one.name === campaign)?.board;
      return board ? ownAddress(repository, board.url) : null;
    },
  });
}
