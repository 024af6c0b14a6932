/** Recovering failed deliveries from a GitHub that keeps them on paper. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { pino } from "pino";
import { DAY, HOUR, MINUTE, plus, readInstant, type Instant } from "../../src/desk/time/zone.js";
import { Unavailable } from "../../src/github/forge.js";
import { redeliver, type FailedDeliveries, type RecoverableDelivery } from "../../src/queue/redeliver.js";
import type { Ledger } from "../../src/store/ledger.js";
import { openLedger } from "../../src/store/open-ledger.js";
import { VirtualClock } from "../virtual-clock.js";

const NOON = readInstant("2014-07-18T12:00:00Z");
const log = pino({ level: "silent" });

let ledger: Ledger;
let clock: VirtualClock;
let github: Paper;
beforeEach(async () => {
  ledger = await openLedger(":memory:");
  clock = new VirtualClock(NOON);
  github = new Paper();
});
afterEach(() => ledger.close());

describe("failed deliveries", () => {
  it("[WK11] each is asked for once, however often one looks", async () => {
    github.fail("a", plus(NOON, -HOUR));
    github.fail("b", plus(NOON, -MINUTE));
    expect(await recover()).toBe(2);
    expect(await recover()).toBe(0);
    clock.pass(15 * MINUTE);
    github.fail("c", plus(NOON, MINUTE));
    expect(await recover()).toBe(1);
    expect(github.asked).toEqual(["attempt of b", "attempt of a", "attempt of c"]);
  });

  it("[WK11] the first time goes back three days, and later ones to an hour before the last", async () => {
    await recover();
    clock.pass(15 * MINUTE);
    await recover();
    clock.pass(10 * DAY);
    await recover();
    const third = plus(NOON, 15 * MINUTE + 10 * DAY);
    expect(github.since).toEqual([plus(NOON, -3 * DAY), plus(NOON, -HOUR), plus(third, -3 * DAY)]);
  });

  it("[WK304] only what a look does not tell by itself is asked for, the press of a button first", async () => {
    github.fail("button", NOON, { event: "check_run", action: "requested_action" });
    github.fail("run", NOON, { event: "check_run", action: "completed" });
    github.fail("again", NOON, { event: "check_suite", action: "rerequested" });
    github.fail("comment", NOON, { event: "issue_comment", action: "created" });
    github.fail("label", NOON, { event: "pull_request", action: "labeled" });
    github.fail("head", NOON, { event: "pull_request", action: "synchronize" });
    github.fail("push", NOON);
    expect(await recover()).toBe(4);
    expect(github.asked).toEqual(["attempt of again", "attempt of button", "attempt of push", "attempt of head"]);
  });

  it("[WK304] of three days of pushes sixty are asked for in one sweep, and every button", async () => {
    github.fail("button", NOON, { event: "check_run", action: "requested_action" });
    for (let n = 0; n < 100; n += 1) github.fail(`push ${n}`, NOON);
    expect(await recover()).toBe(60);
    expect(github.asked[0]).toBe("attempt of button");
    expect(await recover()).toBe(41);
    expect(await recover()).toBe(0);
  });

  it("[WK12] when GitHub cannot be asked, the rest waits and none is lost", async () => {
    for (const guid of ["a", "b", "c"]) github.fail(guid, NOON);
    github.trouble = (id) => (id === "attempt of b" ? new Unavailable("rate limit", plus(NOON, HOUR)) : null);
    await expect(recover()).rejects.toThrow("rate limit");
    expect(github.asked).toEqual(["attempt of c"]);
    github.trouble = () => null;
    clock.pass(DAY);
    expect(await recover()).toBe(2);
    expect(github.asked).toEqual(["attempt of c", "attempt of b", "attempt of a"]);
  });

  it("[WK12] one that GitHub will not send again keeps no other from being sent", async () => {
    for (const guid of ["a", "b", "c"]) github.fail(guid, NOON);
    github.trouble = (id) => (id === "attempt of b" ? new Error("422") : null);
    expect(await recover()).toBe(2);
    expect(await recover()).toBe(0);
  });

  it("[WK12] one for which GitHub can never be asked is given up after three times", async () => {
    for (const guid of ["a", "b"]) github.fail(guid, NOON);
    github.trouble = (id) => (id === "attempt of b" ? new Unavailable("502", plus(NOON, HOUR)) : null);
    for (let n = 0; n < 3; n += 1) await expect(recover()).rejects.toThrow("502");
    expect(await recover()).toBe(1);
    expect(github.asked).toEqual(["attempt of a"]);
  });

  it("[WK12] a place that cannot be read counts as none", async () => {
    await ledger.cache("redelivery", new Map([["stopped at", { not: "an instant" }]]), NOON);
    await recover();
    expect(github.since).toEqual([plus(NOON, -3 * DAY)]);
  });
});

function recover(): Promise<number> {
  return redeliver({ deliveries: github, ledger, clock, log });
}

/** Lists the newest first, as GitHub does. */
class Paper implements FailedDeliveries {
  readonly asked: string[] = [];
  readonly since: Instant[] = [];
  trouble: (id: string) => Error | null = () => null;
  readonly #failed: (RecoverableDelivery & { readonly at: Instant })[] = [];

  fail(guid: string, at: Instant, told: Partial<RecoverableDelivery> = {}): void {
    this.#failed.unshift({ id: `attempt of ${guid}`, guid, at, event: "push", action: null, ...told });
  }

  async *failed(since: Instant): AsyncGenerator<RecoverableDelivery> {
    this.since.push(since);
    for (const one of this.#failed) if (one.at >= since) yield await Promise.resolve(one);
  }

  redeliver(id: string): Promise<void> {
    const trouble = this.trouble(id);
    if (trouble) return Promise.reject(trouble);
    this.asked.push(id);
    return Promise.resolve();
  }
}
