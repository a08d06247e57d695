import type { MailWords } from './mail-words.ts';

const rules = new Intl.PluralRules('cs');
const MORE: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'další zpráva', few: 'další zprávy' };

export const cs: MailWords = {
  sentBy: (publicUrl) => `Odeslala Vetrina, ${publicUrl}`,
  visitor: (number) => `Návštěvník ${number}`,
  offline: {
    subject: (visitor) => `Zpráva od: ${visitor}`,
    opening: (visitor) => `${visitor} píše, zatímco nikdo nebyl online:`,
  },
  missed: {
    subject: (visitor) => `Bez odpovědi: ${visitor}`,
    opening: (visitor) => `${visitor}: zpráva čekala a návštěva webu skončila dřív, než někdo odpověděl:`,
  },
  openConversation: 'Otevřít konverzaci',
  contact: { name: 'Jméno', email: 'E-mail', phone: 'Telefon', page: 'Stránka' },
  more: (messages) => `… a ${messages} ${MORE[rules.select(messages)] ?? 'dalších zpráv'}`,
  transcript: {
    subject: (account) => `Vaše konverzace: ${account}`,
    opening: (account) => `Toto je vaše konverzace: ${account}. Časy jsou v UTC.`,
    visitor: 'Vy',
    file: (name) => `odeslán soubor: ${name}`,
    joined: (agent) => `${agent} se přidává`,
    left: (agent) => `${agent} odchází`,
    resolved: 'Konverzace byla vyřešena',
    reopened: 'Konverzace byla znovu otevřena',
    rated: (value) => `Hodnocení: ${{ 1: 'špatné', 3: 'běžné', 5: 'dobré' }[value]}`,
    cut: '… to, co zaznělo předtím, je na e-mail příliš dlouhé.',
  },
};
