import type { PushWords } from './push-words.ts';

const visitors = (count: number): string => (count < 5 ? 'návštěvníci' : 'návštěvníků');

export const cs: PushWords = {
  visitor: (number) => `Návštěvník ${number}`,
  newConversation: (visitor) => `Nová konverzace: ${visitor}`,
  assigned: (visitor) => `Přiřazeno vám: ${visitor}`,
  visitorsCame: (count, visitor) =>
    count === 1 ? visitor : `${count} ${count < 5 ? 'noví' : 'nových'} ${visitors(count)}`,
  onYourSite: 'Právě na vašem webu',
  viewEntered: (count, visitor, view) =>
    count === 1 ? `${visitor} je v pohledu „${view}“` : `${count} ${visitors(count)} v pohledu „${view}“`,
  test: { title: 'Toto zařízení dostává oznámení', body: 'Takto budou vypadat nové konverzace a zprávy.' },
};
