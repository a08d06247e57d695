import { spanIn, wordsIn } from './mail-language.ts';
import { mailPage } from './mail-page.ts';
import type { Mailer, TeamMails } from './ports.ts';

/** The mails that teams send, worded in the receiver's language. */
export function createTeamMails(mailer: Mailer, publicUrl: string): TeamMails {
  return {
    isOn: mailer.isOn,
    async sendInvitation({ to, language, invitedBy, accountName, link, validForMs }) {
      const words = wordsIn(language);
      const page = mailPage(
        language,
        [
          { kind: 'paragraph', text: words.invitation.opening(invitedBy, accountName) },
          { kind: 'button', text: words.invitation.button, href: link },
          { kind: 'paragraph', text: words.invitation.validity(spanIn(words, validForMs)) },
        ],
        words.sentBy(publicUrl),
      );
      await mailer.send({ to, subject: words.invitation.subject(invitedBy, accountName), ...page });
    },
    async sendPasswordReset({ to, language, link, validForMs }) {
      const words = wordsIn(language);
      const { subject, opening, button, validity, notYou } = words.passwordReset;
      const page = mailPage(
        language,
        [
          { kind: 'paragraph', text: opening },
          { kind: 'button', text: button, href: link },
          { kind: 'paragraph', text: validity(spanIn(words, validForMs)) },
          { kind: 'paragraph', text: notYou },
        ],
        words.sentBy(publicUrl),
      );
      await mailer.send({ to, subject, ...page });
    },
  };
}
