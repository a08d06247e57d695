import { describe, expect, test } from 'vitest';
import { checkCycles, checkImports } from './check-imports.ts';
import { checkImpurities } from './check-impurities.ts';
import { checkLockFile } from './check-lock-file.ts';
import { checkSize } from './check-size.ts';
import { checkCloseCodes, checkVocabulary } from './check-vocabulary.ts';
import { checkWording } from './check-wording.ts';
import { IMPORT_RULES } from './import-rules.ts';
import { importsOf } from './imports.ts';
import { parseSource } from './source-file.ts';

/** What each rule must catch: file → the line in it. */
const FORBIDDEN: Readonly<Record<string, readonly [path: string, line: string]>> = {
  'protocol-is-the-bottom': ['packages/protocol/src/ids.ts', "import { fold } from '@vetrina/domain/fold';"],
  'domain-is-pure': ['packages/domain/src/order.ts', "import { z } from 'zod';"],
  'live-list-stands-alone': [
    'packages/live-list/src/list.ts',
    "import type { VisitorId } from '@vetrina/protocol/ids';",
  ],
  'socket-is-small': ['packages/socket/src/socket.ts', "import { WebSocket } from 'ws';"],
  'demo-shop-is-pure': ['apps/demo-shop/src/layout.ts', "import { readFile } from 'node:fs/promises';"],
  'demo-shop-has-one-server': [
    'apps/server/src/edge/agent-gateway.ts',
    "import { GOODS } from '@vetrina/demo-shop/goods';",
  ],
  'platform-is-the-bottom-of-the-server': ['apps/server/src/platform/log.ts', "import { app } from '../app.ts';"],
  'visitors-stands-alone': ['apps/server/src/visitors/admit.ts', "import { sign } from '../accounts/sign-in.ts';"],
  'conversations-stands-alone': [
    'apps/server/src/conversations/open.ts',
    "import { stay } from '../visitors/stay.ts';",
  ],
  'automation-stands-alone': ['apps/server/src/automation/run.ts', "export { stay } from '../visitors/stay.ts';"],
  'accounts-stands-alone': ['apps/server/src/accounts/save.ts', "const stay = await import('../visitors/stay.ts');"],
  'files-stands-alone': ['apps/server/src/files/take.ts', "import { sign } from '../accounts/sign-in.ts';"],
  'mail-stands-alone': ['apps/server/src/mail/react.ts', "import { add } from '../jobs/queue.ts';"],
  'push-stands-alone': ['apps/server/src/push/react.ts', "import { add } from '../jobs/queue.ts';"],
  'jobs-stands-alone': ['apps/server/src/jobs/run.ts', "import { mailer } from '../mail/mailer.ts';"],
  'tools-stands-alone': [
    'apps/server/src/tools/tags.ts',
    "import { tag } from '../conversations/tag-conversation.ts';",
  ],
  'statistics-stands-alone': [
    'apps/server/src/statistics/read.ts',
    "import { tag } from '../conversations/tag-conversation.ts';",
  ],
  'views-stands-alone': ['apps/server/src/views/show.ts', "import { tags } from '../tools/tags.ts';"],
  'features-know-no-neighbours-above-or-below': [
    'apps/server/src/visitors/admit.ts',
    "import { sql } from '../store/visitors.ts';",
  ],
  'presence-knows-no-one': ['apps/server/src/presence/redis.ts', "import type { Stay } from '../visitors/stay.ts';"],
  'live-knows-no-edge-or-store': ['apps/server/src/live/feed.ts', "import { gate } from '../edge/agent-gateway.ts';"],
  'edge-has-no-store': ['apps/server/src/edge/gateway.ts', "import { rows } from '../store/visitors.ts';"],
  'store-serves-ports': ['apps/server/src/store/visitors.ts', "import { stay } from '../visitors/stay.ts';"],
  'sql-only-in-store': ['apps/server/src/accounts/list.ts', "import { sql } from 'kysely';"],
  'auth-library-behind-its-adapter': ['apps/server/src/edge/http.ts', "import { betterAuth } from 'better-auth';"],
  'browser-code-has-no-server': [
    'apps/dashboard/src/feed/feed.ts',
    "import { stay } from '@vetrina/server/visitors/stay';",
  ],
  'apps-do-not-import-each-other': [
    'apps/widget/src/loader/main.ts',
    "import { row } from '../../../dashboard/src/row.ts';",
  ],
  'packages-do-not-import-apps': [
    'packages/domain/src/order.ts',
    "import { row } from '../../../apps/dashboard/src/row.ts';",
  ],
  'chatbots-stands-alone': [
    'apps/server/src/chatbots/open-chatbot.ts',
    "import { addRule } from '../automation/edit-rules.ts';",
  ],
  'testkit-only-in-tests': ['apps/server/src/app.ts', "import { fakeClock } from '@vetrina/testkit/fake-clock';"],
  'loader-has-no-framework': ['apps/widget/src/loader/main.ts', "import { z } from 'zod';"],
};

function importsIn(path: string, text: string) {
  return importsOf(parseSource(path, text)).map((one) => ({ ...one, line: 1 }));
}

