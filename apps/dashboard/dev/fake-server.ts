/** A stand-in for the server while it is being built: N people who move about. `node dev/fake-server.ts 5000 4010` */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { diffWindows } from '@vetrina/domain/window';
import { WebSocketServer } from 'ws';

const N = Number(process.argv[2] ?? 60);
const PORT = Number(process.argv[3] ?? 4010);
const PLAN = process.argv[4] ?? 'PRO';
const id = (p: string) => p + randomBytes(16).toString('base64url');
const pick = (xs: any) => xs[Math.floor(Math.random() * xs.length)];
const NAMES = ['Giulia Bianchi', 'Marco Rossi', 'Anna Novák', 'Zoë Müller', 'Łukasz Kowalski', 'Chiara Esposito', 'James Okafor', 'Sofia Lindqvist', 'Aleksandra Konstantinopoulou-Papadopoulos', 'Li Wei'];
const PLACES = [['IT', 'Milano'], ['IT', 'Napoli'], ['CZ', 'Praha'], ['DE', 'München'], ['FR', 'Lyon'], ['ES', null], ['GB', 'London'], ['US', 'Portland'], ['PL', 'Kraków'], ['SE', 'Göteborg'], [null, null]];
const PAGES = [['/', 'Casa Lume · Lamps and light'], ['/lamps/arco', 'Arco floor lamp · Casa Lume'], ['/cart', 'Your cart · Casa Lume'], ['/lamps?utm_source=news', 'All lamps'], ['/shipping', 'Shipping and returns'], ['/lamps/tavolo-piccolo-in-ottone-spazzolato', 'Small brushed-brass table lamp with linen shade · Casa Lume']];
const agentMe = { id: id('ag'), name: 'Anna Ferri', email: 'anna@example.com', role: 'owner' };
const account: any = { id: id('ac'), key: 'k'.repeat(24) + 'Ab12', name: 'Casa Lume', plan: PLAN, allowedDomains: ['casalume.example'], trackingMode: 'full', respectPrivacySignals: true, storeIp: false, keptQueryParameters: ['utm_source'] };
let prefs: any = { language: null, theme: 'auto', columns: null };
const rank: any = { 'new-chat': 0, chatting: 1, active: 2, inactive: 3, left: 4 };
let number = 4000;
const page = () => { const [p, t] = pick(PAGES); return { url: 'https://casalume.example' + p, title: t }; };
function visitor(fresh: boolean): any {
  const [country, city] = pick(PLACES); const named = Math.random() < 0.25; const r = Math.random(); const now = Date.now();
  const status = r < 0.03 ? 'new-chat' : r < 0.08 ? 'chatting' : r < 0.7 || fresh ? 'active' : 'inactive';
  const talks = status === 'new-chat' || status === 'chatting';
  return { id: id('vi'), number: ++number, name: named ? pick(NAMES) : null, email: named ? 'someone@example.com' : null, phone: null, status, customer: named, verified: named && Math.random() < 0.3, autoMessaged: Math.random() < 0.1, blocked: Math.random() < 0.02, typing: talks && Math.random() < 0.2, unread: status === 'new-chat' ? 1 + Math.floor(Math.random() * 3) : 0, visits: Math.random() < 0.5 ? 1 : Math.ceil(Math.random() * 12), chats: talks ? 1 : 0, country, city, group: null, onlineSince: fresh ? now : now - Math.random() * 4e6, lastActivityAt: now, page: page(), pageViews: 1 + Math.floor(Math.random() * 9), tabs: 1, lastMessage: talks ? { text: pick(['Ciao, spedite anche in Svizzera?', 'Is the Arco available in black?', 'Thanks!']), at: now - Math.random() * 3e5 } : null, agents: status === 'chatting' ? [{ id: agentMe.id, name: agentMe.name }] : [], source: pick(['google.com', 'newsletter', null, 'instagram.com']), device: pick(['desktop', 'phone', 'tablet']), browser: pick(['Chrome 142', 'Safari 19', 'Firefox 146']), os: pick(['Windows 11', 'iOS 19', 'macOS 16', 'Android 16']), language: pick(['it-IT', 'en-GB', 'cs', 'de']), variables: named ? { basket: (Math.random() * 200).toFixed(2) } : {} };
}
let people: any[] = Array.from({ length: N }, () => visitor(false));
const sorters: any = { status: (a: any, b: any) => rank[b.status] - rank[a.status] || a.onlineSince - b.onlineSince, visitor: (a: any, b: any) => (a.name ?? '~').localeCompare(b.name ?? '~'), online: (a: any, b: any) => b.onlineSince - a.onlineSince, country: (a: any, b: any) => (a.country ?? '~').localeCompare(b.country ?? '~'), visits: (a: any, b: any) => a.visits - b.visits, page: (a: any, b: any) => a.page.title.localeCompare(b.page.title) };
const tests: any = { all: () => true, active: (v: any) => v.status !== 'inactive' && v.status !== 'left', 'in-chat': (v: any) => v.status === 'new-chat' || v.status === 'chatting', customers: (v: any) => v.customer, 'auto-messaged': (v: any) => v.autoMessaged, blocked: (v: any) => v.blocked };
const counts = () => Object.fromEntries(Object.entries(tests).map(([k, f]: any) => [k, people.filter((v) => v.status !== 'left' && f(v)).length]));
let cachedCounts: any = counts();
function windowOf(w: any, revision: number): any {
  const words = w.query.toLowerCase().split(/\s+/).filter(Boolean);
  const list = people.filter((v) => tests[w.filter](v) && words.every((x: string) => JSON.stringify(v).toLowerCase().includes(x)));
  list.sort(sorters[w.sort.column] ?? sorters.status); if (w.sort.direction === 'descending') list.reverse();
  const offset = Math.max(0, Math.min(w.offset, list.length - w.limit));
  return { type: 'window', watch: w.watch, revision, offset, rows: list.slice(offset, offset + w.limit), total: list.length, totalIsFinal: true, counts: cachedCounts, unlisted: { bots: 2, countedOnly: 3 }, serverTime: Date.now() };
}
function details(v: any): any {
  const now = Date.now();
  const trail = Array.from({ length: v.pageViews }, (_, i) => ({ id: 'pagepage' + i, ...page(), at: now - (v.pageViews - i) * 60000, endedAt: i === v.pageViews - 1 ? null : now - (v.pageViews - i - 1) * 60000 }));
  const source = { referrer: v.source === 'google.com' ? 'https://google.com/' : null, landingUrl: 'https://casalume.example/', utm: v.source === 'newsletter' ? { utm_source: 'newsletter', utm_campaign: 'autumn' } : {} };
  return { visitor: v.id, row: v, profile: { id: v.id, number: v.number, name: v.name, email: v.email, phone: v.phone, note: v.note ?? '', noteBy: null, noteAt: null, variables: v.variables, firstSeenAt: now - 9e8, lastSeenAt: now, visits: v.visits, chats: v.chats, country: v.country, city: v.city, timezone: 'Europe/Rome', language: v.language, device: v.device, browser: v.browser, os: v.os, screen: '1440×900', ip: '93.45.12.0', ipIsMasked: true, blocked: v.blocked ? { at: now, by: agentMe.name, until: null, because: 'visitor' } : null }, visit: { id: id('vs'), startedAt: v.onlineSince, endedAt: null, pageViews: v.pageViews, source }, trail, earlierVisits: v.visits > 1 ? [{ id: id('vs'), startedAt: now - 9e7, endedAt: now - 8.9e7, pageViews: 4, source }] : [] };
}
const blocks: any[] = [];
let signedIn = true;
const http = createServer(async (req, res) => {
  let text = ''; for await (const chunk of req) text += chunk;
  const body = text ? JSON.parse(text) : {}; const path = (req.url ?? '').split('?')[0] ?? '';
  const send = (status: number, value?: any) => { res.writeHead(status, { 'content-type': 'application/json' }); res.end(value === undefined ? '' : JSON.stringify(value)); };
  const refuse = (status: number, code: string, more = {}) => send(status, { code, message: code, retry: false, ...more });
  const key = `${req.method} ${path}`;
  if (key === 'GET /api/v1/setup') return send(200, { firstRun: process.env.FIRST === '1' && !signedIn, signUpOpen: true, demoLogins: [{ plan: 'PRO', email: 'anna@example.com', password: 'demo-demo-demo', name: 'Anna Ferri' }, { plan: 'FREE', email: 'free@example.com', password: 'demo-demo-demo', name: 'Franco Neri' }] });
  if (key === 'GET /api/v1/session') return signedIn ? send(200, { agent: agentMe, account }) : refuse(401, 'not_signed_in');
  if (key === 'POST /api/v1/session') { if (body.password === 'wrong') return refuse(401, 'wrong_credentials'); signedIn = true; return send(200, { agent: agentMe, account }); }
  if (key === 'POST /api/v1/setup' || key === 'POST /api/v1/sign-up') { signedIn = true; return send(200, { agent: agentMe, account }); }
  if (key === 'DELETE /api/v1/session') { signedIn = false; return send(204); }
  if (key === 'POST /api/v1/agent-tickets') return send(200, { ticket: 't', expiresInMs: 30000 });
  if (key === 'GET /api/v1/me/preferences') return send(200, prefs);
  if (key === 'PUT /api/v1/me/preferences') { prefs = body; return send(200, prefs); }
  if (key === 'PATCH /api/v1/account') { Object.assign(account, body); return send(200, account); }
  if (key === 'GET /api/v1/account/installation') return send(200, { seenAt: N ? Date.now() - 60000 : null, seenUrl: N ? 'https://casalume.example/' : null, refused: null, online: people.length, countedOnly: 0, bots: 0, onlyYou: false });
  if (key === 'GET /api/v1/agents') return send(200, [agentMe, { id: id('ag'), name: 'Bruno Galli', email: 'bruno@example.com', role: 'agent' }]);
  if (key === 'GET /api/v1/ip-blocks') return send(200, blocks);
  if (key === 'POST /api/v1/ip-blocks') { if (PLAN === 'FREE') return refuse(402, 'plan_required', { plan: 'STANDARD' }); const b = { id: id('bl'), pattern: body.pattern, createdAt: Date.now(), createdBy: 'Anna Ferri' }; blocks.push(b); return send(200, b); }
  if (key.startsWith('DELETE /api/v1/ip-blocks/')) { blocks.splice(0, 1); return send(204); }
  const m = /^\/api\/v1\/visitors\/([^/]+)(\/block)?$/.exec(path);
  if (m) { const v = people.find((x) => x.id === m[1]); if (!v) return refuse(404, 'not_found'); if (m[2] && PLAN === 'FREE') return refuse(402, 'plan_required', { plan: 'STANDARD' }); if (m[2]) v.blocked = req.method === 'POST'; else Object.assign(v, body); for (const s of screens) if (s.follow === v.id) s.ws.send(JSON.stringify({ type: 'visitor-followed', visitor: v.id, details: details(v) })); return send(200, details(v)); }
  refuse(404, 'not_found');
});
const screens = new Set<any>();
const wss = new WebSocketServer({ server: http, path: '/ws/agent' });
wss.on('connection', (ws) => {
  const s: any = { ws, watch: null, window: null, follow: null }; screens.add(s); ws.on('close', () => screens.delete(s));
  ws.on('message', (data) => {
    const f = JSON.parse(String(data));
    if (f.type === 'hello') ws.send(JSON.stringify({ type: 'welcome', protocol: 1, account: account.id, agent: agentMe.id, epoch: 'e1', serverTime: Date.now() }));
    if (f.type === 'watch' || f.type === 'scroll') { s.watch = { ...s.watch, ...f }; s.window = windowOf(s.watch, (s.window?.revision ?? 0) + 1); ws.send(JSON.stringify(s.window)); }
    if (f.type === 'unwatch') s.watch = null;
    if (f.type === 'probe') ws.send(JSON.stringify({ type: 'probed', n: f.n, serverTime: Date.now() }));
    if (f.type === 'follow-visitor') { s.follow = f.visitor; if (f.visitor) { const v = people.find((x) => x.id === f.visitor); ws.send(JSON.stringify({ type: 'visitor-followed', visitor: f.visitor, details: v ? details(v) : null })); } }
  });
});
setInterval(() => {
  const some = Math.max(1, Math.ceil(N / 60));
  if (N) for (let i = 0; i < Math.min(some, 200); i++) {
    const at = Math.floor(Math.random() * people.length); const v = people[at];
    const r = Math.random();
    if (r < 0.15) people[at] = visitor(true);
    else if (r < 0.3) people[at] = { ...v, status: pick(['active', 'inactive', 'chatting']) };
    else people[at] = { ...v, page: page(), pageViews: v.pageViews + 1 };
  }
  cachedCounts = counts();
  for (const s of screens) {
    if (!s.watch) continue;
    const next = windowOf(s.watch, s.window.revision); const diff = diffWindows(s.window, next); if (!diff) continue;
    next.revision += 1; s.window = next; s.ws.send(JSON.stringify({ type: 'patch', watch: s.watch.watch, revision: next.revision, waited: 40, ...diff }));
  }
}, N > 20000 ? 2000 : 1000);
http.listen(PORT, '127.0.0.1', () => console.log('fake', N, PORT));
