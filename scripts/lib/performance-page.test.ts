import { describe, expect, test } from 'vitest';
import { withMeasured } from './performance-page.mjs';

const ORDER = ['list', 'server', 'phone'];
const HEAD = '# Performance\n';
const page = (...sections: readonly (readonly [string, string])[]): string =>
  withMeasured('', HEAD, ORDER, new Map(sections));

describe('the page of figures', () => {
  test('what is measured anew replaces its own section and no other', () => {
    const before = page(['list', '## List, old\n\n| a |\n'], ['phone', '## Phone\n\n| b |\n']);
    const after = withMeasured(before, HEAD, ORDER, new Map([['list', '## List, new\n\n| c |\n']]));
    expect(after).toBe(page(['list', '## List, new\n\n| c |\n'], ['phone', '## Phone\n\n| b |\n']));
  });

  test('a section that is new stands where its bench stands in the order', () => {
    const before = page(['phone', '## Phone'], ['list', '## List']);
    const after = withMeasured(before, HEAD, ORDER, new Map([['server', '## Server']]));
    expect(after.match(/^## .*/gm)).toEqual(['## List', '## Server', '## Phone']);
  });

  test('nothing measured changes nothing', () => {
    const before = page(['list', '## List'], ['server', '## Server']);
    expect(withMeasured(before, HEAD, ORDER, new Map())).toBe(before);
  });

  test('the section of a bench that is no more goes with it', () => {
    const before = page(['list', '## List'], ['server', '## Server']);
    expect(withMeasured(before, HEAD, ['server'], new Map())).toBe(
      withMeasured('', HEAD, ['server'], new Map([['server', '## Server']])),
    );
  });
});
