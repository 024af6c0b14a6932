/** On paper: black on white, no buttons, no row torn over two pages. */
export const print = `
@media print {
  :root { --paper: #fff; --sheet: #fff; --ink: #000; --quiet: #444; --link: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .clock, .trail, .skip, .more, .calendars { display: none; }
  tr, li, .next, .figures, .timeline { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .pile i, .key, .stage, .thirds i { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
