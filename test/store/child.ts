/** A process of its own that uses a ledger, for tests that kill it. Says a line for each thing that the ledger has acknowledged. */
import { writeSync } from "node:fs";
import { openLedger } from "../../src/store/open-ledger.js";
import { BLOG, MINUTES, NOON, repositoryOf } from "./facts.js";

const [, , mode, address = "", from = "0"] = process.argv;

if (mode === "door") {
  // It loads the whole app.
  const { receiveUntilRefused } = await import("./receive-until-refused.js");
  writeSync(1, `${(await receiveUntilRefused(address)).join("\n")}\n`);
  process.exit();
}

const ledger = await openLedger(address);
// Not console.log, which may keep lines back when the process is killed.
const say = (line: string | number): number => writeSync(1, `${line}\n`);

if (mode === "write") {
  for (let n = Number(from); ; n += 1) {
    await ledger.receive(`guid-${n}`, repositoryOf(n), NOON);
    await ledger.begin(BLOG.id, [{ key: `notice/${n}`, digest: "x" }], NOON);
    await ledger.announce(BLOG.id, `post-${n}`, { slot: NOON, at: NOON, by: null, why: "first" });
    await ledger.end(BLOG.id, [{ key: `notice/${n}`, digest: "x", ended: "done", why: null, says: `wrote ${n}` }], NOON);
    say(n);
  }
}

if (mode === "work") {
  say("ready");
  await new Promise((resolve) => process.stdin.once("data", resolve));
  while ((await ledger.nextDue()) !== null) {
    const claim = await ledger.claim(NOON, MINUTES);
    if (!claim) continue;
    say(claim.repository.id);
    await ledger.settle(claim, null);
  }
  process.exit();
}

if (mode === "open") {
  await ledger.ping(NOON);
  await ledger.close();
  say("opened");
}

if (mode === "fill") {
  try {
    for (let n = 0; ; n += 1) await ledger.receive(`guid-${n}`, repositoryOf(n), NOON);
  } catch (error) {
    say(String(error));
  }
  await ledger.ping(NOON).then(
    () => say("ready"),
    (error: unknown) => say(`not ready: ${String(error)}`),
  );
  process.exit();
}
