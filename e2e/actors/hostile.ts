import type { Page } from '@playwright/test';

/** What people try to smuggle onto the screens of others. Each sets `window.pwned` where it runs. */
export const CORPUS = [
  '<img src=x onerror="window.pwned=1">',
  '"><script>window.pwned=1</script>',
  "';window.pwned=1;//",
  '<svg/onload=window.pwned=1>',
  '{{constructor.constructor("window.pwned=1")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: template injection is what it tries
  '${window.pwned=1}',
  'javascript:window.pwned=1',
  '<a href="javascript:window.pwned=1">click</a>',
  '<iframe srcdoc="<script>parent.pwned=1</script>">',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=window.pwned=1>',
  '\u202e<img src=x onerror=window.pwned=1>\u202c',
  'data:text/html,<script>window.pwned=1</script>',
] as const;

/** What was reported on a page from now on: refusals of the policy, and questions that only a script can ask. */
export function watchPolicy(page: Page): { readonly reports: string[]; pwned(): Promise<unknown> } {
  const reports: string[] = [];
  page.on('console', (message) => {
    if (/content security policy|trusted/i.test(message.text())) reports.push(message.text());
  });
  page.on('dialog', (dialog) => {
    reports.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return {
    reports,
    pwned: () => page.evaluate(() => (window as unknown as { pwned?: number }).pwned),
  };
}
