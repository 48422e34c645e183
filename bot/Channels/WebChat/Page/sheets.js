// Sheets that come up over the page, and copying.
(function () {
  'use strict';
  var room = window.room;
  var el = room.el;
  var t = room.t;
  var box = document.getElementById('sheets');
  var before = null;

  function focusables(node) {
    return node.querySelectorAll('button, a[href], input, textarea, select');
  }

  /** Keeps Tab inside; Esc closes. */
  room.trap = function (node, close) {
    node.onkeydown = function (event) {
      if (event.keyCode === 27) {
        event.stopPropagation();
        return close();
      }
      if (event.keyCode !== 9) return;
      var all = focusables(node);
      var first = all[0];
      var last = all[all.length - 1];
      if (event.shiftKey && document.activeElement === first) {
        event.preventDefault();
        last.focus();
      } else if (!event.shiftKey && document.activeElement === last) {
        event.preventDefault();
        first.focus();
      }
    };
  };

  room.closeSheet = function () {
    room.notOver(room.closeSheet);
    room.clear(box);
    document.getElementById('app').removeAttribute('aria-hidden');
    if (before && before.focus) before.focus();
    before = null;
  };

  /** Content nodes below a title; closes by a button unless final. */
  room.sheet = function (title, content, closing) {
    if (!before) before = document.activeElement;
    room.hush();
    room.over(room.closeSheet);
    room.clear(box);
    var head = el('h2', { id: 'sheet-title', tabindex: '-1' }, title);
    var sheet = el(
      'div.sheet',
      { role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'sheet-title' },
      el('div.sheet-top', null, head, closing ? null : room.button('drawer-close', t('room.close'), room.closeSheet)),
      content,
      closing ? room.button('wide quiet', closing, room.closeSheet) : null
    );
    box.appendChild(el('div.shade', { onclick: room.closeSheet }));
    box.appendChild(sheet);
    document.getElementById('app').setAttribute('aria-hidden', 'true');
    room.trap(sheet, room.closeSheet);
    var first = sheet.querySelector('input');
    (first || head).focus();
  };

  function copyByHand(text) {
    var area = el('textarea.by-hand', { readonly: true, rows: '8', 'aria-label': t('room.copy.hand') });
    area.value = text;
    room.sheet(t('room.copy.self'), [el('p', null, t('room.copy.hand')), area]);
    area.select();
  }

  function copyOld(text) {
    var area = el('textarea.hear', { readonly: true, 'aria-hidden': 'true' });
    area.value = text;
    document.body.appendChild(area);
    var focused = document.activeElement;
    area.select();
    area.setSelectionRange(0, text.length);
    var isDone = false;
    try {
      isDone = document.execCommand('copy');
    } catch (e) {
      isDone = false;
    }
    document.body.removeChild(area);
    if (focused && focused.focus) focused.focus();
    return isDone;
  }

  room.copyText = function (text, said) {
    function fallback() {
      if (copyOld(text)) room.toast(said);
      else copyByHand(text);
    }
    if (!navigator.clipboard || !navigator.clipboard.writeText) return fallback();
    navigator.clipboard.writeText(text).then(function () {
      room.toast(said);
    }, fallback);
  };

  /** How it goes, in five lines; what can be typed is a tap away, and nobody speaks for the reader. Any other tap closes it. */
  room.help = function () {
    room.sheet(t('room.help'), [
      el(
        'ol.steps',
        null,
        t('room.help.steps')
          .split('|')
          .map(function (step) {
            return el('li', null, step);
          })
      ),
      room.button('wide quiet', t('room.help.say'), sayings)
    ]);
    box.lastChild.onclick = function (event) {
      if (event.target.tagName !== 'BUTTON') room.closeSheet();
    };
  };

  function sayings() {
    room.sheet(
      t('room.help.say'),
      ['goods', 'people', 'more'].map(function (part) {
        return room.button('wide quiet', t('room.help.' + part), function () {
          phrases(part);
        });
      })
    );
  }

  function phrases(part) {
    room.sheet(t('room.help.' + part), [
      el('p', null, t('room.help.tap')),
      t('room.help.' + part + '.say')
        .split('|')
        .map(function (text) {
          return room.button('chip', text, function () {
            room.closeSheet();
            room.app.fill(text);
          });
        })
    ]);
  }

  /** A link and perhaps a PIN, large enough to be copied by hand. */
  room.passage = function (title, text, link, pin) {
    room.sheet(
      title,
      [
        el('p', null, text),
        el('p.label', null, t(pin ? 'room.keep.link' : 'room.link')),
        el('p.code.link', null, link),
        pin ? el('p.label', null, t('room.keep.pin')) : null,
        pin ? el('p.code.pin', null, pin) : null,
        room.button('wide', t('room.copy.self'), function () {
          room.copyText(link + (pin ? '\n' + t('room.keep.pin') + '：' + pin : ''), t('room.copy.done'));
        })
      ],
      pin ? t('room.keep.done') : t('room.close')
    );
  };
})();
