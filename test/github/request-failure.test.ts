/** What a failed request means. */
import { describe, expect, it } from "@jest/globals";
import { failureOf } from "../../src/github/request-failure.js";

const now = new Date("2014-07-18T12:00:00Z");

function answered(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Error {
  return Object.assign(new Error("octokit's own words - https://docs.github.com/rest"), {
    status,
    response: { status, headers, data: body },
  });
}

describe("a failed request", () => {
  it("[GH19] at the secondary limit is to be tried again when GitHub says", () => {
    const body = { message: "You have exceeded a secondary rate limit. Please wait a few minutes before you try again." };
    expect(failureOf(answered(403, body, { "retry-after": "90" }), now)).toMatchObject({ kind: "later", until: "2014-07-18T12:01:30Z" });
    expect(failureOf(answered(429, body), now)).toMatchObject({ kind: "later", until: "2014-07-18T12:01:00Z" });
    // What stands between GitHub and us answers with a page or with nothing, and without headers.
    for (const said of ["<html>Too Many Requests</html>", {}, { message: "Slow down" }]) {
      expect(failureOf(answered(429, said), now)).toMatchObject({ kind: "later", until: "2014-07-18T12:01:00Z" });
    }
  });

  it("[GH19] at the hourly limit is to be tried again just after the hour is renewed", () => {
    const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(Date.parse("2014-07-18T12:20:00Z") / 1000) };
    const limited = answered(403, { message: "API rate limit exceeded" }, headers);
    expect(failureOf(limited, now)).toMatchObject({ kind: "later", until: "2014-07-18T12:20:01Z" });
  });

  it("[GH19] is timed by GitHub's clock where ours is wrong", () => {
    const reset = String(Date.parse("2014-07-18T12:20:00Z") / 1000);
    const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset, date: "Fri, 18 Jul 2014 12:05:00 GMT" };
    // Fifteen minutes by GitHub's clock, which is five minutes ahead of ours.
    expect(failureOf(answered(403, {}, headers), now)).toMatchObject({ kind: "later", until: "2014-07-18T12:15:01Z" });
  });

  it("[GH19] at GraphQL's limit, said with a 200, is a limit all the same", () => {
    const errors = [{ type: "RATE_LIMITED", message: "API rate limit exceeded for installation ID 7." }];
    const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(Date.parse("2014-07-18T12:20:00Z") / 1000) };
    expect(failureOf(Object.assign(new Error("x"), { errors, headers }), now)).toMatchObject({
      kind: "later",
      until: "2014-07-18T12:20:01Z",
    });
    expect(failureOf(Object.assign(new Error("x"), { data: { errors }, response: { headers } }), now)).toMatchObject({
      kind: "later",
      until: "2014-07-18T12:20:01Z",
    });
  });

  it.each([
    [{ type: "RATE_LIMIT", code: "graphql_rate_limit", message: "API rate limit already exceeded for installation ID 7." }, "12:20:01"],
    [{ type: "SOMETHING_NEWER", message: "API rate limit exceeded for installation ID 7." }, "12:20:01"],
    [{ message: "You have exceeded a secondary rate limit. Please wait a few minutes before you try again." }, "12:01:00"],
  ])("[GH400] at GraphQL's limit is one in any of its wordings, whatever the headers say is left: %j", (error, until) => {
    const headers = { "x-ratelimit-remaining": "4", "x-ratelimit-reset": String(Date.parse("2014-07-18T12:20:00Z") / 1000) };
    expect(failureOf(Object.assign(new Error("x"), { errors: [error], headers }), now)).toEqual({
      kind: "later",
      until: `2014-07-18T${until}Z`,
      by: "limit",
      why: `GitHub asks to wait: ${error.message}`,
    });
  });

  it("[GH400] that only speaks of limits is none", () => {
    const errors = [{ type: "UNPROCESSABLE", message: "The branch `rate-limit-exceeded` is protected" }];
    expect(failureOf(Object.assign(new Error("x"), { errors, status: 422 }), now).kind).toBe("refused");
  });

  it("[GH20] by an outage or a broken connection is to be tried again in a minute", () => {
    for (const status of [500, 502, 503]) {
      expect(failureOf(answered(status, { message: "Server Error" }), now)).toMatchObject({ kind: "later", until: "2014-07-18T12:01:00Z" });
    }
    expect(failureOf(Object.assign(new Error("socket hang up"), { status: 500 }), now)).toEqual({
      kind: "later",
      until: "2014-07-18T12:01:00Z",
      by: "outage",
      why: "GitHub does not answer: socket hang up",
    });
  });

  it("[GH20] for credentials that do not work now waits for a person to mend them", () => {
    expect(failureOf(answered(401, { message: "Bad credentials" }), now)).toMatchObject({ kind: "later", until: "2014-07-18T12:05:00Z" });
    expect(failureOf(answered(403, { message: "This installation has been suspended" }), now)).toMatchObject({
      kind: "later",
      by: "closed",
      until: "2014-07-18T12:01:00Z",
    });
  });

  it("[GH21] keeps GitHub's own words, with what its errors say", () => {
    const body = {
      message: "Validation Failed",
      errors: [{ code: "already_exists", field: "name" }, "and so on", { message: "in words" }],
    };
    expect(failureOf(answered(422, body), now)).toEqual({
      kind: "refused",
      status: 422,
      why: "Validation Failed: name already_exists: and so on: in words",
    });
    expect(failureOf(answered(404, "gone"), now)).toEqual({ kind: "missing", why: "octokit's own words" });
    expect(failureOf(answered(409, { message: "Head branch was modified" }), now)).toEqual({
      kind: "conflict",
      why: "Head branch was modified",
    });
    expect(failureOf(answered(403, { message: "Resource not accessible by integration" }), now).kind).toBe("forbidden");
  });

  it("[GH20] that is a mistake of ours is not taken for one of GitHub's", () => {
    const mistake = new TypeError("x is not a function");
    expect(() => failureOf(mistake, now)).toThrow(mistake);
  });
});
