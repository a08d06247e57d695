import { Radio } from '@mantine/core';
import { DENSITIES, LANGUAGES, THEMES } from '@vetrina/protocol/http/preferences';
import { useTranslation } from 'react-i18next';
import { InstallSection } from '../app-shell/install-section.tsx';
import { KeysSection } from '../shortcuts/keys-section.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { formatFor } from '../ui/format.ts';
import { ReadingPage, Section } from '../ui/reading-page.tsx';
import { usePreferences } from '../ui/use-preferences.ts';
import classes from './settings.module.css';

/** Language, theme and density of one person; take effect at once, on all their devices. */
export function LookPage() {
  const { t } = useTranslation();
  const { preferences, choose, error } = usePreferences();
  return (
    <ReadingPage title={t('settings.places.look')} lead={t('settings.mine.lead')}>
      <Section title={t('settings.mine.language')}>
        <Radio.Group
          aria-label={t('settings.mine.language')}
          value={preferences.language ?? 'auto'}
          onChange={(value) => choose({ language: LANGUAGES.find((language) => language === value) ?? null })}
        >
          <div className={classes.languages}>
            <Radio className={classes.asInBrowser} value="auto" label={t('settings.mine.languageAuto')} />
            {LANGUAGES.map((language) => (
              <Radio
                key={language}
                classNames={{ label: classes.ownName }}
                value={language}
                label={formatFor(language).language(language)}
                lang={language}
              />
            ))}
          </div>
        </Radio.Group>
      </Section>
      <Section title={t('settings.mine.theme')}>
        <Radio.Group
          aria-label={t('settings.mine.theme')}
          value={preferences.theme}
          onChange={(value) => choose({ theme: THEMES.find((theme) => theme === value) ?? 'auto' })}
        >
          <div className={classes.modes}>
            {THEMES.map((theme) => (
              <Radio key={theme} value={theme} label={t(`settings.mine.${theme}`)} />
            ))}
          </div>
        </Radio.Group>
      </Section>
      <Section title={t('settings.mine.density')} lead={t('settings.mine.densityText')}>
        <Radio.Group
          aria-label={t('settings.mine.density')}
          value={preferences.density}
          onChange={(value) => choose({ density: DENSITIES.find((density) => density === value) ?? 'comfortable' })}
        >
          <div className={classes.modes}>
            {DENSITIES.map((density) => (
              <Radio key={density} value={density} label={t(`settings.mine.${density}`)} />
            ))}
          </div>
        </Radio.Group>
      </Section>
      <KeysSection />
      <ErrorNote error={error} />
      <InstallSection />
    </ReadingPage>
  );
}
