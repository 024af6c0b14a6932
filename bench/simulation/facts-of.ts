/** What a fingerprint of the sandbox tells, fact by fact: so that two ends can be compared by what is missing and what is too much. */

/** One line a fact, as often as it is there: `#170 comments ["presstime[bot]","…",[]]`. */
export function factsOf(fingerprint: string): readonly string[] {
  const { tree, pulls, issues } = JSON.parse(fingerprint) as Fingerprint;
  return [
    `tree ${String(tree)}`,
    ...pulls.flatMap(([number, thread]) => ofThread(`#${number}`, thread)),
    ...issues.flatMap((thread) => ofThread(JSON.stringify(thread.title), thread)),
  ];
}

/** What is in `some` and not in `others`, or more often there. */
export function beyond(some: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const fact of others) left.set(fact, (left.get(fact) ?? 0) + 1);
  return some.filter((fact) => {
    const times = left.get(fact) ?? 0;
    left.set(fact, times - 1);
    return times <= 0;
  });
}

type Thread = Readonly<Record<string, unknown>> & { readonly title: string };

interface Fingerprint {
  readonly tree: string | null;
  readonly pulls: readonly (readonly [number: number, thread: Thread])[];
  readonly issues: readonly Thread[];
}

function ofThread(where: string, thread: Thread): readonly string[] {
  return Object.entries(thread).flatMap(([name, value]) =>
    (Array.isArray(value) ? (value as readonly unknown[]) : [value]).map((one) => `${where} ${name} ${JSON.stringify(one)}`),
  );
}