describe('imports', () => {
  test.each(IMPORT_RULES.map((rule) => rule.name))('%s fires', (name) => {
    const [path, line] = FORBIDDEN[name] ?? ['', ''];
    const messages = checkImports(importsIn(path, line)).map((finding) => finding.message);
    expect(messages).toContainEqual(expect.stringContaining(`(${name}): `));
  });

  test.each([
    ['apps/server/src/live/reactions.ts', "import type { Change } from '../visitors/changes.ts';"],
    ['apps/server/src/store/visitors.ts', "import type { VisitorStore } from '../visitors/ports.ts';"],
    ['apps/server/src/store/visitors.ts', "import { sql } from 'kysely';"],
    ['apps/server/src/accounts/better-auth-library.ts', "import { betterAuth } from 'better-auth';"],
    ['apps/dashboard/src/feed/feed.ts', "import { applyPatch } from '@vetrina/domain/window';"],
    ['apps/widget/src/loader/main.ts', "import { start } from './start.ts';"],
    ['apps/server/src/edge/http/demo-shop.ts', "import { demoShopPage } from '@vetrina/demo-shop/demo-shop-page';"],
    ['bench/crowd/shop.ts', "import { SITE } from '@vetrina/demo-shop/site-map';"],
    ['packages/domain/src/order.test.ts', "import { expect } from 'vitest';"],
  ])('%s may contain %s', (path, line) => {
    expect(checkImports(importsIn(path, line))).toEqual([]);
  });

  test('a circle is found, through types too', () => {
    const imports = [
      ...importsIn('packages/domain/src/a.ts', "import { b } from './b.ts';"),
      ...importsIn('packages/domain/src/b.ts', "import type { A } from './a.ts';"),
    ];
    expect(checkCycles(imports)).toHaveLength(1);
    expect(checkCycles(imports.slice(0, 1))).toEqual([]);
  });
});

describe('impurities', () => {
  test.each([
    'const now = Date.now();',
    'const now = new Date();',
    'setTimeout(() => {}, 1);',
    'globalThis.setInterval(() => {}, 1);',
    'const luck = Math.random();',
    'const port = process.env.PORT;',
    "const value = JSON.parse('{}');",
  ])('%s is refused in domain', (line) => {
    expect(checkImpurities(parseSource('packages/domain/src/order.ts', line))).toHaveLength(1);
  });

  test('a given date, the platform folder and tests are let through', () => {
    expect(checkImpurities(parseSource('packages/domain/src/order.ts', 'const day = new Date(at);'))).toEqual([]);
    expect(checkImpurities(parseSource('apps/server/src/platform/clock.ts', 'const now = Date.now();'))).toEqual([]);
    expect(checkImpurities(parseSource('packages/domain/src/order.test.ts', 'const now = Date.now();'))).toEqual([]);
  });
});

describe('vocabulary', () => {
  const home = parseSource(
    'packages/protocol/src/plans.ts',
    "export const PLANS = ['FREE', 'STANDARD', 'PRO'] as const;",
  );

  test('the words of the protocol written again are found, in any order and as a type', () => {
    const copy = parseSource('apps/dashboard/src/plan.ts', "type Plan = 'PRO' | 'FREE' | 'STANDARD';");
    expect(checkVocabulary([home, copy])).toMatchObject([{ path: 'apps/dashboard/src/plan.ts', line: 1 }]);
  });

  test('other words are let through', () => {
    const other = parseSource('apps/dashboard/src/size.ts', "type Size = 'small' | 'middle' | 'large';");
    expect(checkVocabulary([home, other])).toEqual([]);
  });

  test('a close code by number is found', () => {
    expect(checkCloseCodes(parseSource('apps/server/src/edge/socket.ts', 'socket.close(4001);'))).toHaveLength(1);
    expect(checkCloseCodes(parseSource('apps/server/src/edge/socket.ts', 'socket.close(CLOSE.silent.code);'))).toEqual(
      [],
    );
  });
});

describe('wording', () => {
  const found = (jsx: string, path = 'apps/dashboard/src/page.tsx') =>
    checkWording(parseSource(path, `const page = ${jsx};`)).map(({ line, message }) => [line, message.split('”')[0]]);

  test.each([
    ['as text', '<p>Good morning</p>'],
    ['as an expression', "<p>{'Good morning'}</p>"],
    ['as a template', '<p>{`Good morning`}</p>'],
    ['beside other things', '<p>{name} Good morning</p>'],
    ['read out', '<p aria-label="Good morning" />'],
    ['as a label of our own part', "<Section title={'Good morning'} />"],
    ['in another alphabet', '<p>Добро утро</p>'],
  ])('words in the code of a screen are found: %s', (_, jsx) => {
    expect(found(jsx)).toHaveLength(1);
    expect(found(jsx, 'apps/widget/src/box/page.tsx')).toHaveLength(1);
  });

  test('what is worked out, no wording, or not shown to people is let through', () => {
    const page = '<p className="good morning" title={t("good.morning")}>{t("good")} · 3 <b>Vetrina</b></p>';
    expect(found(page)).toEqual([]);
    expect(found('<p>Good morning</p>', 'apps/dashboard/src/dev/page.tsx')).toEqual([]);
    expect(found('<p>Good morning</p>', 'apps/dashboard/src/page.test.tsx')).toEqual([]);
  });
});

test('a file is warned about above 300 lines and refused above 400', () => {
  const ofLines = (count: number) => parseSource('apps/server/src/app.ts', '// a line\n'.repeat(count));
  expect(checkSize(ofLines(300))).toEqual({ errors: [], warnings: [] });
  expect(checkSize(ofLines(301)).warnings).toHaveLength(1);
  expect(checkSize(ofLines(401)).errors).toHaveLength(1);
});

test('a lock file with an address or without a hash is refused', () => {
  const entry = (fields: object) => JSON.stringify({ packages: { 'node_modules/ws': fields } });
  expect(checkLockFile(entry({ integrity: 'sha512-x' }))).toEqual([]);
  expect(checkLockFile(entry({ integrity: 'sha512-x', resolved: 'https://mirror.example/ws.tgz' }))).toHaveLength(1);
  expect(checkLockFile(entry({}))).toHaveLength(1);
});
