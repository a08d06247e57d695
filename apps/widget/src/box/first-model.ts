import type { Bridge } from '../bridge.ts';
import type { BoxMemory } from './box-memory.ts';
import type { BoxModel } from './box-model.ts';
import type { PageBox } from './box-settings.ts';
import { english } from './locales/en.ts';
import { textsOf } from './texts.ts';

/** What the box shows before anybody has said a word: what the last page left behind, in English. */
export function firstModel({ welcome, line }: Bridge, { color }: PageBox, memory: BoxMemory): BoxModel {
  const known = welcome();
  const { open, draft } = memory.panel();
  return {
    texts: textsOf('en', english),
    color,
    line: line(),
    // Until the server has spoken the visitor may write: it waits in the outbox.
    team: known?.box ?? { state: 'online', agents: [], chatting: false },
    log: memory.log(),
    ...{ outbox: [], uploads: [], typing: null, fetchingOlder: false, clockAhead: 0 },
    ...{ open, quietly: false, page: 'silent', phone: false, narrow: false, muted: memory.isMuted(), draft },
    ...{ pending: null, popup: [] },
    answered: memory.answered(),
    notice: null,
  };
}
