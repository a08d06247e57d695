import { useQueryClient } from '@tanstack/react-query';
import type { Chatbot, NewChatbot } from '@vetrina/protocol/http/chatbots';
import { useEffect, useRef, useState } from 'react';
import { ApiError, call } from '../api/client.ts';
import { automationQueries } from '../automation/automation-queries.ts';
import { useAutosave } from '../ui/use-autosave.ts';
import { chatbotQueries } from './chatbot-queries.ts';

/**
 * Saves a draft by itself, one save after the other: each says which state it changes, so that two people who draw at once
 * do not undo each other's work. `isOutdated`: somebody else has changed it, and nothing is saved until that is settled.
 */
export function useDraftSaving(chatbot: Chatbot, draft: NewChatbot) {
  const queryClient = useQueryClient();
  const known = useRef(chatbot.changedAt);
  const failure = useRef<unknown>(null);
  const [isOutdated, setOutdated] = useState(false);
  const inLine = useLine();
  const params = { chatbot: chatbot.id };

  /** The chatbot as the server has it from now on. */
  const take = (changed: Chatbot): Chatbot => {
    known.current = changed.changedAt;
    queryClient.setQueryData(chatbotQueries.one(chatbot.id).queryKey, changed);
    void queryClient.invalidateQueries({ queryKey: automationQueries.chatbots.queryKey });
    return changed;
  };
  const save = async (latest: NewChatbot): Promise<void> => {
    try {
      take(await call('saveChatbotDraft', { params, body: { ...latest, changedAt: known.current } }));
      failure.current = null;
    } catch (error) {
      failure.current = error;
      if (error instanceof ApiError && error.code === 'changed_meanwhile') setOutdated(true);
      throw error;
    }
  };
  const { type, state, error, flush } = useAutosave(draft, (latest) => inLine(() => save(latest)));

  const seen = useRef(draft);
  useEffect(() => {
    if (seen.current === draft) return;
    seen.current = draft;
    // A name that is being typed anew is saved when there is one.
    if (draft.name.trim() !== '') type(draft);
  });

  return {
    ...{ state, error, isOutdated },
    publish: async (): Promise<Chatbot> => {
      await flush();
      return inLine(async () => {
        if (failure.current !== null) throw failure.current;
        return take(await call('publishChatbot', { params, body: { changedAt: known.current } }));
      });
    },
    /** What somebody else made of it. Whatever is on screen then is saved over it. */
    settle: async (): Promise<Chatbot> => {
      const theirs = take(await call('chatbot', { params }));
      setOutdated(false);
      return theirs;
    },
    flush,
  };
}

/** Deeds that wait for each other. */
function useLine(): <Answer>(deed: () => Promise<Answer>) => Promise<Answer> {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return (deed) => {
    const next = last.current.then(deed);
    last.current = next.catch(() => undefined);
    return next;
  };
}
