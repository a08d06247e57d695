import { expect, test } from 'vitest';
import { html, htmlText } from './html.ts';

test('text never becomes markup, in elements or in attributes', () => {
  const text = `<b title="1">R&D's</b>`;
  expect(htmlText(html`<p title="${text}">${text}</p>`)).toBe(
    `<p title="&lt;b title=&quot;1&quot;&gt;R&amp;D's&lt;/b&gt;">&lt;b title=&quot;1&quot;&gt;R&amp;D's&lt;/b&gt;</p>`,
  );
});

test('markup stays markup, and is not escaped twice', () => {
  const inner = html`<b>${'A & B'}</b>`;
  expect(htmlText(html`<p>${inner} ${2}</p>`)).toBe('<p><b>A &amp; B</b> 2</p>');
});

test('a list that begins a line has each of its items on a line', () => {
  const items = [html`<i>1</i>`, html`<i>2</i>`];
  expect(
    htmlText(html`<p>
  ${items}
</p>`),
  ).toBe('<p>\n  <i>1</i>\n  <i>2</i>\n</p>');
  expect(htmlText(html`<p>${items}</p>`)).toBe('<p><i>1</i><i>2</i></p>');
});
