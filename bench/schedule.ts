/** `schedule`: how long giving out slots takes for 12 to 1,000 posts, and whether the answer is the optimum that HiGHS proves. */
import { settle, assignSlots } from "../src/desk/schedule/assign-slots.js";
import type { SlotRequest } from "../src/desk/schedule/solve/slot-request.js";
import { atMost, measure, type Bench, type Measure } from "./measure.js";
import { quantile } from "./quantile.js";
import { modelOf } from "./schedule/model-of.js";
import { prove } from "./schedule/prove.js";
import { afterOneSlip, KINDS, seasonOfPosts } from "./schedule/seasons.js";

const SEEDS = [1, 2] as const;
const PROVED_SIZES = [12, 50, 200] as const;
const LARGE = 1_000;

/** For each model. */
const HIGHS_SECONDS = 30;

export const schedule: Bench = {
  name: "schedule",
  about:
    "Giving every post of a campaign its slot: chains, embargoes, pins, a freeze, at most two posts of one byline in any seven days, posts on one beat two days apart; " +
    `with 30 % more slots than posts before the deadline, with 2 % more, and with 10 % fewer; ${SEEDS.length} campaigns of each. ` +
    "Times are of the slowest campaign, objectives of the worst: posts past the deadline, then hours past it, then announced slots moved, as one number. " +
    `The baseline is the optimum that HiGHS proves of the same question as a mixed-integer programme, within ${HIGHS_SECONDS} s each.`,
  async run() {
    const measures: Measure[] = [];
    for (const posts of PROVED_SIZES) measures.push(...(await compared(posts)));
    const large = campaigns(LARGE);
    const found = large.map(timed);
    const good = found.filter(({ settled }) => settled.best).length;
    const small = Math.max(...campaigns(200).map((request) => timed(request).ms));
    measures.push(
      measure({
        name: `${LARGE.toLocaleString("en")} posts, ${good} of ${large.length} proved by ourselves`,
        value: Math.max(...found.map(({ ms }) => ms)),
        unit: "ms",
        baseline: { name: "at 200 posts", value: small },
        target: atMost(5_000),
      }),
      await replanned(),
    );
    return measures;
  },
};

function campaigns(posts: number): readonly SlotRequest[] {
  return KINDS.flatMap((kind) => SEEDS.map((seed) => seasonOfPosts(posts, kind, seed)));
}

function timed(request: SlotRequest) {
  const began = performance.now();
  const settled = settle(request);
  return { settled, ms: performance.now() - began };
}

async function compared(posts: number): Promise<readonly Measure[]> {
  const worst = { ours: 0, theirs: 0, ratio: 1 };
  const [ours, theirs]: [number[], number[]] = [[], []];
  let proofs = 0;
  for (const request of campaigns(posts)) {
    const { settled, ms } = timed(request);
    const model = modelOf(settled);
    const proof = await prove(model.text, HIGHS_SECONDS);
    ours.push(ms);
    theirs.push(proof.ms);
    if (!proof.proved) continue;
    proofs += 1;
    const ratio = proof.cost === 0 ? (model.ours === 0 ? 1 : Infinity) : model.ours / proof.cost;
    if (ratio >= worst.ratio) Object.assign(worst, { ours: model.ours, theirs: proof.cost, ratio });
  }
  return [
    measure({
      name: `${posts} posts`,
      value: quantile(ours, 1),
      unit: "ms",
      baseline: { name: "HiGHS, the slowest", value: quantile(theirs, 1) },
      target: atMost(2_000),
    }),
    measure({
      name: `${posts} posts: the objective`,
      value: worst.ours,
      unit: "",
      baseline: { name: `HiGHS, ${proofs} of ${ours.length} proved`, value: worst.theirs },
      ratio: worst.ratio,
      target: atMost(1, "ratio"),
    }),
  ];
}

/** The campaign of 200 with slots to spare, told, when a post in its first weeks has missed its slot. */
async function replanned(): Promise<Measure> {
  const [roomy] = KINDS;
  const found: { readonly ms: number; readonly first: number; readonly ours: number; readonly theirs: number }[] = [];
  for (const seed of SEEDS) {
    if (!roomy) continue;
    const request = seasonOfPosts(200, roomy, seed);
    const first = timed(request);
    const later = timed(afterOneSlip(request, assignSlots(request)));
    const model = modelOf(later.settled);
    const proof = await prove(model.text, HIGHS_SECONDS);
    found.push({ ms: later.ms, first: first.ms, ours: model.ours, theirs: proof.proved ? proof.cost : Number.NaN });
  }
  const worst = found.toSorted((a, b) => b.ms - a.ms)[0];
  const equal = found.filter(({ ours, theirs }) => ours === theirs).length;
  return measure({
    name: `200 posts again after one slip, ${equal} of ${found.length} as HiGHS proves`,
    value: worst?.ms ?? Number.NaN,
    unit: "ms",
    baseline: { name: "the first time", value: worst?.first ?? Number.NaN },
    target: atMost(200),
  });
}
