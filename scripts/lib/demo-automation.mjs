/** What the demo's people have set up: enough for a first look at automatic messages, and at what they do. */

const ANYWHERE = { match: 'all', list: [] };
const ALWAYS = { team: 'any', times: null };

const rule = (name, text, logic, more = {}) => ({
  preset: null,
  draft: {
    name,
    logic: { delay: 0, where: ANYWHERE, who: ANYWHERE, schedule: ALWAYS, ...logic },
    action: { does: 'write', text, from: null, opensBox: false },
    ...{ repeat: 'visitor', stopWhenAnswered: true, holdOut: 0, goal: null },
    ...more,
  },
});

const RULES = [
  rule(
    'Welcome',
    'Welcome to Bottega Lume! Every lamp here is made by hand. Can we help you find something?',
    {
      when: { on: 'time-on-site', seconds: 30 },
      who: { match: 'all', list: [{ about: 'visitor', is: 'new' }] },
    },
    { holdOut: 10, goal: { address: '/thanks' } },
  ),
  rule('Leaving the cart', 'Shall we keep your cart for you, {name|dear guest}? Tell us, and it stays for a week.', {
    when: { on: 'exit-intent' },
    where: { match: 'all', list: [{ about: 'address', test: 'contains', value: 'cart' }] },
  }),
  rule(
    'Everybody is busy',
    'All of us are talking to somebody just now. We will be with you in a minute.',
    { when: { on: 'unanswered', seconds: 45 } },
    { repeat: 'visit', stopWhenAnswered: false },
  ),
];

/** Makes the demo's automatic messages, once. @param {string} cookie of somebody who may */
export async function seedAutomation(url, cookie) {
  const ask = async (method, path, body) => {
    const response = await fetch(new URL(path, url), {
      method,
      headers: { 'content-type': 'application/json', origin: new URL(url).origin, cookie },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  if ((await ask('GET', '/api/v1/rules')).length > 0) return;
  for (const wanted of RULES) {
    const { id } = await ask('POST', '/api/v1/rules', wanted);
    await ask('POST', `/api/v1/rules/${id}/switch`, { isOn: true });
  }
}
