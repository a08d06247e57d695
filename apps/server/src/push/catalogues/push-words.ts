/** Every wording of every push. Functions take what is inserted, already as text. */
export interface PushWords {
  readonly visitor: (number: number) => string;
  readonly newConversation: (visitor: string) => string;
  readonly assigned: (visitor: string) => string;
  /** `visitor`: the one who came, if it is one. */
  readonly visitorsCame: (count: number, visitor: string) => string;
  /** Under it: where they are. */
  readonly onYourSite: string;
  readonly viewEntered: (count: number, visitor: string, view: string) => string;
  readonly test: { readonly title: string; readonly body: string };
}
