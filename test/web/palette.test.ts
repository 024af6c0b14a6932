/** The colours of the pages, by day and by night. */
import { describe, expect, it } from "@jest/globals";
import { palette } from "../../src/web/layout/style/palette.js";

type Colours = Readonly<Record<string, string>>;

const coloursOf = (css: string): Colours =>
  Object.fromEntries([...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [name, value]));

/** WCAG 2.2's relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const [day = "", night = ""] = palette.split("@media");

/** Text on ground, as the style sheet puts them together. */
const PAIRS = [
  ...["ink", "quiet", "link", "red", "green", "amber"].flatMap((text) => ["paper", "sheet"].map((ground) => [text, ground])),
  ["red", "red-wash"],
  ["ink", "red-wash"],
  ["green", "green-wash"],
  ["ink", "green-wash"],
  ["amber", "amber-wash"],
  ["link", "blue-wash"],
  ["quiet", "blue-wash"],
  ["quiet", "green-wash"],
  ["quiet", "red-wash"],
  ["paper", "green"],
];

describe.each([
  ["by day", coloursOf(day)],
  ["by night", coloursOf(night)],
])("colours %s", (_, colours) => {
  it.each(PAIRS)("[WB14] %s can be read on %s", (text = "", ground = "") => {
    expect(contrast(colours[text] ?? "", colours[ground] ?? "")).toBeGreaterThanOrEqual(4.5);
  });
});
