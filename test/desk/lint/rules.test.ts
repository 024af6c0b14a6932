/** Every example on the page of every rule, run as that rule runs. */
import { describe, expect, it } from "@jest/globals";
import { ruleComments } from "../../../scripts/docs/rule-pages.js";
import { HOUSE_STYLE, houseStyle } from "../../../src/desk/lint/house-style.js";
import { aloneIn, fix, said, togetherIn } from "./run-alone.js";

const comments = ruleComments();
const examples = HOUSE_STYLE.flatMap((rule) => {
  const comment = comments.get(rule.id);
  return (["good", "bad"] as const).flatMap((kind) =>
    (comment?.[kind] ?? []).map((example, index) => ({ rule, kind, example, name: `${rule.id}, ${kind} ${index + 1}` })),
  );
});

describe("examples", () => {
  it.each(examples.filter(({ kind }) => kind === "good").map((one) => [one.name, one] as const))(
    "[LI16] %s: nothing is said",
    (_, { rule, example: { settings, text } }) => {
      const path = settings.path ?? "posts/example.md";
      expect(aloneIn(rule, path, text, settings.options).map(said)).toEqual([]);
      expect(togetherIn(rule, path, text, settings.options).map(said)).toEqual([]);
    },
  );

  it.each(examples.filter(({ kind }) => kind === "bad").map((one) => [one.name, one] as const))(
    "[LI16] %s: exactly what its page says is said",
    (_, { rule, example: { settings, text, messages } }) => {
      const path = settings.path ?? "posts/example.md";
      expect(messages.length).toBeGreaterThan(0);
      expect(aloneIn(rule, path, text, settings.options).map(said)).toEqual(messages);
      expect(togetherIn(rule, path, text, settings.options).map(said)).toEqual(messages);
    },
  );

  it.each(examples.map((one) => [one.name, one] as const))(
    "[LI17] %s: mended to what its page shows, and no further",
    (_, { rule, example: { settings, text, fixed } }) => {
      const path = settings.path ?? "posts/example.md";
      const lint = (one: string) => aloneIn(rule, path, one, settings.options);
      expect(fix(text, lint)).toBe(fixed ?? text);
      expect(fix(fixed ?? text, lint)).toBe(fixed ?? text);
      if (fixed !== null) expect(rule.fixes).toBe(true);
    },
  );

  it("[LI16] every rule has good ones and bad ones, and each that fixes shows one", () => {
    for (const { id, says, fixes } of HOUSE_STYLE) {
      const comment = comments.get(id);
      expect([id, comment?.says]).toEqual([id, says]);
      expect([id, comment?.good.length]).toEqual([id, expect.any(Number)]);
      expect([id, (comment?.good.length ?? 0) > 0 && (comment?.bad.length ?? 0) > 0]).toEqual([id, true]);
      expect([id, comment?.bad.some(({ fixed }) => fixed !== null)]).toEqual([id, fixes]);
    }
  });

  it("[LI18] each message says what is unexpected and what is expected, under the rule's name, with the rule's page", () => {
    const bad = examples.filter(({ kind }) => kind === "bad");
    for (const { rule, example } of bad) {
      const path = example.settings.path ?? "posts/example.md";
      for (const { reason, ruleId, url } of togetherIn(rule, path, example.text, example.settings.options)) {
        expect(reason).toMatch(/^Unexpected .+, expected .+/);
        expect(ruleId).toBe(rule.id);
        if (rule.made.kind !== "plugin") expect(url).toBe(rule.page);
      }
    }
    expect(bad.length).toBeGreaterThan(HOUSE_STYLE.length - 1);
  });
});

describe("the house style", () => {
  it("[LI19] a desk that says nothing gets every rule that is on, with its severity and its defaults", () => {
    const set = houseStyle({ rules: {}, words: [] });
    expect(set.map(({ rule }) => rule.id)).toEqual(HOUSE_STYLE.filter(({ on }) => on).map(({ id }) => id));
    expect(set.find(({ rule }) => rule.id === "title-length")).toMatchObject({ severity: "warning", options: { most: 80 } });
  });

  it("[LI19] a rule is turned off, made stricter, and given options", () => {
    const set = houseStyle({
      rules: {
        title: { severity: "off" },
        "title-length": { severity: "error", options: { most: 60 } },
        "heading-order": { severity: "warning" },
      },
      words: [],
    });
    expect(set.find(({ rule }) => rule.id === "title")).toBeUndefined();
    expect(set.find(({ rule }) => rule.id === "title-length")).toMatchObject({ severity: "error", options: { most: 60 } });
    expect(set.find(({ rule }) => rule.id === "heading-order")).toMatchObject({ severity: "warning" });
  });

  it("[LI19] options alone turn a rule on that is off by itself, and wrong ones count as none", () => {
    const time = (options: unknown) =>
      houseStyle({ rules: { "reading-time": { options } }, words: [] }).find(({ rule }) => rule.id === "reading-time");
    expect(time({ most: 10 })).toMatchObject({ severity: "advice", options: { least: 1, most: 10 } });
    expect(time({ most: "long" })).toMatchObject({ options: { least: 1, most: 30 } });
  });
});
