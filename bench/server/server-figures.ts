/** What prom-client's histogram counts whole, this much of it being the interval between two looks, ms. */
const LOOKED_EVERY = 10;

/**
 * How late the server's event loop was at the 99th percentile since this was asked before, ms; NaN from a server without
 * `/metrics`. Asking begins a new measurement.
 */
export async function loopDelayOf(url: string): Promise<number> {
  const text = await fetch(`${url}/metrics`).then((response) => response.text());
  const seconds = /^nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(text)?.[1];
  return seconds === undefined ? Number.NaN : Math.max(0, Number(seconds) * 1_000 - LOOKED_EVERY);
}
