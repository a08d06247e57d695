import type { UploadPlace } from '@vetrina/protocol/http/conversations';
import type { AccountId, VisitorId } from '@vetrina/protocol/ids';
import type { BoxStates } from '../live/box-states.ts';
import type { Boxes } from '../live/boxes.ts';
import type { VisitorChats } from '../live/visitor-chats.ts';
import type { Tab, VisitorIntake } from '../live/visitor-intake.ts';
import type { Connection } from './connection.ts';

/** Offers a place for a visitor's file. @throws Refusal `too_many_requests` */
export type Uploads = (by: {
  readonly account: AccountId;
  readonly visitor: VisitorId;
  readonly ip: string;
}) => UploadPlace;

export interface BoxVerbParts {
  readonly intake: Pick<VisitorIntake, 'spoke'>;
  readonly chats: VisitorChats;
  readonly boxes: Boxes;
  readonly boxStates: BoxStates;
  readonly uploads: Uploads;
  readonly failed: (reason: unknown) => void;
}

/** An admitted tab and its socket. */
export interface OpenBox {
  readonly tab: Tab;
  readonly connection: Connection;
}
