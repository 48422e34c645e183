// Everything works without this; it only spares people a second tap.
'use strict';

// What downloads a file leaves the page as it is: its button comes back by itself.
const backAfter = 5000;

function free(form) {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll('button[aria-disabled]')) button.removeAttribute('aria-disabled');
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post') return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  // Not disabled: what the pressed button says goes with the form, and the cursor stays on it.
  if (event.submitter) event.submitter.setAttribute('aria-disabled', 'true');
  setTimeout(free, backAfter, form);
});

// A bar that stays says how many are ticked.
function count(form) {
  const button = form.querySelector('button[data-many]');
  if (!button) return;
  button.dataset.none ??= button.textContent;
  const ticked = form.querySelectorAll('input[type=checkbox]:checked').length;
  button.textContent = ticked ? button.dataset.many.replace('#', ticked) : button.dataset.none;
}

document.addEventListener('change', (event) => event.target.form && count(event.target.form));

// Back to a page that the browser had kept.
window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(free));
window.addEventListener('pageshow', () => [...document.forms].forEach(count));

// The end follows the beginning until somebody writes it: two hours later.
function follow(end) {
  const start = end.form.elements[end.dataset.after];
  start.addEventListener('change', () => {
    if (end.value || !start.value) return;
    const [hours, minutes] = start.value.split(':');
    end.value = `${String((Number(hours) + 2) % 24).padStart(2, '0')}:${minutes}`;
  });
}
document.querySelectorAll('input[data-after]').forEach(follow);

// A day that is chosen from those offered goes instead of the one in the calendar, and the other way round.
function instead(date) {
  const days = [...date.form.elements].filter((it) => it.name === date.dataset.instead);
  for (const day of days) day.addEventListener('change', () => (date.value = ''));
  date.addEventListener('change', () => days.forEach((day) => (day.checked = day.checked && !date.value)));
}
document.querySelectorAll('input[data-instead]').forEach(instead);

// One tap on words that are to be copied copies them.
for (const words of document.querySelectorAll('textarea[data-copy]')) {
  if (!navigator.clipboard) break;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.dataset.label;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(words.value);
    button.textContent = words.dataset.copy;
  });
  words.after(button);
}

// While one writes: what stands in the form is kept on the server, and what it will look like is shown beside it.
const pause = 1500;
const atLeast = 10000;

function live(form) {
  const said = form.querySelector('.kept');
  let timer = 0;
  let since = 0;
  async function show() {
    [timer, since] = [0, 0];
    try {
      const answer = await fetch(form.dataset.live, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const [now, then] = [page.getElementById('preview'), document.getElementById('preview')];
      if (now && then) {
        then.replaceChildren(...now.childNodes);
        then.hidden = now.hidden;
      }
      said.textContent = answer.ok ? form.dataset.kept : form.dataset.unkept;
    } catch {
      said.textContent = form.dataset.unkept;
    }
  }
  form.addEventListener('input', () => {
    since ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(show, Math.max(0, Math.min(pause, since + atLeast - Date.now())));
  });
  form.addEventListener('submit', () => clearTimeout(timer));
}
document.querySelectorAll('form[data-live]').forEach(live);
