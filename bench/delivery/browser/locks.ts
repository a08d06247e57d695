import type { Life } from './life.ts';

interface Claim {
  begin(): void;
}

/**
 * The Web Locks of one browser, as far as the box uses them: exclusive, first come, first served. A page that is left lets
 * go of what it held and of its place in the queue (https://w3c.github.io/web-locks/#agent-integration).
 */
export class Locks {
  readonly #queues = new Map<string, Claim[]>();

  /** As one page finds it on `navigator`. */
  of(life: Life): LockManager {
    const request = <Value>(name: string, work: () => Promise<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        const queue = this.#queues.get(name) ?? [];
        this.#queues.set(name, queue);
        const claim: Claim = {
          begin: () =>
            void setImmediate(() =>
              life.tell(() => {
                work().then(resolve, reject).finally(release);
              }),
            ),
        };
        const release = (): void => {
          stay();
          leave(queue, claim);
        };
        const stay = life.atEnd(release);
        queue.push(claim);
        if (queue.length === 1) claim.begin();
      });
    return { request } as unknown as LockManager;
  }
}

function leave(queue: Claim[], claim: Claim): void {
  const place = queue.indexOf(claim);
  if (place < 0) return;
  queue.splice(place, 1);
  if (place === 0) queue[0]?.begin();
}
