import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { Bar } from '../ui/bar.tsx';
import { supportMark } from './forget-support.ts';
import { type FrameOrder, frameAddress, readFrameNews, screenOf } from './frame-news.ts';
import classes from './support-box.module.css';
import { supportStore } from './support-store.ts';

/**
 * S1: the operator's chat box, over whatever screen one is on. It is there once somebody opened it, and goes on hearing
 * answers, on the pages that follow too, until they sign out. Nothing of it is on the screen while it is closed.
 */
export function SupportBox() {
  const { t, i18n } = useTranslation();
  const state = useSyncExternalStore(supportStore.subscribe, supportStore.state);
  const frame = useRef<HTMLIFrameElement>(null);
  const opener = useRef<Element | null>(null);
  const { data: support } = useQuery({ ...queries.support, enabled: state !== 'none' || supportMark(window) !== null });
  const isWanted = support?.is === 'chat' && (state !== 'none' || supportMark(window) === support.key);
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    // Once: another address would load the box anew, in the middle of a conversation.
    if (!isWanted) return;
    const begin = frameAddress(location.pathname, i18n.language) + (supportStore.state() === 'open' ? '&open' : '');
    setAddress((now) => now ?? begin);
    if (supportStore.state() === 'none') supportStore.become('hidden');
  }, [isWanted, i18n.language]);
  useEffect(() => {
    const onMessage = ({ data, source, origin }: MessageEvent): void => {
      if (source !== frame.current?.contentWindow || origin !== location.origin) return;
      const news = readFrameNews(data)?.support;
      if (news === 'closed') supportStore.become('hidden');
      if (news === 'answered') supportStore.become('answered');
    };
    addEventListener('message', onMessage);
    return () => removeEventListener('message', onMessage);
  }, []);
  useEffect(() => {
    if (state === 'open') {
      opener.current ??= document.activeElement;
      const order: FrameOrder = { support: 'open', screen: screenOf(location.pathname) };
      frame.current?.contentWindow?.postMessage(order, location.origin);
      frame.current?.focus();
      return;
    }
    if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
    opener.current = null;
  }, [state]);
  if (!isWanted || address === null) return null;
  return (
    <section className={classes.box} aria-label={t('help.support.title')} hidden={state !== 'open'}>
      <iframe ref={frame} title={t('help.support.title')} src={address} referrerPolicy="no-referrer" />
    </section>
  );
}

/** Above the screen, where it covers nothing: somebody has answered while the box was closed. */
export function SupportNews() {
  const { t } = useTranslation();
  const state = useSyncExternalStore(supportStore.subscribe, supportStore.state);
  return (
    <div role="status">
      {state === 'answered' && (
        <Bar tone="news">
          <span>{t('help.support.answered')}</span>
          <button type="button" onClick={() => supportStore.become('open')}>
            {t('help.support.read')}
          </button>
        </Bar>
      )}
    </div>
  );
}
