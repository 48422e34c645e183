// The page as a whole: who I am, which group is open, what came in.
(function () {
  'use strict';
  var room = window.room;
  var el = room.el;
  var t = room.t;
  var net = room.net;
  var shown = 'group';
  var current = null;
  var panes = null;
  var isUnread = {};
  var presses = {};
  var isOffline = false;
  var drawnDots = '';
  var whispered = null;
  var unheard = {};
  var toldAt = 0;
  var wide = window.matchMedia ? window.matchMedia('(min-width: 1100px)') : { matches: false };

  function $(id) {
    return document.getElementById(id);
  }

  function groupOf(id) {
    return room.me.groups.filter(function (group) {
      return group.id === id;
    })[0];
  }

  function isSeen(id) {
    if (document.hidden) return false;
    if (id === room.me.privateChat) return wide.matches || shown === 'private';
    return id === current && (wide.matches || shown === 'group');
  }

  // ---- drawing ----
  function drawTop() {
    var group = groupOf(current);
    var isBig = window.roomChoice.big;
    room.clear($('top'));
    room.add($('top'), [
      el('h1', null, group ? group.title : t('room.title')),
      el(
        'div.stack',
        { 'aria-hidden': 'true' },
        group
          ? group.people.slice(0, 3).map(function (person) {
              return room.avatar(person.name);
            })
          : null,
        group ? el('span.count', null, t('room.people.count', group.people.length)) : null
      ),
      room.button(
        'tool',
        t('room.big'),
        function () {
          panes[shown].keepPlace(function () {
            window.roomChoice.set('big', !isBig);
            drawTop();
            room.side.draw(room.me, current);
          });
          room.settleToast();
        },
        { 'aria-pressed': String(isBig) }
      ),
      room.button('tool helps', t('room.help.short'), room.help),
      room.button('tool menu', t('room.menu'), room.side.open)
    ]);
  }

  function tab(kind, id) {
    var isOn = shown === kind;
    return el(
      'button.tab',
      {
        type: 'button',
        role: 'tab',
        id: 'tab-' + kind,
        'aria-selected': String(isOn),
        'aria-controls': 'pane-' + kind,
        tabindex: isOn ? '0' : '-1',
        onclick: function () {
          show(kind);
        },
        onkeydown: function (event) {
          if (event.keyCode !== 37 && event.keyCode !== 39) return;
          show(kind === 'group' ? 'private' : 'group');
          document.querySelector('.tab[aria-selected=true]').focus();
        }
      },
      t('room.' + kind),
      isUnread[id] ? el('span.dot', { role: 'img', 'aria-label': t('room.unread') }) : null
    );
  }

  function drawTabs() {
    room.clear($('tabs'));
    $('tabs').setAttribute('aria-label', t('room.title'));
    room.add($('tabs'), [tab('group', current), tab('private', room.me.privateChat)]);
    $('panes').setAttribute('data-shown', shown);
    var count = Object.keys(isUnread).length;
    document.title = (count ? '● ' : '') + (groupOf(current) || { title: t('room.title') }).title;
  }

  function show(kind) {
    var wasUnread = isUnread[kind === 'group' ? current : room.me.privateChat];
    shown = kind;
    room.hush();
    delete isUnread[kind === 'group' ? current : room.me.privateChat];
    if (kind === 'private') heard();
    drawTabs();
    panes[kind].enter();
    if (wasUnread && kind === 'group') panes.group.toWaiting();
  }

  // Behind a dot nobody looks: what was said in private is told where the reader is.
  function hearken(told) {
    whispered = told && told.line;
    if (told) unheard[told.line.id] = told;
    panes.group.whisper(told && short(told.text), told && told.isAsked);
    room.settleToast();
    panes[shown].holds();
  }

  // The same is not said twice, in the line above the box and over it.
  function tell(told) {
    if (panes.group.pressed()) room.hush();
    toldAt = told ? Date.now() : 0;
    hearken(told);
  }

  function heard() {
    unheard = {};
    hearken(null);
  }

  // What it told has changed, or is over: taken back, brought, signed for.
  function rehear() {
    var id = whispered && whispered.id;
    Object.keys(unheard).forEach(function (one) {
      var was = unheard[one];
      var now = panes.private.latest([one]);
      var isOver = !now || (was.isTold && !now.isTold) || (was.isOpen && !now.isOpen) || (was.isToDo && !now.isToDo);
      if (isOver) delete unheard[one];
      else unheard[one] = now;
    });
    if (!Object.keys(unheard).length) delete isUnread[room.me.privateChat];
    if (!id) return;
    if (!unheard[id]) hearken(null);
    else if (unheard[id].line !== whispered) hearken(unheard[id]);
  }

  // Its first sentence is enough to know what it is about.
  function short(text) {
    var first = (/^.*?[。？?！]/.exec(text) || [text])[0];
    return first.length > 30 ? first.slice(0, 29) + '…' : first;
  }

  function draw() {
    drawTop();
    drawTabs();
    room.side.draw(room.me, current);
    var group = groupOf(current);
    $('main').classList.toggle('is-plain', !!(group && group.plain));
  }

  function build() {
    if (panes) panes.group.shut();
    panes = {
      group: room.pane({ kind: 'group', examples: ['room.example.1', 'room.example.2', 'room.example.3'] }),
      private: room.pane({ kind: 'private', examples: ['room.example.2', 'room.example.3'] })
    };
    room.clear($('panes'));
    panes.private.node.insertBefore(
      el('header.pane-top', null, room.avatar('', true), el('h2', null, t('room.private'))),
      panes.private.node.firstChild
    );
    $('panes').appendChild(panes.group.node);
    $('panes').appendChild(panes.private.node);
    panes.group.open(current);
    panes.private.open(room.me.privateChat);
    document.querySelector('.skip').textContent = t('room.skip');
  }

  // ---- hearing ----
  function take(batch) {
    if (batch.reset) {
      panes.group.open(current);
      panes.private.open(room.me.privateChat);
    }
    batch.chats.forEach(function (part) {
      var pane = part.chat === current ? panes.group : part.chat === room.me.privateChat ? panes.private : null;
      var changed = pane === panes.private && !panes.group.pressed() ? panes.private.changed(part) : [];
      var came = pane ? pane.take(part, batch.reset) : batch.reset ? [] : ['elsewhere'];
      var isPrivate = pane === panes.private;
      if (isPrivate && Object.keys(unheard).length) rehear();
      var news = came.length ? came : changed;
      if (!batch.reset && !isSeen(part.chat)) unread(part, news);
      if (batch.reset || isSeen(part.chat) || !news.length) return;
      if (isPrivate) tell(panes.private.latest(news));
    });
    batch.toasts.forEach(function (toast) {
      room.app.settle(toast.clientId);
      if (!toast.text || Date.now() - toldAt < 3000) return;
      room.toast(room.plainText(toast.text), true);
      panes[shown].holds();
      room.settleToast();
    });
    if (batch.gaps.indexOf(current) >= 0) panes.group.gap();
    if (batch.refresh) room.app.refresh();
    room.settleToast();
    drawTabs();
    // Only then: a redrawn column would take the focus from whoever uses it.
    var dots = Object.keys(isUnread).join();
    if (dots !== drawnDots) room.side.draw(room.me, current);
    drawnDots = dots;
  }

  // What has gone before anybody looked, or has become the board, is no news.
  function unread(part, news) {
    var ids = (isUnread[part.chat] || []).concat(news).filter(function (id) {
      return id !== part.pinned && !part.lines.some(function (line) {
        return line.id === id && line.gone;
      });
    });
    if (ids.length) isUnread[part.chat] = ids;
    else delete isUnread[part.chat];
  }

  function online() {
    if (!isOffline) return;
    isOffline = false;
    $('banner').textContent = t('room.online');
    $('banner').className = 'banner shown good';
    setTimeout(function () {
      if (!isOffline) {
        $('banner').className = 'banner';
        $('banner').textContent = '';
      }
    }, 2500);
    panes.group.retry();
    panes.private.retry();
  }

  function offline() {
    if (isOffline) return;
    isOffline = true;
    $('banner').textContent = t('room.offline');
    $('banner').className = 'banner shown';
  }

  function listen() {
    net.listen({ batch: take, online: online, offline: offline, out: room.app.out });
  }

  room.app = {
    start: function (then) {
      net.get(
        '/room/me',
        function (me) {
          room.me = me;
          current = net.kept('group', true);
          if (!groupOf(current)) current = me.groups.length ? me.groups[0].id : null;
          room.clear($('door')).setAttribute('hidden', '');
          $('app').removeAttribute('hidden');
          net.cursor = '';
          build();
          draw();
          listen();
          if (wide.matches) panes.group.composer.area.focus();
          if (then) then();
        },
        function (key, status) {
          if (status === 401) return room.app.out();
          setTimeout(room.app.start, 2000, then);
        }
      );
    },
    out: function () {
      var wasIn = !!room.me;
      net.hush();
      net.keep('token', null, true);
      net.keep('token', null, false);
      net.token = null;
      room.me = null;
      room.door.show(wasIn ? 'room.error.seat' : null);
    },
    /** Groups or people changed. */
    refresh: function (goTo) {
      net.get(
        '/room/me',
        function (me) {
          var had = room.me.groups.length;
          room.me = me;
          if (typeof goTo === 'string') return room.app.go(goTo);
          if (me.groups.length !== had) return room.app.go(current);
          draw();
          panes.group.refresh();
          if (goTo === true) show('group');
        },
        function (key, status) {
          if (status === 401) room.app.out();
        }
      );
    },
    /** Words to be sent by a tap more. */
    fill: function (text) {
      panes[shown].composer.fill(text);
    },
    go: function (id) {
      current = groupOf(id) ? id : room.me.groups[0] ? room.me.groups[0].id : null;
      net.keep('group', current, true);
      shown = 'group';
      delete isUnread[current];
      // From the start: the lines of the other group were not kept on the page.
      net.cursor = '';
      draw();
      panes.group.open(current);
      listen();
    },
    /** In another language; what stands on the page stays, with or without a line. */
    redraw: function () {
      var held = { group: panes.group.held(), private: panes.private.held() };
      build();
      draw();
      panes.group.restore(held.group);
      panes.private.restore(held.private);
      if (isOffline) $('banner').textContent = t('room.offline');
    },
    /** To what was said in private, ready to be answered. */
    open: function () {
      var line = whispered;
      var isTyped = line && (panes.private.latest([line.id]) || {}).typed;
      show('private');
      if (isTyped) panes.private.answer(line);
    },
    /** The line above the box has been read; the dot stays until the rest is. */
    closeWhisper: function () {
      hearken(null);
    },
    group: function () {
      return groupOf(current);
    },
    isPlain: function () {
      var group = groupOf(current);
      return !!(group && group.plain);
    },
    address: function () {
      return room.me.address;
    },
    unread: function (id) {
      return isUnread[id];
    },
    /** A pressed button waits for its answer, but never for ever. */
    awaits: function (clientId, node) {
      presses[clientId] = node;
      setTimeout(room.app.settle, 4000, clientId);
    },
    settle: function (clientId) {
      if (presses[clientId]) presses[clientId].removeAttribute('aria-disabled');
      delete presses[clientId];
    }
  };

  document.addEventListener('visibilitychange', function () {
    if (document.hidden || !room.me || !panes) return;
    delete isUnread[shown === 'group' ? current : room.me.privateChat];
    drawTabs();
  });

  // A phone's keyboard shrinks what is seen, not the page.
  if (window.visualViewport) {
    window.visualViewport.addEventListener('resize', function () {
      $('app').style.height = window.visualViewport.height + 'px';
      if (panes && panes[shown]) panes[shown].bottom();
    });
  }

  (function begin() {
    var asked = room.door.asked;
    if (asked.new) {
      net.keep('token', null, true);
      window.history.replaceState(null, '', '/');
      return room.door.show();
    }
    net.token = net.kept('token', true) || net.kept('token', false);
    if (!net.token || asked.r) return room.door.show();
    if (asked.i || asked.o) return room.door.useLink();
    room.app.start();
  })();
})();
