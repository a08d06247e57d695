import { cheapestPlanWith } from '@vetrina/domain/entitlements';
import { shareOf } from '@vetrina/domain/statistics/figures';
import type { AgentFigures, Statistics } from '@vetrina/protocol/http/statistics';
import { useTranslation } from 'react-i18next';
import { PlanNote } from '../ui/plan-note.tsx';
import { useFormat } from '../ui/use-format.ts';
import { ChartCard } from './chart-card.tsx';
import { FiguresTable } from './figures-table.tsx';
import frame from './sections.module.css';

/** ST9: who of the team did how much. */
export function AgentsSection({ found: { agents }, mayExport }: { found: Statistics; mayExport: boolean }) {
  const { t } = useTranslation();
  return (
    <section className={frame.section} aria-labelledby="statistics-agents">
      <h2 id="statistics-agents">{t('statistics.agents')}</h2>
      {agents === null ? (
        <PlanNote plan={cheapestPlanWith('statistics-per-agent')}>{t('statistics.agentsPlan')}</PlanNote>
      ) : (
        <Agents agents={agents} mayExport={mayExport} />
      )}
    </section>
  );
}

function Agents({ agents, mayExport }: { agents: readonly AgentFigures[]; mayExport: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = t('statistics.perAgent');
  const head = [
    t('statistics.agent'),
    t('statistics.conversations'),
    t('statistics.messages'),
    t('statistics.firstResponse'),
    t('statistics.satisfied'),
  ];
  const cellsOf = ({ conversations, messages, firstResponse, ratings: { good, normal, bad } }: AgentFigures) => {
    const satisfied = shareOf(good, good + normal + bad);
    return [
      format.number(conversations),
      format.number(messages),
      firstResponse === null ? '–' : format.span(firstResponse),
      satisfied === null ? '–' : format.percentWhole(satisfied),
    ];
  };
  const table = { head, rows: agents.map((each) => [each.name, ...cellsOf(each)]) };
  return (
    <ChartCard title={title} table={table} isRows mayExport={mayExport}>
      {agents.length === 0 ? (
        <p className="hint">{t('statistics.nothing')}</p>
      ) : (
        <FiguresTable
          caption={title}
          head={head}
          rows={agents.map((each) => ({ key: each.agent, name: each.name, cells: cellsOf(each) }))}
        />
      )}
    </ChartCard>
  );
}
