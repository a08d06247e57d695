import { Button, Switch } from '@mantine/core';
import type { Flow } from '@vetrina/protocol/automation/flow';
import type { FlowBlockId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { useFormat } from '../ui/use-format.ts';
import classes from './preview.module.css';
import { PreviewLineView } from './preview-line.tsx';
import { activeBlock, type PreviewTalk } from './preview-talk.ts';
import { usePreview } from './use-preview.ts';

interface PreviewProps {
  flow: Flow;
  /** Webhooks and models may be asked. */
  mayCall: boolean;
  onActive: (block: FlowBlockId | null) => void;
}

/** A7: the bot as a visitor meets it. */
export function Preview({ flow, mayCall, onActive }: PreviewProps) {
  const { t } = useTranslation();
  const { talk, isTeamThere, setTeamThere, say, wait, restart } = usePreview(flow);
  const end = useRef<HTMLDivElement>(null);
  const active = activeBlock(talk);
  const count = talk.lines.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every line
  useEffect(() => {
    // Newer browsers answer with a promise, which is no clean-up.
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [count]);
  useEffect(() => {
    onActive(active);
    return () => onActive(null);
  }, [active, onActive]);
  const isOver = talk.bot.doing.is === 'over';
  return (
    <div className={classes.preview}>
      <div className={classes.head}>
        <Switch
          size="xs"
          label={t('chatbots.preview.teamIsThere')}
          checked={isTeamThere}
          onChange={(event) => setTeamThere(event.currentTarget.checked)}
        />
        <Button size="xs" variant="default" leftSection={<Icon name="returning" size={16} />} onClick={restart}>
          {t('chatbots.preview.restart')}
        </Button>
      </div>
      <div className={classes.log} role="log" aria-label={t('chatbots.preview.title')}>
        {flow.blocks.length === 0 && <p className={classes.note}>{t('chatbots.canvas.empty')}</p>}
        {flow.blocks.length > 0 &&
          talk.lines.map((line, index) => (
            <PreviewLineView
              // biome-ignore lint/suspicious/noArrayIndexKey: a log is only added to
              key={index}
              line={line}
              isLast={index === count - 1 && !isOver}
              onReply={say}
            />
          ))}
        <Waiting talk={talk} mayCall={mayCall} onWait={wait} />
        <div ref={end} />
      </div>
      <SayForm isOver={isOver} asks={askedNow(talk)} onSay={say} />
    </div>
  );
}

const KEYBOARDS = { text: 'text', email: 'email', phone: 'tel' } as const;

function askedNow({ lines }: PreviewTalk): keyof typeof KEYBOARDS {
  const last = lines.at(-1);
  return (last?.by === 'bot' && last.asks) || 'text';
}

/** What the bot waits for, where it is not the visitor. */
function Waiting({ talk: { bot, at }, mayCall, onWait }: { talk: PreviewTalk; mayCall: boolean; onWait: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (bot.doing.is !== 'at') return null;
  const { waits } = bot.doing;
  switch (waits.for) {
    case 'input':
      return null;
    case 'time':
      return (
        <p className={classes.note}>
          {t('chatbots.preview.waits', { time: format.clock(waits.until - at) })}
          <Button size="compact-xs" variant="default" onClick={onWait}>
            {t('chatbots.preview.skip')}
          </Button>
        </p>
      );
    case 'webhook':
    case 'model':
      return (
        <p className={classes.note}>
          {t(mayCall ? `chatbots.preview.asks-${waits.for}` : 'chatbots.preview.adminsOnly')}
        </p>
      );
  }
}

interface SayFormProps {
  isOver: boolean;
  asks: keyof typeof KEYBOARDS;
  onSay: (text: string) => void;
}

function SayForm({ isOver, asks, onSay }: SayFormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '' || isOver) return;
        onSay(text.trim());
        setText('');
      }}
    >
      <input
        aria-label={t('chatbots.preview.say')}
        placeholder={t('chatbots.preview.say')}
        inputMode={KEYBOARDS[asks]}
        autoComplete="off"
        maxLength={LIMITS.message}
        disabled={isOver}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" disabled={isOver} aria-label={t('chatbots.preview.send')}>
        <Icon name="send" />
      </button>
    </form>
  );
}
