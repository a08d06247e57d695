/** What mails are made of. All strings are text; nothing a stranger wrote is ever markup. */
export type MailBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Somebody's words, with their line breaks. */
  | { readonly kind: 'quote'; readonly by: string | null; readonly text: string }
  /** Something that happened. */
  | { readonly kind: 'event'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly name: string; readonly value: string }[] }
  | { readonly kind: 'button'; readonly text: string; readonly href: string };

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);
const lines = (text: string): string => escaped(text).replace(/\r\n|\r|\n/g, '<br>');

/** The same content twice: for readers of plain text, and as HTML without pictures, scripts or anything from elsewhere. */
export function mailPage(
  language: string,
  blocks: readonly MailBlock[],
  footer: string,
): { readonly text: string; readonly html: string } {
  return {
    text: `${blocks.map(asText).join('\n\n')}\n\n-- \n${footer}\n`,
    html: `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1f2933;background:#ffffff">
<div style="max-width:36em;margin:0 auto">
${blocks.map(asHtml).join('\n')}
<p style="margin:32px 0 0;font-size:13px;color:#52606d">${escaped(footer)}</p>
</div></body></html>
`,
  };
}

function asText(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'quote': {
      const quoted = block.text.split(/\r\n|\r|\n/).map((line) => `> ${line}`);
      return [...(block.by === null ? [] : [block.by]), ...quoted].join('\n');
    }
    case 'event':
      return `* ${block.text}`;
    case 'facts':
      return block.facts.map(({ name, value }) => `${name}: ${value}`).join('\n');
    case 'button':
      return `${block.text}:\n${block.href}`;
  }
}

function asHtml(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${lines(block.text)}</p>`;
    case 'quote': {
      const by = block.by === null ? '' : `<div style="font-size:13px;color:#52606d">${escaped(block.by)}</div>`;
      const style = 'margin:12px 0;padding:0 0 0 12px;border-left:3px solid #cbd2d9';
      return `<blockquote style="${style}">${by}${lines(block.text)}</blockquote>`;
    }
    case 'event':
      return `<p style="font-size:13px;color:#52606d">${escaped(block.text)}</p>`;
    case 'facts':
      return `<p>${block.facts.map(({ name, value }) => `${escaped(name)}: <strong>${escaped(value)}</strong>`).join('<br>')}</p>`;
    case 'button': {
      const style =
        'display:inline-block;padding:10px 18px;border-radius:6px;background:#1d4ed8;color:#ffffff;text-decoration:none';
      return `<p><a href="${escaped(block.href)}" style="${style}">${escaped(block.text)}</a></p>`;
    }
  }
}
