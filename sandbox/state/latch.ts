/** A latch: a promise that somebody else opens. (`Promise.withResolvers` is not in Node 20.) */

export interface Latch {
  readonly opened: Promise<void>;
  open(): void;
}

export function newLatch(): Latch {
  const openers: (() => void)[] = [];
  const opened = new Promise<void>((resolve) => openers.push(resolve));
  return {
    opened,
    open() {
      for (const opener of openers) opener();
    },
  };
}
