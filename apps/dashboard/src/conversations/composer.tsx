import { Button } from '@mantine/core';
import type { FileCard } from '@vetrina/protocol/conversation';
import { LIMITS } from '@vetrina/protocol/limits';
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, type RefObject, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeyPlace } from '../shortcuts/use-shortcuts.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { AttachmentList } from './attachment-list.tsx';
import classes from './composer.module.css';
import { ComposerModes, type Mode } from './composer-modes.tsx';
import { EmojiPicker } from './emoji-picker.tsx';
import { optionId, ShortcutOptions } from './shortcut-options.tsx';
import { type Attachments, useAttachments } from './use-attachments.ts';
import { useDraft } from './use-draft.ts';
import { useShortcutPicking } from './use-shortcut-picking.ts';

export interface Written {
  readonly mode: Mode;
  readonly text: string;
  readonly files: readonly FileCard[];
}

interface ComposerProps {
  /** What the draft is kept under. */
  draft: string;
  box: RefObject<HTMLTextAreaElement | null>;
  /** Notes need a conversation to stand in. */
  hasNotes: boolean;
  mode: Mode;
  onMode?: (mode: Mode) => void;
  /** Why nothing can be said to the visitor; null: it can. */
  closed: string | null;
  onType?: (text: string) => void;
  onSend: (written: Written) => void;
  /** Ctrl+Enter: sent, and something more. */
  onSendAndResolve?: (written: Written) => void;
}

/** C4: where an agent writes. Enter sends, Shift+Enter makes a line; files come by button, paste and drop. */
export function Composer(props: ComposerProps) {
  const { draft, box, hasNotes, mode, closed, onType } = props;
  useKeyPlace('composer');
  const attachments = useAttachments();
  const [text, setText] = useDraft(`${draft} ${mode}`);
  const isClosed = closed !== null && mode === 'reply';
  const type = (next: string): void => {
    setText(next);
    onType?.(next);
  };
  // A note is words: files wait for the reply.
  const takesFiles = mode === 'reply' && !isClosed;
  const isReady = !isClosed && (mode === 'note' ? text.trim() !== '' : mayBeSent(text, attachments));
  const send = (deed: ComposerProps['onSend']): void => {
    if (!isReady) return;
    deed({ mode, text: text.trim(), files: mode === 'note' ? [] : attachments.take() });
    type('');
    box.current?.focus();
  };
  const insert = (words: string): void => {
    const { current } = box;
    const at = current?.selectionStart ?? text.length;
    type(`${text.slice(0, at)}${words}${text.slice(current?.selectionEnd ?? at)}`.slice(0, LIMITS.message));
    requestAnimationFrame(() => {
      current?.focus();
      current?.setSelectionRange(at + words.length, at + words.length);
    });
  };
  return (
    <div className={classes.composer} data-mode={mode} {...dropping(takesFiles ? attachments.add : null)}>
      {hasNotes && <ComposerModes mode={mode} onMode={(next) => props.onMode?.(next)} />}
      <div className={classes.field} data-popup-edge>
        <TextField
          box={box}
          mode={mode}
          text={text}
          closed={isClosed ? closed : null}
          onType={type}
          onFiles={takesFiles ? attachments.add : null}
          onEnter={(isMore) => send(isMore ? (props.onSendAndResolve ?? props.onSend) : props.onSend)}
        />
        {mode === 'reply' && <AttachmentList attachments={attachments} />}
        <ComposerTools
          isClosed={isClosed}
          isReady={isReady}
          hasFiles={mode === 'reply'}
          onEmoji={insert}
          onFiles={attachments.add}
          onSend={() => send(props.onSend)}
        />
      </div>
    </div>
  );
}

/** Not while a file is still on its way: it would be said without it. */
function mayBeSent(text: string, { list }: Attachments): boolean {
  if (list.some(({ state }) => state.is === 'uploading')) return false;
  return text.trim() !== '' || list.some(({ state }) => state.is === 'ready');
}

interface TextFieldProps {
  box: RefObject<HTMLTextAreaElement | null>;
  mode: Mode;
  text: string;
  closed: string | null;
  onType: (text: string) => void;
  /** null: none are taken. */
  onFiles: Take | null;
  /** `isMore`: with Ctrl. */
  onEnter: (isMore: boolean) => void;
}

function TextField({ box, mode, text, closed, onType, onFiles, onEnter }: TextFieldProps) {
  const { t } = useTranslation();
  const list = useId();
  const help = useId();
  const pick = ({ text: words }: { text: string }): void => onType(words);
  const picking = useShortcutPicking(text, pick);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // While an input method composes, its keys belong to it.
    if (event.nativeEvent.isComposing || picking.onKey(event)) return;
    const isSent = event.key === 'Enter' && !event.shiftKey && !event.altKey;
    if (!isSent && event.key !== 'Escape') return;
    event.preventDefault();
    if (isSent) onEnter(event.ctrlKey || event.metaKey);
    // First out of the composer, then out of what it stands in.
    else event.currentTarget.blur();
  };
  return (
    <>
      {picking.isOpen && <ShortcutOptions id={list} options={picking.options} active={picking.index} onPick={pick} />}
      <textarea
        ref={box}
        rows={2}
        aria-label={t('composer.message')}
        aria-describedby={help}
        aria-autocomplete="list"
        aria-controls={picking.chosen ? list : undefined}
        aria-activedescendant={picking.chosen ? optionId(list, picking.chosen) : undefined}
        placeholder={closed === null ? t(`composer.placeholder.${mode}`) : ''}
        maxLength={LIMITS.message}
        disabled={closed !== null}
        value={text}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onPaste={pasting(onFiles)}
      />
      <p id={help} className={closed === null ? 'visually-hidden' : classes.closed}>
        {closed ?? t(`composer.help.${mode}`)}
      </p>
    </>
  );
}

interface ComposerToolsProps {
  isClosed: boolean;
  isReady: boolean;
  hasFiles: boolean;
  onEmoji: (emoji: string) => void;
  onFiles: Take;
  onSend: () => void;
}

function ComposerTools({ isClosed, isReady, hasFiles, onEmoji, onFiles, onSend }: ComposerToolsProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.tools}>
      <EmojiPicker isDisabled={isClosed} onPick={onEmoji} />
      {hasFiles && <AttachButton isDisabled={isClosed} onFiles={onFiles} />}
      <span className={classes.keys}>{t('composer.keys')}</span>
      <Button size="sm" disabled={!isReady} leftSection={<Icon name="send" />} onClick={onSend}>
        {t('composer.send')}
      </Button>
    </div>
  );
}

type Take = (files: Iterable<File>) => void;

function AttachButton({ isDisabled, onFiles }: { isDisabled: boolean; onFiles: Take }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        icon="attach"
        iconSize={20}
        label={t('composer.files.attach')}
        hint={t('composer.files.attach')}
        disabled={isDisabled}
        onClick={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('composer.files.attach')}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}

function pasting(take: Take | null) {
  return (event: ClipboardEvent): void => {
    const { files } = event.clipboardData;
    if (files.length === 0 || !take) return;
    event.preventDefault();
    take([...files]);
  };
}

function dropping(take: Take | null) {
  if (!take) return {};
  return {
    onDragOver: (event: DragEvent): void => event.preventDefault(),
    onDrop: (event: DragEvent): void => {
      event.preventDefault();
      take([...event.dataTransfer.files]);
    },
  };
}
