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
  const button = [...form.elements].find((it) => it.dataset.many);
  if (!button) return;
  button.dataset.none ??= button.textContent;
  const ticked = [...form.elements].filter((it) => it.type === 'checkbox' && it.checked).length;
  button.textContent = ticked ? button.dataset.many.replace('#', ticked) : button.dataset.none;
  button.classList.toggle('idle', !ticked);
  // One that only stands at the end of its list comes up with the first tick.
  const bar = button.closest('[data-bar]');
  if (!bar) return;
  bar.classList.toggle('stay', ticked > 0);
  button.hidden = !ticked;
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

// A time that is set is meant.
for (const at of document.querySelectorAll('input[data-picks]')) {
  at.addEventListener('input', () => (document.getElementById(at.dataset.picks).checked = true));
}
// A long list of names to be ticked is looked through; who is ticked stays in sight.
function find(list) {
  const box = list.querySelector('.finder');
  if (!box) return;
  box.hidden = false;
  box.addEventListener('input', () => {
    const words = box.value.trim().toLowerCase();
    for (const label of list.querySelectorAll('label'))
      label.hidden = !label.textContent.toLowerCase().includes(words) && !label.querySelector('input').checked;
  });
  // The sign that sends a form sends no half one from here.
  box.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault());
}
document.querySelectorAll('[data-find]').forEach(find);

// One tap on words that are to be copied copies them.
for (const words of document.querySelectorAll('[data-copy]')) {
  words.addEventListener('focus', () => words.select());
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'main';
  button.textContent = words.dataset.label;
  button.addEventListener('click', async () => {
    words.select();
    // Over plain http a browser has only the old way.
    if (navigator.clipboard) await navigator.clipboard.writeText(words.value);
    else if (!document.execCommand('copy')) return;
    button.textContent = words.dataset.copy;
  });
  words.after(button);
}

// In a menu that is longer than the screen one sees where one is.
const here = document.querySelector('.side [aria-current]');
if (here) {
  const side = here.closest('.side');
  if (here.offsetTop + here.offsetHeight > side.clientHeight) side.scrollTop = here.offsetTop - side.clientHeight / 2;
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
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    timer = 0;
  });
  // Whoever goes back at once finds it again, too.
  window.addEventListener('pagehide', () => {
    if (timer) navigator.sendBeacon(form.dataset.live, new URLSearchParams(new FormData(form)));
  });
}
document.querySelectorAll('form[data-live]').forEach(live);
