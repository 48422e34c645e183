// Coming in: free on this machine, by invitation, or back by link and PIN.
(function () {
  'use strict';
  var room = window.room;
  var el = room.el;
  var t = room.t;
  var net = room.net;
  var place = document.getElementById('door');
  var asked = {};
  (window.location.search || '')
    .slice(1)
    .split('&')
    .forEach(function (pair) {
      var at = pair.indexOf('=');
      if (at > 0) asked[pair.slice(0, at)] = decodeURIComponent(pair.slice(at + 1));
    });

  function field(id, label, hint, more) {
    var input = el('input', { id: id, type: 'text', placeholder: hint, maxlength: '30', autocomplete: 'off' });
    for (var name in more || {}) input.setAttribute(name, more[name]);
    return { label: el('label', { for: id }, label), input: input };
  }

  function frame(title, text, content) {
    room.clear(place);
    place.removeAttribute('hidden');
    document.getElementById('app').setAttribute('hidden', '');
    document.title = t('room.title');
    place.appendChild(
      el(
        'main.door',
        null,
        el(
          'p.door-top',
          null,
          room.button(
            'act',
            window.roomChoice.language === 'en' ? '中文' : 'English',
            function () {
              window.roomChoice.set('language', window.roomChoice.language === 'en' ? 'zh-CN' : 'en');
              room.door.show();
            },
            { lang: window.roomChoice.language === 'en' ? 'zh-CN' : 'en' }
          ),
          room.button(
            'act',
            t('room.big'),
            function () {
              window.roomChoice.set('big', !window.roomChoice.big);
              this.setAttribute('aria-pressed', String(window.roomChoice.big));
            },
            { 'aria-pressed': String(window.roomChoice.big) }
          )
        ),
        el('div.door-hero', null, el('img', { src: '/room/mark.svg', alt: '' }), el('h1', null, title), el('p', null, text)),
        el('div.door-card', null, content, el('p.error', { id: 'door-error', role: 'alert' }))
      )
    );
    var first = place.querySelector('input');
    if (first && window.innerWidth > 700) first.focus();
  }

  function refuse(key) {
    var box = document.getElementById('door-error');
    if (box) {
      box.textContent = t(key);
      return;
    }
    room.toast(t(key));
    room.app.start();
  }

  function enter(body) {
    body.language = t.language();
    body.invite = asked.i || null;
    body.organiser = asked.o || null;
    net.keep('community', (body.community || '').trim() || null, true);
    net.post('/room/enter', body, entered, refuse);
  }

  function entered(answer) {
    net.keep('token', answer.token, answer.guest);
    net.token = answer.token;
    window.history.replaceState(null, '', '/');
    asked = {};
    room.app.start(function () {
      if (answer.pin) room.passage(t('room.keep'), t('room.keep.text'), room.app.address() + '/?r=' + answer.returnCode, answer.pin);
    });
  }

  function isOpen(door) {
    return door.free && !asked.i && !asked.o;
  }

  function nameForm(door) {
    var name = field('name', t('room.name'), t('room.name.hint'), { maxlength: '20' });
    var community = field('community', t('room.community'), t('room.community.hint'));
    var isFree = isOpen(door);
    var submit = el('button.wide', { type: 'submit' }, t('room.enter'));
    var form = el(
      'form',
      {
        onsubmit: function (event) {
          event.preventDefault();
          if (!name.input.value.trim()) {
            refuse('room.error.name');
            return name.input.focus();
          }
          enter({ name: name.input.value, community: community.input.value });
        }
      },
      name.label,
      name.input,
      [community.label, community.input],
      submit
    );
    return [
      form,
      isFree ? el('p.or', null, t('room.pick')) : null,
      isFree
        ? el(
            'div.names',
            null,
            t('room.names')
              .split('|')
              .map(function (one) {
                return room.button('chip', one, function () {
                  enter({ name: one, community: community.input.value });
                });
              })
          )
        : null,
    ];
  }

  function pinForm() {
    var pin = field('pin', t('room.pin'), '000000', { inputmode: 'numeric', maxlength: '6', pattern: '[0-9]{6}', autocomplete: 'one-time-code' });
    return el(
      'form',
      {
        onsubmit: function (event) {
          event.preventDefault();
          net.post('/room/enter', { returnCode: asked.r, pin: pin.input.value.trim() }, entered, refuse);
        }
      },
      pin.label,
      pin.input,
      el('button.wide', { type: 'submit' }, t('room.enter'))
    );
  }

  room.door = {
    asked: asked,
    show: function (why) {
      if (asked.r) return frame(t('room.back'), t('room.back.text'), pinForm());
      net.get(
        '/room/door?' + (asked.i ? 'i=' + encodeURIComponent(asked.i) : asked.o ? 'o=' + encodeURIComponent(asked.o) : ''),
        function (door) {
          var hasCode = asked.i || asked.o;
          if (hasCode && !door.link) return frame(t('room.title'), t('room.link.bad'), null);
          if (!hasCode && !door.free) return frame(t('room.title'), (why ? t(why) + ' ' : '') + t('room.closed'), null);
          var text = door.organiser ? t('room.organiser.invited') : door.group ? t('room.invited', door.group) : t(isOpen(door) ? 'room.free' : 'room.tagline');
          frame(t('room.title'), text, nameForm(door));
          if (why) refuse(why);
        },
        function (key) {
          frame(t('room.title'), t(key), room.button('wide', t('room.enter'), function () {
            room.door.show();
          }));
        }
      );
    },
    /** Somebody who is here already opens another link. */
    useLink: function () {
      enter({});
    }
  };
})();
