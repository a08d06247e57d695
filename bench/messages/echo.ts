import { WebSocket } from 'ws';

/** Round trips of a small message over a bare `ws` echo, ms: client → server → client, as many hops as visitor → agent has. */
export async function measureEcho(url: string, everyMs: number, forMs: number): Promise<number[]> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/ws/visitor`, { perMessageDeflate: false });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const delays: number[] = [];
  socket.on('message', (data) => {
    const { at } = JSON.parse(data.toString()) as { at?: number };
    if (at !== undefined) delays.push(performance.now() - at);
  });
  const until = performance.now() + forMs;
  while (performance.now() < until) {
    socket.send(JSON.stringify({ type: 'say', at: performance.now(), text: 'Is the blue lamp still there?' }));
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  socket.terminate();
  return delays;
}
