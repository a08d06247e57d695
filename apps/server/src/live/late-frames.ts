import type { Clock } from '../platform/clock.ts';

/** Ms between two looks at what is late: as often as a tab may go on. */
const LOOK = 1_000;

/**
 * What came faster than it may be taken. Of each kind the newest is kept and tried again once a second, so that what is
 * shown of somebody too fast is right in the end. One timer for everybody.
 */
export class LateFrames<Who, Frame extends { readonly type: string }> {
  readonly #late = new Map<Who, Map<string, Frame>>();
  readonly #stop: () => void;

  /** @param again takes a frame once more; what is too fast still, it keeps again. */
  constructor(clock: Clock, again: (who: Who, frame: Frame) => void) {
    this.#stop = clock.every(LOOK, () => {
      const late = [...this.#late];
      this.#late.clear();
      for (const [who, frames] of late) for (const frame of frames.values()) again(who, frame);
    });
  }

  /** True: an older one of its kind is dropped for it. */
  keep(who: Who, frame: Frame): boolean {
    const frames = this.#late.get(who) ?? new Map<string, Frame>();
    const supersedes = frames.has(frame.type);
    // Taken out first: what came last is tried last.
    frames.delete(frame.type);
    frames.set(frame.type, frame);
    this.#late.set(who, frames);
    return supersedes;
  }

  has(who: Who, type: Frame['type']): boolean {
    return this.#late.get(who)?.has(type) ?? false;
  }

  /** Answers the kinds of what is dropped. */
  forget(who: Who): readonly string[] {
    const types = [...(this.#late.get(who)?.keys() ?? [])];
    this.#late.delete(who);
    return types;
  }

  /** Whose frames are late. */
  get size(): number {
    return this.#late.size;
  }

  stop(): void {
    this.#stop();
  }
}
