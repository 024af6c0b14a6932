/** Which words are one letter off. */
import { describe, expect, it } from "@jest/globals";
import { isOneLetterOff } from "../../../src/desk/text/one-letter-off.js";

describe("one letter off", () => {
  it.each([
    ["Dave Scot", "Dave Scott"],
    ["Dave Scottt", "dave scott"],
    ["Dave Scatt", "Dave Scott"],
    ["Daev Scott", "Dave Scott"],
    ["Jeremie Dimino", "Jérémie Dimino"],
  ])("[LI153] %s is %s mistyped", (one, other) => {
    expect(isOneLetterOff(one, other)).toBe(true);
    expect(isOneLetterOff(other, one)).toBe(true);
  });

  it.each([
    ["Dave Scott", "Dave Scott"],
    ["dave scott", "Dave Scott"],
    ["Anil", "Amil"],
    ["Dave Stott-Jones", "Dave Scott"],
    ["Ann Lee", "Dan Lee"],
    ["Evad Scott", "Dave Scott"],
  ])("[LI153] %s and %s are two, or one", (one, other) => {
    expect(isOneLetterOff(one, other)).toBe(false);
  });
});
