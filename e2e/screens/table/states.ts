import type { Look, Screen } from '../screen.ts';

/** The line to the server breaks once the page has had its first words, and stays away. */
async function losesTheLine({ page }: Look): Promise<void> {
  let isFirst = true;
  await page.routeWebSocket(/\/ws\/agent/, (socket) => {
    if (!isFirst) return void socket.close({ code: 1001 });
    isFirst = false;
    const server = socket.connectToServer();
    server.onMessage((frame) => {
      socket.send(frame);
      if (frame.toString().includes('"type":"window"')) void socket.close({ code: 1001 });
    });
  });
}

/** What the dashboard asks for stays unanswered. */
async function hearsNothing({ page }: Look): Promise<void> {
  await page.routeWebSocket(/\/ws\/agent/, () => undefined);
}

const never =
  (pattern: string) =>
  async ({ page }: Look): Promise<void> => {
    await page.route(pattern, () => undefined);
  };

const fails =
  (pattern: string) =>
  async ({ page }: Look): Promise<void> => {
    await page.route(pattern, (route) =>
      route.fulfill({ status: 500, json: { code: 'internal', message: 'Something went wrong.', retry: false } }),
    );
  };

/** What every screen can fall back to. */
export const STATE_SCREENS: readonly Screen[] = [
  { name: 'lost-page', who: 'owner', at: '/no/such/place' },
  {
    name: 'no-seat',
    who: 'agent',
    at: '/visitors',
    first: ({ page }) =>
      page.route('**/api/v1/session', (route) =>
        route.fulfill({
          status: 403,
          json: { code: 'seat_limit', message: 'No seat.', retry: false, plan: 'STANDARD' },
        }),
      ),
    isBroken: true,
  },
  {
    name: 'reconnecting',
    who: 'owner',
    at: '/visitors',
    first: losesTheLine,
    shows: ({ page, say }) => page.getByText(say('connection.reconnecting')),
    isBroken: true,
  },
  { name: 'visitors-loading', who: 'owner', at: '/visitors', first: hearsNothing, isBroken: true },
  {
    name: 'conversation-loading',
    who: 'owner',
    at: ({ talks }) => `/conversations/${talks.long}`,
    first: hearsNothing,
    shows: ({ page }) => page.locator('main'),
    isBroken: true,
  },
  {
    name: 'messages-loading',
    who: 'owner',
    at: '/automation/messages',
    first: never('**/api/v1/rules'),
    isBroken: true,
  },
  {
    name: 'messages-not-read',
    who: 'owner',
    at: '/automation/messages',
    first: fails('**/api/v1/rules'),
    isBroken: true,
  },
  { name: 'settings-loading', who: 'owner', at: '/settings/team', first: never('**/api/v1/team'), isBroken: true },
  { name: 'settings-not-read', who: 'owner', at: '/settings/team', first: fails('**/api/v1/team'), isBroken: true },
];
