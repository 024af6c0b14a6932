/** What the layout of every page looks like: type, masthead, notice, clock bar, trail, foot. */
export const page = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto;
  padding: 0 clamp(1rem, 3vw, 2.5rem) 3rem;
  max-width: 84rem;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.5 var(--sans);
  overflow-wrap: anywhere;
}
h1, h2, h3 { font-family: var(--serif); line-height: 1.2; text-wrap: balance; font-weight: 600; }
h1 { font-size: clamp(1.6rem, 4vw, 2.3rem); margin: 1.5rem 0 0.5rem; }
h2 { font-size: 1.4rem; margin: 2rem 0 0.5rem; }
h3 { font-size: 1.05rem; margin: 1.25rem 0 0.25rem; }
p { margin: 0.5rem 0; max-width: 70ch; }
ul, ol { padding-inline-start: 1.25rem; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 0.06em; }
a:hover { text-decoration-thickness: 0.12em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
code, pre { font-family: var(--mono); font-size: 0.9em; }
.quiet { color: var(--quiet); }
.why { display: block; color: var(--quiet); font-size: 0.92rem; max-width: 75ch; }
.title { display: block; font: 600 1.08rem/1.25 var(--serif); }
.stage {
  display: inline-block; padding: 0.05rem 0.5rem; border: 1px solid currentcolor; border-radius: 1rem;
  font-size: 0.85rem; white-space: nowrap; color: var(--quiet);
}
.fine { color: var(--green); }
.alarm, .slipped { color: var(--red); }
.alarm { font-weight: 600; }
.unseen, .skip:not(:focus) {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.skip { position: absolute; top: 0.5rem; padding: 0.5rem 1rem; background: var(--sheet); z-index: 1; }

.masthead {
  display: flex; align-items: baseline; justify-content: space-between; flex-wrap: wrap; gap: 0 1rem;
  padding: 1.1rem 0 0.5rem;
  border-bottom: 4px double var(--strong-rule);
}
.masthead p { margin: 0; }
.wordmark { font: 700 1.9rem/1 var(--serif); letter-spacing: -0.01em; }
.wordmark a { color: inherit; text-decoration: none; }
.wordmark a:hover { text-decoration: underline; }
.edition { font: italic 1rem/1.2 var(--serif); color: var(--quiet); }
.notice {
  max-width: none; margin: 0; padding: 0.4rem 0.75rem;
  background: var(--amber-wash); color: var(--amber); font-size: 0.9rem; text-align: center;
}

.clock {
  display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1.25rem;
  padding: 0.5rem 0; border-bottom: 1px solid var(--rule);
}
.clock p { margin: 0; max-width: none; }
.clock-now { font: 600 1.05rem/1.3 var(--serif); font-variant-numeric: tabular-nums; }
.clock-now .quiet { font-weight: 400; font-size: 0.9em; }
.clock-buttons { display: flex; flex-wrap: wrap; gap: 0.4rem; }
.clock-next { flex: 1 1 14rem; font-size: 0.9rem; }
button {
  font: 500 0.9rem/1.2 var(--sans); color: var(--ink); background: var(--sheet);
  border: 1px solid var(--quiet); border-radius: 4px; padding: 0.45rem 0.75rem; min-height: 2.25rem; cursor: pointer;
}
button:hover { border-color: var(--ink); background: var(--blue-wash); }
button:disabled { color: var(--quiet); border-color: var(--rule); cursor: default; background: none; }

.trail ol { list-style: none; display: flex; flex-wrap: wrap; margin: 0.75rem 0 0; padding: 0; font-size: 0.9rem; }
.trail li + li::before { content: "›"; margin: 0 0.5rem; color: var(--quiet); }
.foot { margin-top: 3rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: 0.9rem; }
.foot p { max-width: none; }
.repositories { list-style: none; padding: 0; }
.repositories > li { border-top: 1px solid var(--rule); }
`;
