import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Agent } from '@vetrina/protocol/http/account';
import { LIMITS } from '@vetrina/protocol/limits';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, call } from '../api/client.ts';
import { upload } from '../api/upload.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Face } from '../ui/face.tsx';
import classes from './settings.module.css';

const PICTURES = 'image/jpeg,image/png,image/webp';

/** The photo that visitors see beside a message. The server makes it small and square. */
export function PhotoField({ agent, onSaved }: { agent: Agent; onSaved: (agent: Agent) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const put = useMutation({ mutationFn: putPhoto, onSuccess: onSaved });
  const remove = useMutation({ mutationFn: () => call('removePhoto', {}), onSuccess: onSaved });
  const choose = (file: File | undefined): void => {
    remove.reset();
    if (file) put.mutate(file);
  };
  return (
    <div className={classes.photo}>
      <Face id={agent.id} name={agent.name} photo={agent.photo} size={72} />
      <div>
        <div className={classes.buttons}>
          <Button variant="default" size="sm" loading={put.isPending} onClick={() => input.current?.click()}>
            {t(agent.photo ? 'settings.profile.photoChange' : 'settings.profile.photoAdd')}
          </Button>
          {agent.photo && (
            <Button variant="subtle" size="sm" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t('settings.profile.photoRemove')}
            </Button>
          )}
        </div>
        <p className={classes.hint}>{t('settings.profile.photoText')}</p>
        <input
          ref={input}
          type="file"
          accept={PICTURES}
          hidden
          aria-label={t('settings.profile.photoAdd')}
          onChange={(event) => {
            choose(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <ErrorNote error={put.error ?? remove.error} />
      </div>
    </div>
  );
}

/** Two steps: where to put it, then the bytes. The person as the server has them now comes with a fresh session. */
async function putPhoto(file: File): Promise<Agent> {
  if (file.size > LIMITS.photoBytes) throw new ApiError('too_large');
  const { url } = await call('photoPlace', {});
  await upload(url, file);
  return (await call('session', {})).agent;
}
