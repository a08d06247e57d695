const form = document.querySelector('form');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  form.hidden = true;
  const thanks = document.querySelector('#sent');
  thanks.hidden = false;
  thanks.focus();
});
