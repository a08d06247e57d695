import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail as the server of the receiver got it. */
export interface Delivered {
  readonly to: readonly string[];
  /** Headers by lower-case name, unfolded. */
  readonly headers: Readonly<Record<string, string>>;
  readonly raw: string;
}

type Temper = 'takes' | 'busy' | 'unknown-mailbox';

/** A real SMTP server on the loopback address that takes mails, or does not. */
export async function smtpServer() {
  const mails: Delivered[] = [];
  let temper: Temper = 'takes';
  let tries = 0;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, answer) {
      tries += 1;
      if (temper === 'unknown-mailbox') answer(refusal(550, 'no such mailbox'));
      else if (temper === 'busy') answer(refusal(451, 'come back later'));
      else answer();
    },
    onData(stream, session, done) {
      text(stream).then((raw) => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), headers: headersOf(raw), raw });
        done();
      }, done);
    },
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.server.address() as AddressInfo;
  return {
    mails,
    url: `smtp://127.0.0.1:${port}`,
    tries: () => tries,
    becomes: (wanted: Temper) => {
      temper = wanted;
    },
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

function headersOf(raw: string): Record<string, string> {
  const [head = ''] = raw.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}
