import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLinks } from './find-links.ts';

/** The links of a text as `shown → leads to`, or only what is shown if both are the same. */
const links = (text: string) =>
  findLinks(text).flatMap((piece) =>
    piece.kind === 'text' ? [] : [piece.text === piece.href ? piece.text : `${piece.text} → ${piece.href}`],
  );

test.each([
  ['see https://shop.example/cart?step=2#pay', ['https://shop.example/cart?step=2#pay']],
  ['https://shop.example', ['https://shop.example → https://shop.example/']],
  ['HTTP://Shop.Example/A', ['HTTP://Shop.Example/A → http://shop.example/A']],
  ['look at www.shop.example.', ['www.shop.example → https://www.shop.example/']],
  [
    'www.shop.example/a, www.shop.example/b!',
    ['www.shop.example/a', 'www.shop.example/b'].map((a) => `${a} → https://${a}`),
  ],
  ['(https://shop.example/a)', ['https://shop.example/a']],
  ['https://en.wikipedia.org/wiki/Shop_(place)', ['https://en.wikipedia.org/wiki/Shop_(place)']],
  ['(see https://en.wikipedia.org/wiki/Shop_(place))', ['https://en.wikipedia.org/wiki/Shop_(place)']],
  ['[https://shop.example/a]: nice', ['https://shop.example/a']],
  ['is it https://shop.example/a?', ['https://shop.example/a']],
  ['"https://shop.example/a"', ['https://shop.example/a']],
  ['<https://shop.example/a>', ['https://shop.example/a']],
  ['https://shop.example/a…', ['https://shop.example/a']],
  ['https://shop.example/?to=https://other.example/', ['https://shop.example/?to=https://other.example/']],
  ['http://localhost:4000/a', ['http://localhost:4000/a']],
  ['https://città.example/è', ['https://città.example/è → https://xn--citt-3na.example/%C3%A8']],
  ['write to anna@shop.example, please', ['anna@shop.example → mailto:anna@shop.example']],
  ['(e-mail:anna.b+news@mail.shop.example).', ['anna.b+news@mail.shop.example → mailto:anna.b+news@mail.shop.example']],
  ['a@b.example,c@d.example', ['a@b.example → mailto:a@b.example', 'c@d.example → mailto:c@d.example']],
])('C4: %s has links', (text, expected) => {
  expect(links(text)).toEqual(expected);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'ftp://shop.example/a',
  'http://',
  'https:///',
  'https://.',
  'www.',
  'www.shop',
  'awww.shop.example',
  'xhttp://shop.example',
  'https://shop.example@evil.example/',
  'https://user:word@shop.example/',
  'shop.example',
  'anna@shop',
  'anna@@shop.example',
  'anna@shop.example@other.example',
  '@shop.example',
  `https://shop.example/${'a'.repeat(2_000)}`,
])('C4: %j has no link', (text) => {
  expect(links(text)).toEqual([]);
});

const hostile = fc.string({
  unit: fc.constantFrom(
    'http://',
    'https://',
    'www.',
    'a',
    '.',
    '@',
    '(',
    ')',
    ' ',
    ',',
    'é',
    ':',
    '/',
    '\u202e',
    '-',
    '<',
  ),
  maxLength: 80,
});

test('C4: the pieces of a text are the text, and lead nowhere but to the web and to mail', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const pieces = findLinks(text);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      for (const piece of pieces) {
        expect(piece.text).not.toBe('');
        if (piece.kind === 'link') expect(piece.href).toMatch(/^(?:https?:\/\/[^@/]+\/.*$|mailto:[^@]+@[^@]+$)/);
      }
    }),
  );
});

test('C4: a hostile text does not hang anything', () => {
  for (const piece of ['www.', 'a@', '(', 'http://', ')', '.', 'a.', '@', 'a', 'www.a-']) {
    const text = piece.repeat(30_000);
    expect(
      findLinks(text)
        .map(({ text: part }) => part)
        .join(''),
    ).toBe(text);
  }
});
