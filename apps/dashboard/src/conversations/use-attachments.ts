import type { FileCard } from '@vetrina/protocol/conversation';
import { LIMITS } from '@vetrina/protocol/limits';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from '../api/client.ts';
import { uploadFile } from './upload-file.ts';

export interface Attachment {
  readonly key: number;
  readonly name: string;
  readonly bytes: number;
  readonly state:
    | { readonly is: 'uploading'; readonly share: number }
    | { readonly is: 'ready'; readonly card: FileCard }
    | { readonly is: 'failed'; readonly error: unknown };
}

/** C4: files beside the message being written; each is taken to the server at once, and said when the message is. */
export function useAttachments() {
  const [list, setList] = useState<readonly Attachment[]>([]);
  const nextKey = useRef(0);
  const calls = useRef(new Map<number, AbortController>());
  useEffect(() => {
    const { current } = calls;
    return () => {
      for (const each of current.values()) each.abort();
    };
  }, []);

  const change = useCallback((key: number, state: Attachment['state']) => {
    setList((now) => now.map((each) => (each.key === key ? { ...each, state } : each)));
  }, []);

  const add = useCallback(
    (files: Iterable<File>) => {
      for (const file of files) {
        const key = ++nextKey.current;
        const abort = new AbortController();
        const isTooLarge = file.size > LIMITS.fileBytes;
        const state: Attachment['state'] = isTooLarge
          ? { is: 'failed', error: new ApiError('too_large') }
          : { is: 'uploading', share: 0 };
        setList((now) => [...now, { key, name: file.name, bytes: file.size, state }]);
        if (isTooLarge) continue;
        calls.current.set(key, abort);
        uploadFile(file, (share) => change(key, { is: 'uploading', share }), abort.signal).then(
          (card) => change(key, { is: 'ready', card }),
          (error: unknown) => change(key, { is: 'failed', error }),
        );
      }
    },
    [change],
  );

  const remove = useCallback((key: number) => {
    calls.current.get(key)?.abort();
    setList((now) => now.filter((each) => each.key !== key));
  }, []);

  /** The files that can be said now; they are the message's from here on. */
  const take = useCallback((): readonly FileCard[] => {
    const ready = list.flatMap(({ state }) => (state.is === 'ready' ? [state.card] : []));
    setList((now) => now.filter(({ state }) => state.is !== 'ready'));
    return ready;
  }, [list]);

  return { list, add, remove, take };
}

export type Attachments = ReturnType<typeof useAttachments>;
