import type { Feature, PlanLimit } from '@vetrina/domain/entitlements';

/** What the plans are compared by, in the order in which it is read. */
export const PLAN_ROWS = [
  'visitors',
  'search',
  'identification',
  'incoming-chats',
  'agents',
  'open-conversation',
  'blocking',
  'contact-form-online',
  'hide-box',
  'rating',
  'missed-conversation-mails',
  'shortcuts',
  'team-shortcuts',
  'groups',
  'office-hours',
  'automatic-messages',
  'automated-conversations',
  'statistics',
  'statistics-per-agent',
  'export',
  'webhooks',
  'support-chat',
] as const satisfies readonly (Feature | PlanLimit)[];
