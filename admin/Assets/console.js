// Everything works without this; it only spares people a second tap.
'use strict';

// What downloads a file leaves the page as it is: its button comes back by itself.
const backAfter = 5000;

function free(form) {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll('button[aria-disabled]')) {
    button.removeAttribute('aria-disabled');
    if (button.dataset.before) button.textContent = button.dataset.before;
  }
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
  const pressed = event.submitter;
  if (pressed) pressed.setAttribute('aria-disabled', 'true');
  if (pressed?.dataset.begun) {
    pressed.dataset.before = pressed.textContent;
    pressed.textContent = pressed.dataset.begun;
  }
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
  // What is chosen is meant: one button, and a bar that is no higher.
  const all = bar.querySelector('[name="all"]');
  if (all) all.hidden = ticked > 0;
}

// The bar covers nothing that is ticked next.
function clear(box) {
  const row = box.closest('tr');
  const bar = document.querySelector('[data-bar].stay');
  if (!row || !bar) return;
  const over = (row.nextElementSibling ?? row).getBoundingClientRect().bottom - bar.getBoundingClientRect().top;
  if (over > 0) window.scrollBy({ top: over });
}

document.addEventListener('change', (event) => {
  if (!event.target.form) return;
  count(event.target.form);
  if (event.target.type === 'checkbox') clear(event.target);
});

// Back to a page that the browser had kept.
window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(free));
window.addEventListener('pageshow', () => [...document.forms].forEach(count));

// The end follows the beginning, as far from it as it was, until somebody writes it: of a new one two hours later.
function follow(end) {
  const day = 24 * 60;
  const start = end.form.elements[end.dataset.after];
  const minutes = (time) => time.value.split(':').reduce((hours, rest) => hours * 60 + Number(rest), 0);
  const length = start.value && end.value ? minutes(end) - minutes(start) : 120;
  let isWritten = !start.value && end.value;
  end.addEventListener('change', () => (isWritten = true));
  start.addEventListener('change', () => {
    if (isWritten || !start.value) return;
    const at = (minutes(start) + length + day) % day;
    end.value = [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, '0')).join(':');
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

// A button that saves says what becomes of it.
function say(button) {
  const choices = [...button.form.elements].filter((it) => it.name === button.dataset.says);
  if (!choices.length) return;
  const show = () => {
    const chosen = choices.find((it) => it.checked);
    const at = chosen?.dataset.at && document.getElementById(chosen.dataset.at);
    button.textContent = at ? `${chosen.dataset.save} ${when(at)}` : (chosen?.dataset.save ?? button.textContent);
  };
  for (const kind of ['input', 'change']) button.form.addEventListener(kind, show);
  window.addEventListener('pageshow', show);
}

// 明天 08:00, or the day by its date.
function when(at) {
  const [day, clock] = at.value.split('T');
  if (!clock) return '';
  if (day === at.dataset.tomorrow) return `${at.dataset.name} ${clock}`;
  const date = new Date(`${day}T00:00`).toLocaleDateString(document.documentElement.lang, { month: 'short', day: 'numeric' });
  return `${date} ${clock}`;
}
document.querySelectorAll('[data-says]').forEach(say);

// Filters that are chosen need no second press.
for (const choice of document.querySelectorAll('form[data-sifts] select')) choice.addEventListener('change', () => choice.form.requestSubmit());

// Words that are hard to type are put in where one writes.
for (const button of document.querySelectorAll('[data-puts]')) {
  const into = document.getElementById(button.dataset.into);
  button.hidden = false;
  button.addEventListener('click', () => {
    into.setRangeText(button.dataset.puts, into.selectionStart, into.selectionEnd, 'end');
    into.dispatchEvent(new Event('input', { bubbles: true }));
    into.focus();
  });
}

// How long something can still be stopped, second by second; then the page says what became of it.
for (const left of document.querySelectorAll('[data-seconds]')) {
  const end = performance.now() + 1000 * left.dataset.seconds;
  const tick = () => {
    const seconds = Math.ceil((end - performance.now()) / 1000);
    left.textContent = left.dataset.left.replace('#', Math.max(0, seconds));
    if (seconds > 0) return;
    clearInterval(timer);
    setTimeout(() => location.assign(left.dataset.then), backAfter);
  };
  const timer = setInterval(tick, 1000);
  tick();
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

// Who leads is not ticked beside it.
function besides(lead) {
  const choose = () => {
    for (const box of lead.form.querySelectorAll(`input[name="${lead.dataset.besides}"]`)) {
      box.disabled = box.value === lead.value;
      box.closest('label').classList.toggle('gone', box.disabled);
    }
  };
  lead.addEventListener('change', choose);
  choose();
}
document.querySelectorAll('select[data-besides]').forEach(besides);

// What is still under way looks again by itself, a few times.
function again(left) {
  const waiting = document.querySelector('.told.soon');
  if (!waiting || !left) return;
  setTimeout(async () => {
    const answer = await fetch(location.pathname).catch(() => null);
    if (!answer || !answer.ok || answer.redirected) return;
    const now = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of document.querySelectorAll('#told, .telling')) {
      const next = now.getElementById(part.id);
      if (next && !part.contains(document.activeElement)) part.replaceWith(next);
    }
    again(left - 1);
  }, 1500);
}
again(6);

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
function showHere() {
  const side = here.closest('.side');
  const need = here.offsetTop + 2 * here.offsetHeight - side.clientHeight;
  // It rests at the beginning of a line.
  const rest = [...side.querySelectorAll('.part, li')].find((it) => it.offsetTop >= need);
  side.scrollTop = need > 0 ? rest.offsetTop : 0;
}
if (here) {
  showHere();
  window.addEventListener('resize', showHere);
}

// The first field that is wrong comes into sight with the word beside it; the cursor stays on the list of all.
const wrong = document.querySelector('main [aria-invalid="true"]');
if (wrong) window.addEventListener('load', () => setTimeout(() => wrong.scrollIntoView({ block: 'nearest' })));

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
