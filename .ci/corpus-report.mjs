/** The findings of a folder of posts, by rule and by file, as a page. */

export function reportOf(readings) {
  const all = readings.flatMap(({ name, findings }) => findings.map((finding) => ({ name, ...finding })));
  const rules = [...grouped(all)].sort((a, b) => b[1].length - a[1].length);
  const files = readings.filter(({ findings }) => findings.length > 0);
  return [
    "# What the linter says of these posts",
    "",
    `${readings.length} posts, ${all.length} findings, ${readings.length - files.length} posts without any.`,
    "",
    "## By rule",
    "",
    "| rule | severity | findings | posts |",
    "|---|---|---|---|",
    ...rules.map(
      ([rule, found]) =>
        `| ${rule} | ${[...new Set(found.map(({ severity }) => severity))].join(", ")} | ${found.length} | ${new Set(found.map(({ name }) => name)).size} |`,
    ),
    "",
    "## By file",
    ...files.flatMap(({ name, findings }) => ["", `### ${name}`, "", ...findings.map(line)]),
    "",
  ].join("\n");
}

function grouped(all) {
  const groups = new Map();
  for (const one of all) groups.set(one.rule, [...(groups.get(one.rule) ?? []), one]);
  return groups;
}

function line({ place, severity, rule, message }) {
  return `- ${place.line}:${place.column} ${severity} ${rule}: ${message.replace(/\s+/g, " ")}`;
}
