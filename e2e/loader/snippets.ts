import { KEY } from './stage.ts';

const STUB = 'var o=smartsupp=function(){o._.push(arguments)};o._=[];';

const insertScript = (src: string, more = '') =>
  `var s=document.getElementsByTagName('script')[0],c=document.createElement('script');c.async=true;c.src='${src}';${more}s.parentNode.insertBefore(c,s);`;

/** Ways in which real pages carry the snippet. Each ends up with a visitor named Anna. */
export function snippets(vetrina: string): Record<string, string> {
  const src = `${vetrina}/loader.js`;
  const hello = `smartsupp('name','Anna');`;
  const inline = (code: string) => `<script>${code}</script>`;
  return {
    'our own': inline(`var _vetrina=_vetrina||{};_vetrina.key='${KEY}';
      window.vetrina||(function(d){var s,c,o=vetrina=function(){o._.push(arguments)};o._=[];
      s=d.getElementsByTagName('script')[0];c=d.createElement('script');c.async=true;c.src='${src}';
      s.parentNode.insertBefore(c,s)})(document);vetrina('name','Anna');`),
    "Smartsupp's, with only the address changed": inline(`var _smartsupp=_smartsupp||{};_smartsupp.key='${KEY}';
      window.smartsupp||(function(d){var s,c,o=smartsupp=function(){o._.push(arguments)};o._=[];
      s=d.getElementsByTagName('script')[0];c=d.createElement('script');c.type='text/javascript';c.charset='utf-8';
      c.async=true;c.src='${src}?';s.parentNode.insertBefore(c,s)})(document);${hello}`),
    'a plain tag with its key': `<script async id="chat" src="${src}" data-key="${KEY}"></script>
      ${inline(`addEventListener('load',function(){${hello}})`)}`,
    'protocol-relative': inline(`_smartsupp={key:'${KEY}'};${STUB}${hello}${insertScript(src.replace('http:', ''))}`),
    'no stub, only a key': inline(`_smartsupp={key:'${KEY}'};${insertScript(src, `c.onload=function(){${hello}};`)}`),
    'the stub after the loader': `${inline(`_smartsupp={key:'${KEY}'}`)}<script src="${src}"></script>
      ${inline(`${STUB}${hello}`)}`,
    'the key in onload': inline(
      `${STUB}${hello}${insertScript(src, `c.onload=function(){window._smartsupp={key:'${KEY}'}};`)}`,
    ),
    'the queue under the options': inline(`_smartsupp={key:'${KEY}'};_smartsupp._=[];
      smartsupp=function(){_smartsupp._.push(arguments)};${hello}${insertScript(src)}`),
    'mounted twice': inline(`function mount(){window._smartsupp={key:'${KEY}'};${STUB}${insertScript(src)}}
      mount();setTimeout(function(){mount();${hello}},300);`),
    'our tag before a plugin': `<script src="${src}" data-key="${KEY}"></script>
      ${inline(`var _smartsupp=_smartsupp||{};_smartsupp.key='the-key-of-the-plugin';
      window.smartsupp||(function(){document.title='the plugin loaded its own script'})();${hello}`)}`,
  };
}

export const html = (head: string, title = 'Bottega') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head>
  <body><h1>${title}</h1><p>${'Ceramics and lamps. '.repeat(50)}</p></body></html>`;
