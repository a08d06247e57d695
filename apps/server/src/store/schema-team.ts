import type { Generated } from 'kysely';
import type { Bit, Json } from './column-types.ts';

/** Accounts and who works for them. */
export interface TeamSchema {
  accounts: AccountsTable;
  agents: AgentsTable;
  agent_groups: AgentGroupsTable;
  group_members: GroupMembersTable;
  invitations: InvitationsTable;
  password_resets: PasswordResetsTable;
  second_factor_steps: SecondFactorStepsTable;
}

/** Which codes are used up: those of this step of 30 s and of all before. */
export interface SecondFactorStepsTable {
  user_id: string;
  step: number;
}

export interface AccountsTable {
  id: string;
  key: string;
  name: string;
  /** The plan beneath a trial. */
  plan: string;
  trial_until: number | null;
  allowed_domains: Json;
  tracking_mode: string;
  respect_privacy_signals: Bit;
  store_ip: Bit;
  kept_query_parameters: Json;
  /** null: as the box is made. */
  box: Json | null;
  office_hours: Json | null;
  /** null: made when somebody first asks for it. */
  identity_secret: string | null;
  signature_demanded: Generated<Bit>;
  created_at: number;
}

export interface AgentsTable {
  account_id: string;
  id: string;
  user_id: string;
  role: string;
  name: string;
  email: string;
  photo: string | null;
  active: Generated<Bit>;
  status: Generated<string>;
  created_at: number;
  /** When the seat was last taken: who works for several accounts enters the one joined last. */
  joined_at: number;
  /** When a dashboard of theirs was last open, to the minute; what visitors' pages show over a restart. */
  last_here_at: number | null;
}

export interface AgentGroupsTable {
  account_id: string;
  key: string;
  name: string;
  created_at: number;
}

export interface GroupMembersTable {
  account_id: string;
  group_key: string;
  agent_id: string;
}

export interface InvitationsTable {
  account_id: string;
  id: string;
  email: string;
  role: string;
  groups: Json;
  invited_by: string;
  /** SHA-256 of the link's token. */
  token_hash: string;
  created_at: number;
  expires_at: number;
}

export interface PasswordResetsTable {
  user_id: string;
  token_hash: string;
  expires_at: number;
}
