interface Shown extends NotificationOptions {
  readonly title: string;
  readonly tag: string;
  readonly renotify?: boolean;
}

/** The system's notifications in memory. */
export class FakeShelf {
  shown: Shown[] = [];
  /** How often something was shown. */
  times = 0;

  async showNotification(title: string, options: NotificationOptions = {}): Promise<void> {
    this.times += 1;
    const { tag = '' } = options;
    this.shown = [...this.shown.filter((one) => one.tag !== tag), { ...options, title, tag }];
  }

  async getNotifications({ tag }: { tag?: string } = {}): Promise<Notification[]> {
    return this.shown
      .filter((one) => tag === undefined || one.tag === tag)
      .map((one) => ({ ...one, close: () => this.#close(one) }) as unknown as Notification);
  }

  #close(one: Shown): void {
    this.shown = this.shown.filter((other) => other !== one);
  }
}
