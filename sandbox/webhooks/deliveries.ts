/** Deliveries: each webhook posted to the App, its answer kept, sent again when asked for; and the ways in which they go astray. */
import { stamp, type WebhookEvent, type World } from "../state/world.js";
import { post, type PostResult } from "./post.js";
import { writeWebhook, type Webhook } from "./webhook.js";

/** One sending of one webhook. A redelivery is another, with the same `guid`. */
export interface Delivery extends Webhook {
  readonly id: number;
  readonly deliveredAt: string;
  readonly answered: PostResult;
  /** Real seconds. */
  readonly duration: number;
}

export interface Deliveries {
  /** Oldest first. */
  readonly made: Delivery[];
  /** Everything that was ever to be sent, dropped ones too. */
  readonly webhooks: Webhook[];
  readonly emit: (event: WebhookEvent) => void;
  /** Sends that delivery once more, as a press on "Redeliver" does. */
  readonly redeliver: (delivery: Delivery) => void;
  /** Resolves when nothing is being sent any more: what is held or waits for the clock does not count. */
  readonly delivered: () => Promise<void>;
  readonly deliverTo: (url: string | null) => void;
  readonly modes: DeliveryModes;
}

export interface DeliveryModes {
  /** Such webhooks are lost: GitHub has no record of them. */
  drop(which: (webhook: Webhook) => boolean): void;
  /** Such webhooks are sent twice, with one GUID. */
  duplicate(which: (webhook: Webhook) => boolean): void;
  /** Such webhooks are sent so many milliseconds later, on the sandbox's clock. */
  delay(ms: number, which?: (webhook: Webhook) => boolean): void;
  /** The App's endpoint cannot be reached; GitHub writes down a failure. */
  down(isDown: boolean): void;
  /** Keeps what is to be sent until `release`. */
  hold(): void;
  /** Sends what was held, as `arrange` gives it back: in its order, without what it leaves out, twice what it doubles. */
  release(arrange?: (held: readonly Webhook[]) => readonly Webhook[]): void;
  /** Ends drop, duplicate, delay and down. */
  over(): void;
}

export function openDeliveries(world: () => World): Deliveries {
  const made: Delivery[] = [];
  const webhooks: Webhook[] = [];
  const never = () => false;
  let url: string | null = null;
  let held: Webhook[] | null = null;
  let drop: (webhook: Webhook) => boolean = never;
  let double: (webhook: Webhook) => boolean = never;
  let late: { readonly ms: number; readonly which: (webhook: Webhook) => boolean } | null = null;
  let isDown = false;
  let sent = 0;
  // One after the other, so that a script plays the same each time; a test that wants another order arranges it.
  let line: Promise<void> = Promise.resolve();

  const send = (webhook: Webhook) => {
    const to = url;
    if (to === null) return;
    line = line.then(async () => {
      const deliveredAt = stamp(world());
      const start = performance.now();
      const answered = isDown ? UNREACHABLE : await post(to, webhook.headers, webhook.text);
      const duration = Math.round(performance.now() - start) / 1000;
      made.push({ ...webhook, id: world().numbering.next(), deliveredAt, answered, duration });
    });
  };
  const sendInTime = (webhook: Webhook) => {
    if (!late?.which(webhook)) {
      send(webhook);
      return;
    }
    const { clock } = world();
    void clock.waitUntil(new Date(clock.now().getTime() + late.ms), new AbortController().signal).then(() => {
      send(webhook);
    });
  };
  const dispatch = (webhook: Webhook) => {
    if (held) held.push(webhook);
    else if (!drop(webhook)) {
      sendInTime(webhook);
      if (double(webhook)) sendInTime(webhook);
    }
  };

  return {
    made,
    webhooks,
    emit(event) {
      if (url === null) return;
      const webhook = writeWebhook(world(), event, () => ++sent);
      if (!webhook) return;
      webhooks.push(webhook);
      dispatch(webhook);
    },
    redeliver: (delivery) => {
      dispatch({ ...delivery, redelivery: true });
    },
    async delivered() {
      for (let seen: Promise<void> | null = null; seen !== line;) {
        seen = line;
        await seen;
      }
    },
    deliverTo: (to) => {
      url = to;
    },
    modes: {
      drop: (which) => {
        drop = which;
      },
      duplicate: (which) => {
        double = which;
      },
      delay: (ms, which = () => true) => {
        late = { ms, which };
      },
      down: (down) => {
        isDown = down;
      },
      hold: () => {
        held ??= [];
      },
      release(arrange = (all) => all) {
        const all = held ?? [];
        held = null;
        for (const webhook of arrange(all)) sendInTime(webhook);
      },
      over() {
        [drop, double, late, isDown] = [never, never, null, false];
      },
    },
  };
}

const UNREACHABLE = { code: 502, words: "failed to connect to host", headers: {}, body: "" };
