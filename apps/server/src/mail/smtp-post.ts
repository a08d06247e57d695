import { createTransport } from 'nodemailer';
import type { Mail, Post } from './ports.ts';

/** A server that says nothing for so long is away, ms. Together far less than a job's claim lasts. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000, dnsTimeout: 15_000 };
const LINE_BREAKS = /[\r\n\u2028\u2029\0]+/g;
const LONGEST_HEADER = 300;

/**
 * Hands mails to an SMTP server, one connection each. What it refuses for good (5xx, RFC 5321 4.2.1) is refused; all else
 * is thrown and may be tried again, also a refused log-in: an operator mends that.
 */
export function createSmtpPost({ smtpUrl, from }: { readonly smtpUrl: string; readonly from: string }): Post {
  const transport = createTransport({ url: smtpUrl, ...PATIENCE, disableFileAccess: true, disableUrlAccess: true });
  const host = /@([^\s@>]+)>?$/.exec(from)?.[1] ?? 'localhost';
  return {
    async hand({ to, subject, text, html, replyTo }: Mail, id) {
      try {
        await transport.sendMail({
          ...{ from, to: { name: '', address: oneLine(to) }, subject: oneLine(subject), text, html },
          ...(replyTo === undefined ? {} : { replyTo: { name: '', address: oneLine(replyTo) } }),
          messageId: `<${id}@${host}>`,
          // RFC 3834: out-of-office notes must not answer.
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return 'delivered';
      } catch (error) {
        const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
        const refused = responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
        if (!refused) throw error;
        return { refused: (error as Error).message };
      }
    },
    close: () => transport.close(),
  };
}

const oneLine = (text: string): string => text.replace(LINE_BREAKS, ' ').slice(0, LONGEST_HEADER);
