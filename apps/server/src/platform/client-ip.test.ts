import { describe, expect, it } from 'vitest';
import { createClientIp, isOwnMachine, type ProxyTrust } from './client-ip.ts';

const from = <F extends string | readonly string[]>(forwardedFor: F) => ({ 'x-forwarded-for': forwardedFor });

describe('client IP', () => {
  it('T3: X-Forwarded-For is not believed unless a proxy is configured', () => {
    const ip = createClientIp({ kind: 'none' });
    expect(ip('203.0.113.9', from('198.51.100.1'))).toBe('203.0.113.9');
  });

  it('T3: with one trusted hop the entry the proxy appended counts, whatever the client wrote before it', () => {
    const ip = createClientIp({ kind: 'hops', count: 1 });
    expect(ip('10.0.0.1', from('spoofed, 1.2.3.4, 198.51.100.7'))).toBe('198.51.100.7');
    expect(ip('10.0.0.1', from(['1.2.3.4', '198.51.100.7']))).toBe('198.51.100.7');
  });

  it('T3: more hops than entries stop at the leftmost address', () => {
    expect(createClientIp({ kind: 'hops', count: 5 })('10.0.0.1', from('198.51.100.7, 10.0.0.2'))).toBe('198.51.100.7');
  });

  it('T3: networks vouch hop by hop and a stranger ends the chain', () => {
    const ip = createClientIp({ kind: 'networks', networks: ['10.0.0.0/8', '::1'] });
    expect(ip('::1', from('6.6.6.6, 198.51.100.7, 10.1.2.3'))).toBe('198.51.100.7');
    expect(ip('198.51.100.99', from('1.2.3.4'))).toBe('198.51.100.99');
  });

  it('T3: mapped, bracketed and ported addresses come out plain', () => {
    const ip = createClientIp({ kind: 'hops', count: 1 });
    expect(ip('::ffff:203.0.113.9', {})).toBe('203.0.113.9');
    expect(ip('10.0.0.1', from('[2001:DB8::1]:443'))).toBe('2001:db8::1');
    expect(ip('10.0.0.1', from('198.51.100.7:5555'))).toBe('198.51.100.7');
    expect(ip('10.0.0.1', from('rubbish'))).toBe('10.0.0.1');
  });

  it('a network that is none is refused by name', () => {
    expect(() => createClientIp({ kind: 'networks', networks: ['10.0.0.0/99'] })).toThrow('"10.0.0.0/99"');
  });

  it.each<[ProxyTrust, string, Readonly<Record<string, string>>]>([
    [{ kind: 'hops', count: 1 }, '10.0.0.1', from('127.0.0.1')],
    [{ kind: 'hops', count: 2 }, '127.0.0.1', from('::1, 10.0.0.9')],
    [{ kind: 'hops', count: 1 }, '127.0.0.1', from('::ffff:127.0.0.1')],
    [{ kind: 'networks', networks: ['127.0.0.0/8'] }, '127.0.0.1', from('127.0.0.1')],
    [{ kind: 'hops', count: 1 }, '127.0.0.1', from('rubbish')],
    [{ kind: 'none' }, '127.0.0.1', from('203.0.113.9')],
    [{ kind: 'none' }, '::1', { forwarded: 'for=203.0.113.9' }],
    [{ kind: 'hops', count: 1 }, '127.0.0.1', { 'x-real-ip': '203.0.113.9' }],
  ])('bad input: nobody is this machine by saying so (%j, %s, %j)', (trust, direct, headers) => {
    expect(isOwnMachine(createClientIp(trust)(direct, headers))).toBe(false);
  });

  it('this machine is this machine when it speaks for itself, behind a proxy or not', () => {
    expect(createClientIp({ kind: 'none' })('127.0.0.1', {})).toBe('127.0.0.1');
    expect(createClientIp({ kind: 'hops', count: 1 })('::1', {})).toBe('::1');
  });
});
