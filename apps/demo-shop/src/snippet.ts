import type { AccountKey } from '@vetrina/protocol/ids';
import { type Html, html } from './html.ts';

/** What a customer would paste. A key is letters and digits, so it needs no escaping where JavaScript reads it. */
export function snippet(key: AccountKey, nonce: string): Html {
  return html`<script nonce="${nonce}">
      var _smartsupp = _smartsupp || {};
      _smartsupp.key = '${key}';
      window.smartsupp || (function (d) {
        var s, c, o = (window.smartsupp = function () { o._.push(arguments); });
        o._ = [];
        s = d.getElementsByTagName('script')[0];
        c = d.createElement('script');
        c.async = true;
        c.src = '/loader.js';
        s.parentNode.insertBefore(c, s);
      })(document);
    </script>`;
}
