import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { StandalonePage } from '../ui/standalone-page.tsx';

export function LostPage() {
  const { t } = useTranslation();
  return (
    <StandalonePage title={t('shell.lost.title')} lead={t('shell.lost.lead')}>
      <Button component={Link} to="/visitors">
        {t('shell.lost.back')}
      </Button>
    </StandalonePage>
  );
}
