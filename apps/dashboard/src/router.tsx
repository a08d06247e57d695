import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { queries } from './api/queries.ts';
import { type NewRuleSearch, readNewRule } from './automation/rule-address.ts';
import { type InboxWords, readInbox, writeInbox } from './conversations/inbox-address.ts';
import { LostPage } from './shell/lost-page.tsx';
import { RouteError } from './shell/route-error.tsx';
import { Shell } from './shell/shell.tsx';
import { viewQueries } from './views/view-queries.ts';
import { readView, type ViewSearch, writeView } from './visitors/view-address.ts';

interface Context {
  readonly queryClient: QueryClient;
}

const root = createRootRouteWithContext<Context>()({ component: Outlet });

/** Everything that needs a signed-in agent. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: Shell,
  async beforeLoad({ context, location }) {
    const session = await context.queryClient.ensureQueryData(queries.session);
    if (session) return;
    const setup = await context.queryClient.ensureQueryData(queries.setup);
    if (setup.firstRun) throw redirect({ to: '/setup' });
    throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
  },
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/visitors' });
  },
});

const visitors = createRoute({
  getParentRoute: () => signedIn,
  path: '/visitors',
  validateSearch: (search: Record<string, unknown>): ViewSearch => writeView(readView(search)),
  async beforeLoad({ context, search }) {
    // A link to a view shows that view, and not everyone first. Without an answer the page says so itself.
    if (search.view) await context.queryClient.ensureQueryData(viewQueries.views).catch(() => undefined);
  },
  component: lazyRouteComponent(() => import('./visitors/visitors-page.tsx'), 'VisitorsPage'),
});

const conversations = createRoute({
  getParentRoute: () => signedIn,
  path: '/conversations/{-$conversation}',
  validateSearch: (search: Record<string, unknown>): InboxWords => writeInbox(readInbox(search)),
  component: lazyRouteComponent(() => import('./conversations/conversations-page.tsx'), 'ConversationsPage'),
});

const automation = createRoute({
  getParentRoute: () => signedIn,
  path: '/automation',
  beforeLoad: () => {
    throw redirect({ to: '/automation/messages' });
  },
});

const messages = createRoute({
  getParentRoute: () => signedIn,
  path: '/automation/messages',
  component: lazyRouteComponent(() => import('./automation/messages-page.tsx'), 'MessagesPage'),
});

const newRule = createRoute({
  getParentRoute: () => signedIn,
  path: '/automation/messages/new',
  validateSearch: (search: Record<string, unknown>): NewRuleSearch => readNewRule(search),
  component: lazyRouteComponent(() => import('./automation/new-rule-page.tsx'), 'NewRulePage'),
});

const rule = createRoute({
  getParentRoute: () => signedIn,
  path: '/automation/messages/$rule/{-$part}',
  component: lazyRouteComponent(() => import('./automation/rule-page.tsx'), 'RulePage'),
});

const install = createRoute({
  getParentRoute: () => signedIn,
  path: '/install',
  component: lazyRouteComponent(() => import('./install/install-page.tsx'), 'InstallPage'),
});

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  beforeLoad: () => {
    if (matchMedia('(min-width: 768px)').matches)
      throw redirect({ to: '/settings/$place', params: { place: 'profile' } });
  },
  component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsIndex'),
});

const settingsPlace = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/$place',
  component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
});

const chatbots = createRoute({
  getParentRoute: () => signedIn,
  path: '/automation/chatbots',
  component: lazyRouteComponent(() => import('./chatbots/chatbots-page.tsx'), 'ChatbotsPage'),
});

const chatbot = createRoute({
  getParentRoute: () => signedIn,
  path: '/automation/chatbots/$chatbot',
  component: lazyRouteComponent(() => import('./chatbots/editor-page.tsx'), 'EditorPage'),
});

const help = createRoute({
  getParentRoute: () => signedIn,
  path: '/help/{-$page}',
  component: lazyRouteComponent(() => import('./help/help-screen.tsx'), 'HelpScreen'),
});

/** Only addresses of this dashboard may be returned to. */
function readNext(search: Record<string, unknown>): { next?: string } {
  const { next } = search;
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {};
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: readNext,
  component: lazyRouteComponent(() => import('./account/sign-in-page.tsx'), 'SignInPage'),
});

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('./account/sign-up-page.tsx'), 'SignUpPage'),
});

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password/$token',
  component: lazyRouteComponent(() => import('./account/reset-password-page.tsx'), 'ResetPasswordPage'),
});

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./account/forgot-password-page.tsx'), 'ForgotPasswordPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => import('./account/invitation-page.tsx'), 'InvitationPage'),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('./account/setup-page.tsx'), 'SetupPage'),
});

const routeTree = root.addChildren([
  signedIn.addChildren([
    home,
    visitors,
    conversations,
    automation,
    messages,
    newRule,
    rule,
    chatbots,
    chatbot,
    install,
    settings,
    settingsPlace,
    help,
  ]),
  signIn,
  signUp,
  forgotPassword,
  resetPassword,
  invitation,
  setup,
]);

/** Addresses stay readable: plain parameters instead of JSON. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  const text = new URLSearchParams(pairs).toString();
  return text === '' ? '' : `?${text}`;
}

export function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: LostPage,
    scrollRestoration: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
