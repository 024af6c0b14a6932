/** Colours, by day and by night. Every pair that carries text has a contrast of at least 4.5, which a browser test measures. */
export const palette = `
:root {
  color-scheme: light dark;
  --paper: #fbf9f4;
  --sheet: #ffffff;
  --ink: #1c1a17;
  --quiet: #625c52;
  --rule: #d9d3c6;
  --strong-rule: #1c1a17;
  --link: #1b4a85;
  --red: #a3231f;
  --red-wash: #f9e9e6;
  --green: #1d6140;
  --green-wash: #e6f1ea;
  --amber: #754a00;
  --amber-wash: #f8efdc;
  --blue-wash: #e8eef6;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "Liberation Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15161a;
    --sheet: #1c1e23;
    --ink: #ebe7de;
    --quiet: #aaa498;
    --rule: #383a41;
    --strong-rule: #8d887d;
    --link: #9dc3f4;
    --red: #ff9d92;
    --red-wash: #3a1f1e;
    --green: #86d6a6;
    --green-wash: #1b3226;
    --amber: #efc373;
    --amber-wash: #362b16;
    --blue-wash: #202c3b;
  }
}
`;
