import { lazyRouteComponent } from '@tanstack/react-router';
import type { Feature } from '@vetrina/domain/entitlements';
import type { Role } from '@vetrina/protocol/http/account';
import type { ComponentType } from 'react';
import type { PlaceProps } from './place-props.ts';

export interface Place {
  readonly page: ComponentType<PlaceProps>;
  /** The least role that has something to do there; others are not shown the way. */
  readonly who: Role;
  /** Without it the page only explains. */
  readonly feature?: Feature;
}

/** Every sub-page of the settings, in the order in which they are listed. Its name is the last part of its address. */
export const PLACES = {
  profile: { who: 'agent', page: lazyRouteComponent(() => import('./profile-page.tsx'), 'ProfilePage') },
  notifications: {
    who: 'agent',
    page: lazyRouteComponent(() => import('./notifications-page.tsx'), 'NotificationsPage'),
  },
  look: { who: 'agent', page: lazyRouteComponent(() => import('./look-page.tsx'), 'LookPage') },
  team: { who: 'agent', page: lazyRouteComponent(() => import('./team-page.tsx'), 'TeamPage') },
  groups: {
    who: 'admin',
    feature: 'groups',
    page: lazyRouteComponent(() => import('./groups-page.tsx'), 'GroupsPage'),
  },
  hours: {
    who: 'admin',
    feature: 'office-hours',
    page: lazyRouteComponent(() => import('./hours-page.tsx'), 'HoursPage'),
  },
  box: { who: 'admin', page: lazyRouteComponent(() => import('./box-page.tsx'), 'BoxPage') },
  shortcuts: { who: 'agent', page: lazyRouteComponent(() => import('./shortcuts-page.tsx'), 'ShortcutsPage') },
  tags: { who: 'agent', page: lazyRouteComponent(() => import('./tags-page.tsx'), 'TagsPage') },
  blocked: {
    who: 'agent',
    feature: 'blocking',
    page: lazyRouteComponent(() => import('./blocked-page.tsx'), 'BlockedPage'),
  },
  account: { who: 'agent', page: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage') },
  identity: { who: 'admin', page: lazyRouteComponent(() => import('./identity-page.tsx'), 'IdentityPage') },
  plan: { who: 'agent', page: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage') },
} as const satisfies Record<string, Place>;

export type PlaceName = keyof typeof PLACES;

export const PLACE_GROUPS = {
  mine: ['profile', 'notifications', 'look'],
  team: ['team', 'groups', 'hours'],
  chat: ['box', 'shortcuts', 'tags', 'blocked'],
  account: ['account', 'identity', 'plan'],
} as const satisfies Record<string, readonly PlaceName[]>;

export const PLACE_GROUP_NAMES = Object.keys(PLACE_GROUPS) as (keyof typeof PLACE_GROUPS)[];

export function isPlace(name: string): name is PlaceName {
  return Object.hasOwn(PLACES, name);
}
