import { systemClock } from '/work/main/apps/server/src/platform/clock.ts';
import { World } from '/work/main/apps/server/test/world.ts';
import { idText } from '/work/main/apps/server/test/world.ts';
import { SocketPair } from '/work/main/packages/testkit/src/socket-pair.ts';
const N = Number(process.argv[2] ?? 10000), FR = Number(process.argv[3] ?? 300000);
let world = await World.open();
(world.store as any).append = () => {};
const key = world.accounts[0]!.key;
const pairs: SocketPair[] = [];
const t0 = performance.now();
for (let i = 0; i < N; i++) {
  const p = world.knock(key, { ip: `203.0.${i>>8&255}.${i&255}` });
  p.sendToServer(JSON.stringify({ type: 'hello', protocol: 1, tab: idText('tab', i, 8), visitor: { as: 'known', browserKey: idText('', i), page: { id: idText('page', i, 8), url: 'https://shop.example/cart', title: 'Cart' }, visible: true, identity: {name: 'V'+i} } }));
  pairs.push(p);
}
await world.pass(20);
console.log('arrive us each', ((performance.now() - t0) * 1000 / N).toFixed(1), world.live.sizes(), world.store.admissions.length, 'batches');
const agents = [];
for (let i = 0; i < 20; i++) { const a = world.agent('M'+i); a.socket.onText(() => {}); await a.watches({offset: i*10}); agents.push(a); }
const frames = Array.from({ length: FR }, (_, i) => Buffer.from(JSON.stringify({ type: 'page-viewed', page: { id: idText('pv', i, 8), url: `https://shop.example/product/${i % 500}`, title: `Product ${i % 500}`, referrer: 'https://shop.example/cart' } })));
const c0 = process.cpuUsage(); const t1 = performance.now();
let tick = 0, tickMs = 0;
for (let i = 0; i < FR; i++) {
  const p = pairs[(i * 7919) % N]!;
  p.sendToServer(frames[i]!);
  if (i % 500 === 499) { const a = performance.now(); world.clock.advance(100); tickMs += performance.now() - a; tick++; }
}
const dt = performance.now() - t1; const c = process.cpuUsage(c0);
console.log('page views/s wall', Math.round(FR / dt * 1000), 'cpu-us each', ((c.user + c.system) / FR).toFixed(1), 'ticks', tick, 'ms per tick', (tickMs / tick).toFixed(2), 'accepted', world.count('frames_accepted', 'visitor'));
