/** Why a plan has no campaign to show, and which it has instead. */
import { eitherOf, quoted } from "../desk/text/quoted.js";

export function sayNoSuchCampaign(name: string, campaigns: readonly { readonly name: string }[]): string {
  if (campaigns.length === 0) return "The plan has no campaign. Add a campaign with posts to `campaigns` in .github/presstime.yml.";
  const names = eitherOf(
    campaigns.map((one) => one.name),
    "and",
  );
  return `The plan has no campaign ${quoted(name)}. ${campaigns.length === 1 ? "Its campaign is" : "Its campaigns are"} ${names}.`;
}
