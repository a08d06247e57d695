import type { FromVisitor } from '@vetrina/protocol/from-visitor';
import type { MessageId, TabId } from '@vetrina/protocol/ids';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import type { SeededRandom } from '@vetrina/testkit/seeded-random';
import { letters, type Person } from './person.ts';

interface Phrases {
  readonly questions: readonly string[];
  /** What they say to an answer, in this order; then they have no more to say. */
  readonly replies: readonly (readonly string[])[];
}

const ENGLISH: Phrases = {
  questions: [
    'Hello! Do you deliver on Saturdays?',
    'Is the Alba lamp dimmable?',
    'Hi, how long does shipping take?',
    'Can I return something I bought as a gift?',
    'Do you have this in brass as well?',
  ],
  replies: [
    ['Great, thank you!', 'Oh good. And what does it cost?', 'I see. Could you set one aside for me?'],
    ['Perfect, that helps.', 'Thanks, have a nice day!'],
  ],
};

const ITALIAN: Phrases = {
  questions: [
    'Buongiorno! Consegnate anche il sabato?',
    'La lampada Alba è dimmerabile?',
    'Salve, quanto ci mette la spedizione?',
    'Posso cambiare un regalo?',
    'Ce l’avete anche in ottone?',
  ],
  replies: [
    ['Benissimo, grazie!', 'Ah, ottimo. E quanto costa?', 'Capito. Me ne potete mettere da parte una?'],
    ['Perfetto, gentilissimi.', 'Grazie, buona giornata!'],
  ],
};

const phrasesOf = ({ place }: Person): Phrases => (place.language.startsWith('it') ? ITALIAN : ENGLISH);

const freshMessage = (random: SeededRandom): MessageId => letters(random, 22) as MessageId;

const questionOf = (person: Person, random: SeededRandom): string => random.pick(phrasesOf(person).questions);

/** What somebody says to the team's `nth` answer, the first being 0; null: nothing more. */
function replyOf(person: Person, nth: number, random: SeededRandom): string | null {
  const choices = phrasesOf(person).replies[nth];
  return choices === undefined ? null : random.pick(choices);
}

/** How long people write on a sentence, ms. */
const WRITING = 5_000;

/** Those of a crowd who talk to the team. `send` says nothing for a tab that is gone. */
export function chatter(random: SeededRandom, send: (tab: TabId, frame: FromVisitor) => void) {
  /** Answers of the team so far. */
  const answers = new Map<TabId, number>();
  const write = (tab: TabId, text: string) => {
    send(tab, { type: 'typing', text: '' });
    setTimeout(() => send(tab, { type: 'say', id: freshMessage(random), saying: { kind: 'text', text } }), WRITING);
  };
  return {
    ask(person: Person, tab: TabId): void {
      answers.set(tab, 0);
      write(tab, questionOf(person, random));
    },
    hear(person: Person, tab: TabId, frame: ToVisitor): void {
      const heard = answers.get(tab);
      if (heard === undefined || frame.type !== 'chat-entry') return;
      const { author, body, seq } = frame.entry;
      if (author.who !== 'agent' || body.kind !== 'text') return;
      send(tab, { type: 'read', seq });
      answers.set(tab, heard + 1);
      const reply = replyOf(person, heard, random);
      if (reply !== null) write(tab, reply);
    },
    forget: (tab: TabId) => void answers.delete(tab),
  };
}
