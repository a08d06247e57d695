import { findLinks } from '@vetrina/domain/find-links';
import type { FileCard, PublicEntry } from '@vetrina/protocol/conversation';
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { OwnBody } from '../conversation-log.ts';
import type { Group, Line, Progress } from '../message-groups.ts';
import type { OutboxItem } from '../outbox/outbox-item.ts';
import type { Texts } from '../texts.ts';
import { FacePicture, faceOf, nameOf } from './face.tsx';
import { Icon, type IconName } from './icons.tsx';
import { useParts } from './parts.ts';

/** Lines of one author under one face. Only the newest own line says how far it has come. */
export function GroupView({ group, texts, isLast }: { group: Group; texts: Texts; isLast: boolean }): JSX.Element {
  const { author } = group;
  const own = author.who === 'visitor';
  const name = nameOf(author, texts);
  return (
    <div class={`group ${own ? 'own' : 'theirs'}`}>
      {!own && <FacePicture face={faceOf(author, texts)} />}
      <div class="lines">
        <p class={own ? 'who unseen' : 'who'}>{name}</p>
        {group.lines.map((line, index) => (
          <LineView
            key={line.id}
            line={line}
            texts={texts}
            showProgress={own && isLast && index === group.lines.length - 1}
          />
        ))}
      </div>
    </div>
  );
}

function LineView({ line, texts, showProgress }: { line: Line; texts: Texts; showProgress: boolean }): JSX.Element {
  if (line.is === 'waiting') return <WaitingLine body={line.body} item={line.item} texts={texts} />;
  const { entry, progress } = line;
  return (
    <div class="line">
      <Bubble body={entry.body} seq={entry.seq} texts={texts} />
      <p class="meta">
        <time dateTime={new Date(entry.at).toISOString()}>{texts.time(entry.at)}</time>
        {progress && <ProgressMark progress={progress} texts={texts} spelled={showProgress} />}
      </p>
    </div>
  );
}

function WaitingLine({ body, item, texts }: { body: OwnBody; item: OutboxItem; texts: Texts }): JSX.Element {
  const { actions } = useParts();
  const { id } = item.frame;
  const { state } = item;
  if (state.is === 'waiting') {
    return (
      <div class="line waiting">
        <Bubble body={body} seq={null} texts={texts} />
        <p class="meta">
          <ProgressMark progress="sending" texts={texts} spelled={true} />
        </p>
      </div>
    );
  }
  return (
    <div class="line failed">
      <Bubble body={body} seq={null} texts={texts} />
      <p class="meta">
        <ProgressMark progress="failed" texts={texts} spelled={true} />
        <span>{texts.text(reasonFor(state.code))}</span>
      </p>
      <p class="meta">
        <button type="button" class="text-button" onClick={() => actions.tryAgain(id)}>
          {texts.text('tryAgain')}
        </button>
        <button type="button" class="text-button" onClick={() => actions.remove(id)}>
          {texts.text('remove')}
        </button>
      </p>
    </div>
  );
}

function reasonFor(code: string): 'tooLong' | 'notAccepted' {
  return code === 'too_large' ? 'tooLong' : 'notAccepted';
}

const MARKS: Readonly<Record<Progress, IconName>> = {
  sending: 'clock',
  sent: 'check',
  read: 'checks',
  failed: 'alert',
};

function ProgressMark({
  progress,
  texts,
  spelled,
}: {
  progress: Progress;
  texts: Texts;
  spelled: boolean;
}): JSX.Element {
  const words = texts.text(progress);
  return (
    <span class={`progress ${progress}`} title={words}>
      <Icon name={MARKS[progress]} />
      <span class={spelled ? '' : 'unseen'}>{words}</span>
    </span>
  );
}

type Said = Pick<PublicEntry, 'body'>['body'];

function Bubble({ body, seq, texts }: { body: Said; seq: number | null; texts: Texts }): JSX.Element | null {
  switch (body.kind) {
    case 'text':
      return (
        <div class={`bubble ${isOnlyEmoji(body.text) ? 'big' : ''}`} dir="auto">
          <Linked text={body.text} />
        </div>
      );
    case 'file':
      return <FileView file={body.file} seq={seq} texts={texts} />;
    case 'taken-back':
      return <div class="bubble gone">{texts.text('takenBack')}</div>;
    default:
      return null;
  }
}

export function Linked({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {findLinks(text).map((piece, index) =>
        piece.kind === 'text' ? (
          piece.text
        ) : (
          <a key={index} href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
            {piece.text}
          </a>
        ),
      )}
    </>
  );
}

/** Pictures in their place; everything else, and pictures that may not be shown here, as something to fetch. */
function FileView({ file, seq, texts }: { file: FileCard; seq: number | null; texts: Texts }): JSX.Element {
  const { actions, address } = useParts();
  const [broken, setBroken] = useState<string | null>(null);
  const href = address(file.url);
  const { picture } = file;
  // Once: the address may have run out, but the page's policy may as well forbid every picture from elsewhere.
  const refreshed = useRef(false);
  const failed = (): void => {
    setBroken(href);
    if (seq !== null && !refreshed.current) actions.refreshFile(seq);
    refreshed.current = true;
  };
  if (picture && broken !== href) {
    return (
      <a class="picture" href={href} target="_blank" rel="noopener noreferrer">
        <img
          src={href}
          alt={texts.text('picture', { name: file.name })}
          width={picture.width}
          height={picture.height}
          loading="lazy"
          onError={failed}
        />
      </a>
    );
  }
  return (
    <a class="bubble file" href={href} target="_blank" rel="noopener noreferrer" download={file.name}>
      <Icon name="file" />
      <span>
        <span class="unseen">{texts.text('download', { name: '' })}</span>
        <bdi class="file-name">{file.name}</bdi>
        <span class="file-size">{texts.size(file.bytes)}</span>
      </span>
    </a>
  );
}

const EMOJI = /^(?:\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f|\u200d)*){1,3}$/u;

/** Up to three emoji and nothing else are shown large. */
const isOnlyEmoji = (text: string): boolean => EMOJI.test(text.trim());
