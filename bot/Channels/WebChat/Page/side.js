// Groups, people and switches: a column on a desk, a drawer on a phone.
(function () {
  'use strict';
  var room = window.room;
  var el = room.el;
  var t = room.t;
  var net = room.net;
  var side = document.getElementById('side');

  function failed(key) {
    room.toast(t(key));
  }

  function act(path, body, done) {
    body.language = t.language();
    net.post('/room/groups' + path, body, done || room.app.refresh, failed);
  }

  function brand() {
    return el(
      'div.brand',
      null,
      el('img', { src: '/room/mark.svg', alt: '' }),
      el('h2', { id: 'side-title' }, t('room.title')),
      room.button('drawer-close', t('room.close'), room.side.close)
    );
  }

  function groups(me, current) {
    return el(
      'section',
      null,
      el('h3', null, t('room.groups')),
      me.groups.map(function (group) {
        var isHere = group.id === current;
        return el(
          'button.place',
          {
            type: 'button',
            'aria-current': isHere ? 'true' : null,
            onclick: function () {
              room.side.close();
              room.app.go(group.id);
            }
          },
          el('span.group-title', null, group.title),
          room.app.unread(group.id) ? el('span.dot', { role: 'img', 'aria-label': t('room.unread') }) : null
        );
      }),
      me.others && me.others.length ? el('h3', null, t('room.groups.other')) : null,
      (me.others || []).map(function (group) {
        return room.button('place', group.title, function () {
          act('/join', { chat: group.id }, function () {
            room.side.close();
            room.app.refresh(group.id);
          });
        });
      }),
      canAdd(me) ? room.button('wide quiet', t('room.groups.add'), newGroup) : null
    );
  }

  function canAdd(me) {
    return (
      me.free ||
      me.groups.some(function (group) {
        return group.organiser;
      })
    );
  }

  function newGroup() {
    var input = el('input', { id: 'new-group', type: 'text', maxlength: '30', autocomplete: 'off' });
    room.sheet(
      t('room.groups.add'),
      el(
        'form',
        {
          onsubmit: function (event) {
            event.preventDefault();
            act('', { title: input.value }, function (answer) {
              room.closeSheet();
              room.side.close();
              room.app.refresh(answer.chat);
            });
          }
        },
        el('label', { for: 'new-group' }, t('room.groups.name')),
        input,
        el('button.wide', { type: 'submit' }, t('room.groups.create'))
      ),
      t('room.cancel')
    );
  }

  function people(group) {
    return el(
      'section',
      null,
      el('h3', null, t('room.people'), ' ', el('span.count', null, t('room.people.count', group.people.length))),
      el(
        'ul.people',
        null,
        group.people.map(function (person) {
          return el(
            'li',
            null,
            room.avatar(person.name),
            el('span.person', null, person.name, person.id === room.me.id ? el('span.soft', null, '（' + t('room.you') + '）') : null),
            person.organiser ? el('span.badge', null, t('room.organiser')) : null,
            group.organiser && !person.organiser && person.id !== room.me.id
              ? room.button(
                  'act',
                  t('room.reattach'),
                  function () {
                    reattach(group, person);
                  },
                  { 'aria-label': t('room.reattach') + ' ' + person.name }
                )
              : null
          );
        })
      ),
      group.organiser
        ? room.button('wide quiet', t('room.invite'), function () {
            act('/invite', { chat: group.id }, function (answer) {
              room.passage(t('room.invite'), t('room.invite.text'), answer.link);
            });
          })
        : null
    );
  }

  function reattach(group, person) {
    act('/reattach', { chat: group.id, seat: person.id }, function (answer) {
      room.passage(t('room.reattach'), t('room.reattach.text', person.name), answer.link, answer.pin);
    });
  }

  function choice(name, key, value, isOn, picked) {
    var input = el('input', { type: 'radio', name: name, value: value, checked: isOn, onchange: picked });
    return el('label.choice', null, input, el('span', null, key));
  }

  // First in the drawer: whoever needs them can least look for them.
  function switches(group) {
    var set = window.roomChoice;
    function again(key, value) {
      return function () {
        set.set(key, value);
        if (key === 'theme') return;
        room.app.redraw();
        // It stays open: who looks for one of these looks for the next as well.
        if (!side.classList.contains('open')) return;
        side.querySelector('input[name=' + key + ']:checked').focus();
      };
    }
    return el(
      'section.switches',
      null,
      el(
        'fieldset',
        null,
        el('legend.hear', null, t('room.size')),
        choice('big', t('room.size.normal'), '0', !set.big, again('big', false)),
        choice('big', t('room.big'), '1', set.big, again('big', true))
      ),
      el(
        'fieldset',
        null,
        el('legend.hear', null, t('room.theme')),
        ['auto', 'light', 'dark'].map(function (theme) {
          return choice('theme', t('room.theme.' + theme), theme, set.theme === theme, again('theme', theme));
        })
      ),
      el(
        'fieldset',
        null,
        el('legend.hear', null, t('room.language')),
        choice('language', el('span', { lang: 'zh-CN' }, '中文'), 'zh-CN', set.language !== 'en', again('language', 'zh-CN')),
        choice('language', el('span', { lang: 'en' }, 'English'), 'en', set.language === 'en', again('language', 'en'))
      ),
      group && room.me.free && !group.organiser
        ? room.button('wide quiet', t('room.become'), function () {
            act('/organiser', { chat: group.id }, function () {
              room.side.close();
              room.toast(t('room.became'));
              room.app.refresh(true);
            });
          })
        : null,
      room.button('wide quiet how', t('room.help'), function () {
        room.side.close();
        room.help();
      })
    );
  }

  function style(group) {
    return el(
      'section',
      null,
      group && group.organiser
        ? el(
            'label.switch',
            null,
            el('input', {
              type: 'checkbox',
              checked: group.plain,
              onchange: function () {
                act('/style', { chat: group.id, plain: this.checked });
              }
            }),
            el('span', null, el('b', null, t('room.plain')), el('br'), t('room.plain.hint'))
          )
        : null
    );
  }

  function foot(me) {
    return el(
      'section',
      null,
      me.free ? el('p.free', null, t('room.free')) : null,
      me.free ? el('a.wide.quiet', { href: '/?new=1', target: '_blank', rel: 'noopener' }, t('room.another')) : null,
      me.guest
        ? null
        : room.button('wide quiet', t('room.new.link'), function () {
            net.post(
              '/room/return',
              {},
              function (answer) {
                room.passage(t('room.keep'), t('room.keep.text'), room.app.address() + '/?r=' + answer.returnCode, answer.pin);
              },
              failed
            );
          })
    );
  }

  room.side = {
    draw: function (me, current) {
      var group = room.app.group();
      room.clear(side);
      room.add(side, [brand(), switches(group), groups(me, current), group ? people(group) : null, style(group), foot(me)]);
    },
    open: function () {
      room.hush();
      room.over(room.side.close);
      side.classList.add('open');
      document.getElementById('main').setAttribute('aria-hidden', 'true');
      room.trap(side, room.side.close);
      side.querySelector('.drawer-close').focus();
    },
    close: function () {
      if (!side.classList.contains('open')) return;
      room.notOver(room.side.close);
      side.classList.remove('open');
      side.onkeydown = null;
      document.getElementById('main').removeAttribute('aria-hidden');
      var menu = document.querySelector('.menu');
      if (menu) menu.focus();
    }
  };
})();
