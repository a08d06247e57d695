/** Every wording of every e-mail. Functions take what is inserted, already as text. */
export interface MailWords {
  /** Said under every mail. */
  readonly sentBy: (publicUrl: string) => string;
  readonly visitor: (number: number) => string;
  readonly offline: {
    readonly subject: (visitor: string) => string;
    readonly opening: (visitor: string) => string;
  };
  readonly missed: {
    readonly subject: (visitor: string) => string;
    readonly opening: (visitor: string) => string;
  };
  readonly openConversation: string;
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string; readonly page: string };
  readonly more: (messages: number) => string;
  readonly transcript: {
    readonly subject: (account: string) => string;
    readonly opening: (account: string) => string;
    /** Who wrote what the visitor wrote. */
    readonly visitor: string;
    readonly file: (name: string) => string;
    readonly joined: (agent: string) => string;
    readonly left: (agent: string) => string;
    readonly resolved: string;
    readonly reopened: string;
    readonly rated: (value: 1 | 3 | 5) => string;
    readonly cut: string;
  };
}
