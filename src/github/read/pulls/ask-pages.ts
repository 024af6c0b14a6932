/** Asking for page after page of a REST list, up to a bound. */

const PER_PAGE = 100;

/** `ask` gives the page of that number, from 1, of a hundred each. */
export async function askPages<One>(
  ask: (page: number) => Promise<{ readonly data: readonly One[] }>,
  most: number,
): Promise<readonly One[]> {
  const all: One[] = [];
  for (let page = 1; all.length < most; page += 1) {
    const { data } = await ask(page);
    all.push(...data);
    if (data.length < PER_PAGE) break;
  }
  return all.slice(0, most);
}
