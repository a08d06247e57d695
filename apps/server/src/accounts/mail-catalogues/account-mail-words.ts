/** What one mail says. */
export interface Wording {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly button: string;
  readonly closing: string;
}

export interface Invited {
  readonly by: string;
  readonly accountName: string;
}

/** Every wording of the mails that lead into an account. */
export interface AccountMailWords {
  readonly invitation: (facts: Invited) => Wording;
  readonly reset: Wording;
}
