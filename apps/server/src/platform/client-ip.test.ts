import { describe, expect, it } from 'vitest';
import { createClientIp } from './client-ip.ts';

describe('client IP', () => {
  it('T3: X-Forwarded-For is not believed unless a proxy is configured', () => {
    const ip = createClientIp({ kind: 'none' });
    expect(ip('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
  });

  it('T3: with one trusted hop the entry the proxy appended counts, whatever the client wrote before it', () => {
    const ip = createClientIp({ kind: 'hops', count: 1 });
    expect(ip('10.0.0.1', 'spoofed, 1.2.3.4, 198.51.100.7')).toBe('198.51.100.7');
    expect(ip('10.0.0.1', ['1.2.3.4', '198.51.100.7'])).toBe('198.51.100.7');
  });

  it('T3: more hops than entries stop at the leftmost address', () => {
    expect(createClientIp({ kind: 'hops', count: 5 })('10.0.0.1', '198.51.100.7, 10.0.0.2')).toBe('198.51.100.7');
  });

  it('T3: networks vouch hop by hop and a stranger ends the chain', () => {
    const ip = createClientIp({ kind: 'networks', networks: ['10.0.0.0/8', '::1'] });
    expect(ip('::1', '6.6.6.6, 198.51.100.7, 10.1.2.3')).toBe('198.51.100.7');
    expect(ip('198.51.100.99', '1.2.3.4')).toBe('198.51.100.99');
  });

  it('T3: mapped, bracketed and ported addresses come out plain', () => {
    const ip = createClientIp({ kind: 'hops', count: 1 });
    expect(ip('::ffff:203.0.113.9', undefined)).toBe('203.0.113.9');
    expect(ip('10.0.0.1', '[2001:DB8::1]:443')).toBe('2001:db8::1');
    expect(ip('10.0.0.1', '198.51.100.7:5555')).toBe('198.51.100.7');
    expect(ip('10.0.0.1', 'rubbish')).toBe('10.0.0.1');
  });

  it('a network that is none is refused by name', () => {
    expect(() => createClientIp({ kind: 'networks', networks: ['10.0.0.0/99'] })).toThrow('"10.0.0.0/99"');
  });
});
