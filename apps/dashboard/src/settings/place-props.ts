import type { Session } from '@vetrina/protocol/http/account';

/** What every sub-page of the settings is given. */
export interface PlaceProps {
  session: Session;
}
