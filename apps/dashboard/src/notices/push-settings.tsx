import { Button, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PushDevice } from '@vetrina/protocol/http/push';
import type { PushDeviceId } from '@vetrina/protocol/ids';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import { INSTALL_ANCHOR } from '../app-shell/install-section.tsx';
import classes from '../settings/settings.module.css';
import { ErrorNote } from '../ui/error-note.tsx';
import { Icon } from '../ui/icon.tsx';
import { Section } from '../ui/reading-page.tsx';
import { useFormat } from '../ui/use-format.ts';
import { usePreferences } from '../ui/use-preferences.ts';
import type { PushState } from './push-device.ts';
import { pushQueries } from './push-queries.ts';
import own from './push-settings.module.css';
import { useThisDevice } from './use-this-device.ts';

/** C8: what reaches phones and browsers while no dashboard is in front, and which of them. */
export function PushSettings() {
  const { t } = useTranslation();
  const here = useThisDevice();
  return (
    <Section title={t('push.title')} lead={t('push.lead')} anchor="push">
      {here.state && <Here {...here} state={here.state} />}
      <ErrorNote error={here.turnOn.error ?? here.turnOff.error ?? here.error} />
      <Wishes />
      <Devices here={here.id} onRemoveHere={() => here.turnOff.mutateAsync()} />
    </Section>
  );
}

type HereProps = Pick<ReturnType<typeof useThisDevice>, 'turnOn' | 'turnOff'> & { state: PushState };

function Here({ state, turnOn, turnOff }: HereProps) {
  const { t } = useTranslation();
  const isOn = state === 'on';
  return (
    <div className={own.here} data-on={isOn || undefined}>
      <div className={classes.state} role="status">
        <p data-good={isOn || undefined}>
          <Icon name={isOn ? 'check' : 'bell'} />
          {t(isOn ? 'push.here.on' : 'push.here.off')}
        </p>
        {isOn && (
          <Button variant="default" size="sm" loading={turnOff.isPending} onClick={() => turnOff.mutate()}>
            {t('push.here.turnOff')}
          </Button>
        )}
        {state === 'off' && (
          <Button size="sm" loading={turnOn.isPending} onClick={() => turnOn.mutate()}>
            {t('push.here.turnOn')}
          </Button>
        )}
      </div>
      <Why state={state} />
    </div>
  );
}

/** What stands in the way, and what to do about it. */
function Why({ state }: { state: PushState }) {
  const { t } = useTranslation();
  switch (state) {
    case 'on':
    case 'off':
      return null;
    case 'home-screen':
      return (
        <p className={classes.hint}>
          {t('push.here.home-screen')}{' '}
          <Link to="/settings/$place" params={{ place: 'look' }} hash={INSTALL_ANCHOR}>
            {t('push.here.how')}
          </Link>
        </p>
      );
    case 'denied':
    case 'insecure':
    case 'unsupported':
      return <p className={classes.hint}>{t(`push.here.${state}`)}</p>;
  }
}

const WISHES = ['newConversation', 'newMessage', 'newVisitor'] as const;

function Wishes() {
  const { t } = useTranslation();
  const { preferences, choose, error } = usePreferences();
  const { notifications } = preferences;
  return (
    <>
      {WISHES.map((wish) => (
        <Switch
          key={wish}
          label={t(`push.wishes.${wish}`)}
          description={wish === 'newVisitor' ? t('push.wishes.newVisitorText') : undefined}
          checked={notifications.push[wish]}
          onChange={({ currentTarget: { checked } }) =>
            choose({ notifications: { ...notifications, push: { ...notifications.push, [wish]: checked } } })
          }
        />
      ))}
      <ErrorNote error={error} />
    </>
  );
}

interface DevicesProps {
  here: PushDeviceId | null;
  /** The browser itself forgets it, too. */
  onRemoveHere: () => Promise<unknown>;
}

function Devices({ here, onRemoveHere }: DevicesProps) {
  const { t } = useTranslation();
  const { data, error } = useQuery(pushQueries.devices);
  return (
    <>
      <ErrorNote error={error} />
      {data && data.length > 0 && (
        <>
          <h3 className={own.devices}>{t('push.devices')}</h3>
          <ul className={classes.list}>
            {data.map((device) => (
              <DeviceLine
                key={device.id}
                device={device}
                isHere={device.id === here}
                onRemove={
                  device.id === here ? onRemoveHere : () => call('removePushDevice', { params: { device: device.id } })
                }
              />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface DeviceLineProps {
  device: PushDevice;
  isHere: boolean;
  onRemove: () => Promise<unknown>;
}

function DeviceLine({ device, isHere, onRemove }: DeviceLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, browser, os, usedAt } = device;
  const name = [browser, os].filter((part) => part !== null).join(' · ') || t('push.device.unknown');
  const test = useChange(() => call('testPushDevice', { params: { device: id } }), []);
  const remove = useChange(onRemove, [pushQueries.devices.queryKey]);
  return (
    <li className={own.device}>
      <div className={own.about}>
        <strong>{name}</strong> {isHere && <span className={classes.chip}>{t('push.device.here')}</span>}
        <small>{t('push.device.used', { when: format.dateTime(usedAt) })}</small>
        <ErrorNote error={test.error ?? remove.error} />
      </div>
      <span className={classes.buttons}>
        <Button
          size="xs"
          variant="default"
          aria-label={`${t('push.device.test')}: ${name}`}
          loading={test.isPending}
          onClick={() => test.mutate()}
        >
          {t('push.device.test')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          aria-label={`${t('push.device.remove')}: ${name}`}
          loading={remove.isPending}
          onClick={() => remove.mutate()}
        >
          {t('push.device.remove')}
        </Button>
      </span>
    </li>
  );
}
