/** The season: what to do next, figures, the strip of days, and the table that becomes cards where it does not fit. */
export const seasonStyle = `
.next { border: 1px solid var(--rule); border-top: 3px solid var(--red); background: var(--sheet); padding: 0.25rem 1.25rem 0.75rem; margin-top: 1.25rem; }
.next h2 { margin-top: 0.75rem; }
.next li { margin: 0.45rem 0; }
.next li::marker { font-family: var(--serif); font-weight: 700; color: var(--red); }
.problems { border-inline-start: 4px solid var(--red); background: var(--red-wash); padding: 0.25rem 1rem; margin-top: 1rem; }
.problems h2 { margin-top: 0.5rem; }
.findings { list-style: none; padding: 0; }
.findings li { padding: 0.35rem 0; border-top: 1px solid var(--rule); }
.severity { font-size: 0.85rem; font-weight: 600; color: var(--quiet); }
.error .severity { color: var(--red); }
.warning .severity { color: var(--amber); }

.campaign > h2 { font-size: 1.8rem; margin-bottom: 0; border-top: 2px solid var(--strong-rule); padding-top: 0.75rem; }
.deadline { margin-top: 0.15rem; }
.figures { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); margin: 1rem 0; border-block: 1px solid var(--rule); }
.figures.four { grid-template-columns: repeat(4, minmax(0, 1fr)); }
.figures div { padding: 0.5rem 1rem; border-inline-start: 1px solid var(--rule); }
.figures div:first-child { border: 0; padding-inline-start: 0; }
.figures dt { color: var(--quiet); font-size: 0.85rem; }
.figures dd { margin: 0; font: 600 1.35rem/1.25 var(--serif); font-variant-numeric: tabular-nums; }
.thirds { display: inline-flex; gap: 2px; vertical-align: 0.05em; }
.thirds i { width: 1.1rem; height: 0.7rem; border: 2px solid var(--quiet); border-radius: 2px; }
.thirds i.green { background: var(--green); border-color: var(--green); }
.thirds i.amber { background: var(--amber); border-color: var(--amber); }
.thirds i.red { background: var(--red); border-color: var(--red); }
.figures .in-words { display: block; font: 400 0.9rem/1.4 var(--sans); }
.conflict { border-inline-start-width: 6px; }
.conflict h3 { margin-top: 0.5rem; }
.conflict li { margin: 0.2rem 0; }
.lies-ahead { list-style: none; padding: 0; margin: 0 0 1.25rem; font-size: 0.92rem; }
.lies-ahead li { padding: 0.2rem 0; }
.moves li { margin: 0.6rem 0; }
.calendars ul { columns: 16rem; }
.figures .quiet { font-weight: 400; font-size: 0.8em; }

.timeline { margin: 1rem 0 1.5rem; }
.strip { display: flex; align-items: stretch; border-bottom: 1px solid var(--rule); }
.day { flex: 1 1 0; min-width: 0; display: flex; flex-direction: column; justify-content: flex-end; align-items: center; padding-top: 0.5rem; }
.weekend { background: color-mix(in srgb, var(--rule) 35%, transparent); }
.today { background: var(--blue-wash); box-shadow: inset 0 -3px var(--link); }
.deadline.day { border-inline-end: 3px solid var(--red); margin: 0; }
.pile { display: flex; flex-direction: column-reverse; align-items: center; gap: 3px; min-height: 3.4rem; padding-bottom: 4px; }
.pile b { font-size: 0.7rem; }
.pile i, .key { display: inline-block; width: 0.8rem; height: 0.8rem; border: 2px solid var(--link); border-radius: 2px; }
.pile i.live, .key.live { background: var(--green); border-color: var(--green); }
.pile i.late, .key.late { background: var(--red); border-color: var(--red); transform: rotate(45deg) scale(0.85); }
.pile i.was, .key.was { border: 2px dotted var(--quiet); border-radius: 50%; }
.number { font-size: 0.72rem; line-height: 1.6; color: var(--quiet); font-variant-numeric: tabular-nums; white-space: nowrap; }
.today .number { color: var(--ink); font-weight: 700; }
.timeline figcaption { color: var(--quiet); font-size: 0.85rem; padding-top: 0.4rem; }
.key { margin-inline: 0.9rem 0.3rem; vertical-align: -0.1em; }
.key.bar { width: 3px; border: 0; border-radius: 0; background: var(--red); }
.key:first-child { margin-inline-start: 0; }

.posts { width: 100%; border-collapse: collapse; font-size: 0.92rem; line-height: 1.4; }
.posts caption { text-align: start; color: var(--quiet); font-size: 0.9rem; padding-bottom: 0.4rem; }
.posts thead th { text-align: start; font-weight: 600; color: var(--quiet); font-size: 0.85rem; border-bottom: 2px solid var(--strong-rule); padding: 0.3rem 0.75rem 0.3rem 0; }
.posts tbody th, .posts td { text-align: start; vertical-align: top; padding: 0.6rem 0.75rem 0.6rem 0; border-bottom: 1px solid var(--rule); font-weight: 400; }
.posts tbody th { width: 29%; }
.posts td:nth-child(2) { width: 8rem; }
.posts td:nth-child(3) { width: 14%; }
.posts td:nth-child(4) { width: 23%; }
.posts td:nth-child(5) { width: 16%; }
.posts td:nth-child(6) { width: 8rem; }
.posts tr > :last-child { padding-inline-end: 0; }
.posts .byline { color: var(--quiet); }
.pulls { margin-inline-start: 0.4rem; }
.posts .byline + .pulls::before { content: "· "; color: var(--quiet); }
.by { display: block; }
.planned { color: var(--quiet); }
.more { display: inline-block; font-size: 0.85rem; white-space: nowrap; }
.done .title { font-weight: 500; }
.stage.in-review, .stage.in-progress { color: var(--link); background: var(--blue-wash); }
.stage.sent-back, .stage.held { color: var(--amber); background: var(--amber-wash); }
.stage.approved, .stage.due { color: var(--green); background: var(--green-wash); }
.stage.live { color: var(--paper); background: var(--green); border-color: var(--green); }
.stage.dropped { text-decoration: line-through; }

.lately ol { list-style: none; padding: 0; }
.lately li { display: grid; grid-template-columns: 11rem 1fr; gap: 0 1rem; padding: 0.25rem 0; border-top: 1px solid var(--rule); }
.lately time { color: var(--quiet); font-variant-numeric: tabular-nums; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: 0 2rem; }
.facts div { border-top: 1px solid var(--rule); padding: 0.4rem 0; }
.facts dt { color: var(--quiet); font-size: 0.85rem; }
.facts dd { margin: 0; }

@media (max-width: 56rem) {
  .posts thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .posts, .posts tbody, .posts tr, .posts th, .posts td, .posts caption { display: block; }
  .posts tbody tr { background: var(--sheet); border: 1px solid var(--rule); border-inline-start: 4px solid var(--rule); padding: 0.6rem 0.9rem; margin: 0.6rem 0; }
  .posts tr.late { border-inline-start-color: var(--red); }
  .posts tr.done { border-inline-start-color: var(--green); }
  .posts tbody th { width: auto; padding: 0 0 0.4rem; border: 0; }
  .posts td:nth-child(n) { width: auto; }
  .posts td { display: grid; grid-template-columns: 6rem 1fr; gap: 0.5rem; padding: 0.25rem 0; border: 0; border-top: 1px solid var(--rule); }
  .posts td::before { content: attr(data-label); color: var(--quiet); }
  .posts tr.done td:nth-child(3) { display: none; }
}
@media (max-width: 40rem) {
  .figures, .figures.four { grid-template-columns: 1fr; }
  .figures div, .figures div:first-child { display: grid; grid-template-columns: 6rem 1fr; gap: 0.5rem; align-items: baseline; border: 0; border-top: 1px solid var(--rule); padding: 0.35rem 0; }
  .figures div:first-child { border-top: 0; }
  .figures dd { font-size: 1.1rem; }
  .number:not(.told) { visibility: hidden; }
  .pile i { width: 0.6rem; height: 0.6rem; border-width: 1.5px; }
  .lately li { grid-template-columns: 1fr; }
}
`;
