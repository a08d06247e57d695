/** One e-mail to one person. Line breaks in `to`, `subject` and `replyTo` never reach a header. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly replyTo?: string;
}

/** Sends e-mail through the queue: `send` answers once the mail is kept, not once it is delivered. */
export interface Mailer {
  /** False: the operator has not set up SMTP. Whoever offers something by e-mail asks first. */
  readonly isOn: boolean;
  /** @throws Refusal `mail_off` */
  send(mail: Mail): Promise<void>;
}
