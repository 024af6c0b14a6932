/** The sandbox's pages: a conversation, checks, and files line by line. */
export const conversationStyle = `
.thread { display: grid; grid-template-columns: minmax(0, 1fr) 17rem; gap: 0 2.5rem; align-items: start; }
.thread aside { font-size: 0.92rem; }
.thread aside h2 { font-size: 1.05rem; margin: 1.25rem 0 0.25rem; border-bottom: 1px solid var(--rule); }
.thread aside ul { list-style: none; padding: 0; margin: 0.4rem 0; }
.conversation { margin-top: 1rem; }
.said { background: var(--sheet); border: 1px solid var(--rule); margin: 1rem 0; scroll-margin-top: 1rem; }
.said.bot { border-inline-start: 4px solid var(--link); }
.said:target { border-color: var(--link); }
.said h3 { margin: 0; padding: 0.45rem 1rem; font: 400 0.92rem/1.4 var(--sans); border-bottom: 1px solid var(--rule); }
.said h3:last-child { border: 0; }
.text { padding: 0.25rem 1rem 0.5rem; overflow-x: auto; }
.text h1, .text h2, .text h3 { font-size: 1.1rem; margin: 0.75rem 0 0.25rem; padding: 0; border: 0; }
.text pre { overflow-x: auto; background: var(--paper); padding: 0.5rem 0.75rem; }
.text table { border-collapse: collapse; font-size: 0.92rem; }
.text th, .text td { border: 1px solid var(--rule); padding: 0.25rem 0.6rem; text-align: start; overflow-wrap: normal; }
.text blockquote { margin: 0.5rem 0; padding-inline-start: 0.9rem; border-inline-start: 3px solid var(--rule); color: var(--quiet); }
.remark { border-top: 1px solid var(--rule); padding: 0.25rem 0 0; }
.remark > p { margin: 0.25rem 0 0; padding: 0 1rem; font-size: 0.92rem; }
.remark .patch { margin-top: 0.25rem; }
.remark caption { text-align: start; padding: 0.15rem 0.75rem; color: var(--quiet); font-size: 0.85rem; }
.reactions { margin: 0; padding: 0 1rem 0.6rem; font-size: 0.9rem; }
.reactions > span { border: 1px solid var(--rule); border-radius: 1rem; padding: 0.1rem 0.6rem; }
.reactions b { font-weight: 400; }
.reactions .kind { display: none; }
.kind { font-size: 0.78rem; color: var(--quiet); border: 1px solid var(--rule); border-radius: 1rem; padding: 0 0.4rem; }
.happening { margin: 0.5rem 0; padding-inline-start: 1rem; border-inline-start: 2px solid var(--rule); font-size: 0.92rem; max-width: none; }
.verdict { font-weight: 600; }
.verdict.approved { color: var(--green); }
.verdict.changes_requested { color: var(--red); }
.label { display: inline-block; border: 1px solid var(--rule); border-radius: 1rem; padding: 0 0.55rem; font-size: 0.85rem; background: var(--sheet); }
.stage.thread-open { color: var(--green); background: var(--green-wash); }
.stage.thread-merged { color: var(--paper); background: var(--green); border-color: var(--green); }
.stage.thread-closed { color: var(--red); background: var(--red-wash); }
.threads { list-style: none; padding: 0; }
.threads li { display: grid; grid-template-columns: 4.75rem 1fr; gap: 0.75rem; align-items: start; padding: 0.6rem 0; border-top: 1px solid var(--rule); }
.threads .stage { text-align: center; }
.threads .quiet { display: block; font-size: 0.92rem; }
.threads .quiet b { font-weight: 400; }

.checks li { padding: 0.4rem 0; border-top: 1px solid var(--rule); }
.checks li:first-child { border: 0; }
.check-name { font-weight: 600; }
.outcome { color: var(--quiet); }
.success .outcome { color: var(--green); }
.failure .outcome, .error .outcome { color: var(--red); }
.action_required .outcome { color: var(--amber); }
.checks .text { padding: 0.25rem 0; }
summary { cursor: pointer; }
.file { border: 1px solid var(--rule); background: var(--sheet); margin: 1rem 0; }
.file > summary { padding: 0.45rem 1rem; }
.file > p { padding: 0 1rem; }
.patch { width: 100%; border-collapse: collapse; font-size: 0.85rem; line-height: 1.5; background: var(--sheet); }
.patch td { padding: 0 0.75rem; vertical-align: top; }
.patch code { white-space: pre-wrap; font-size: 1em; }
.patch .at { width: 3.5rem; text-align: end; color: var(--quiet); user-select: none; font-variant-numeric: tabular-nums; }
.patch .new { background: var(--green-wash); }
.patch .gone { background: var(--red-wash); }
.patch .jump { color: var(--quiet); background: var(--blue-wash); }
.annotation { border: 1px solid var(--rule); border-inline-start: 4px solid var(--quiet); padding: 0.35rem 0.75rem; margin: 0.4rem 0; background: var(--paper); font: 0.9rem/1.4 var(--sans); }
.file > .annotation { margin: 0.4rem 1rem; }
.annotation.failure { border-inline-start-color: var(--red); }
.annotation.warning { border-inline-start-color: var(--amber); }

@media (max-width: 56rem) {
  .thread { grid-template-columns: minmax(0, 1fr); }
  .thread aside { grid-row: 1; }
  .patch .at { width: 2.2rem; padding: 0 0.4rem; }
}
`;
