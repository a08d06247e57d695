/** The one part of the shop that changes pages without loading any: history entries, titles, back and forward. */
const steps = [...document.querySelectorAll('.step')];
const links = [...document.querySelectorAll('.steps a')];
const ownTitle = document.title;

function show() {
  const name = location.hash.slice(1) || steps[0].id.slice(5);
  const step = steps.find(({ id }) => id === `step-${name}`) ?? steps[0];
  for (const each of steps) each.hidden = each !== step;
  for (const link of links) {
    if (`step-${link.hash.slice(1)}` === step.id) link.setAttribute('aria-current', 'step');
    else link.removeAttribute('aria-current');
  }
  document.title = `${step.querySelector('h2').textContent} · ${ownTitle}`;
}

for (const link of document.querySelectorAll('a[href*="#"]')) {
  if (link.pathname !== location.pathname || !link.dataset.step) continue;
  link.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (link.hash !== location.hash) history.pushState(null, '', link.hash);
    show();
  });
}
addEventListener('popstate', show);
show();
