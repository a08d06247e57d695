import type { AutomationStore } from '../automation/ports.ts';
import { createContactLog } from './contact-log.ts';
import type { Database } from './database.ts';
import { createRuleStore } from './rule-store.ts';

/** Automatic messages in SQL: the rules, what they wrote, and what came of it. */
export function createAutomationStore(database: Pick<Database, 'db' | 'dialect'>): AutomationStore {
  return { ...createRuleStore(database), ...createContactLog(database) };
}
