// A chat on the page: its lines in order, its board, its composer, and what still waits to be sent.
(function () {
  'use strict';
  var room = window.room;
  var el = room.el;
  var t = room.t;
  var net = room.net;

  /** options: {kind: 'group' | 'private', examples} */
  room.pane = function (options) {
    var chat = null;
    var lines = {};
    var order = [];
    var nodes = {};
    var pinned = null;
    var waiting = 1e15;
    var unseen = {};
    var pressedAt = 0;
    var pressedId = null;
    var waits = null;
    var tappedAt = 0;
    var tap = { until: 0 };
    var isGuiding = true;
    var strip = room.pinned({
      cardOf: cardOf,
      goTo: goTo,
      own: function (line) {
        return room.ownButtons(line, host);
      },
      copy: function (line) {
        host.copy(line);
      },
      fill: function (text) {
        composer.fill(text);
      }
    });
    var empty = el('div.empty');
    var list = el('div.list');
    var tip = el('p.note.tip', null, t('room.tip'));
    var log = el('div.log', { tabindex: '0' }, empty, list, tip);
    var fresh = room.button('fresh', t('room.new'), function () {
      bottom();
    });
    var whisper = el('div.whisper');
    var composer = room.composer({
      id: 'say-' + options.kind,
      label: t('room.composer.' + options.kind),
      examples: options.examples,
      mention: options.kind === 'group',
      draftKey: function () {
        return 'draft.' + chat;
      },
      send: say
    });
    var node = el('section.pane.' + options.kind, { id: 'pane-' + options.kind }, strip.node, log, fresh, whisper, composer.node);
    log.setAttribute('role', 'log');
    log.setAttribute('aria-live', 'polite');
    log.setAttribute('aria-label', t('room.log.' + options.kind));
    log.addEventListener('scroll', function () {
      room.takeUp(log);
      if (isAtBottom()) return seen();
      // Who reads further up is not to be pushed about by suggestions.
      if (order.length) unguide();
    });

    var host = {
      me: room.me,
      plain: function () {
        return options.kind === 'group' && room.app.isPlain();
      },
      find: function (id) {
        return lines[id];
      },
      isAbove: function (id, line) {
        var at = order.indexOf(line.id);
        return order[(at < 0 ? order.length : at) - 1] === id;
      },
      reply: function (line) {
        composer.reply(line, exampleOf(line));
      },
      edit: function (line) {
        composer.edit(line);
      },
      copy: function (line) {
        room.copyText(forWeChat(line), t('room.copied'));
      },
      press: press,
      fill: function (text) {
        composer.fill(text);
      },
      isTapping: function () {
        return Date.now() - tappedAt < 1500;
      },
      /** Where a finger was, and how long another button that has come there is deaf. */
      touched: function (event, what, forMs) {
        tap = { x: event.clientX, y: event.clientY, what: what, until: event.detail ? Date.now() + forMs : 0 };
      },
      isEcho: function (event, what) {
        var isThere = Math.abs(event.clientX - tap.x) < 40 && Math.abs(event.clientY - tap.y) < 40;
        return isThere && tap.what !== what && Date.now() < tap.until;
      },
      sees: function (line) {
        inView(nodes[line.id]);
      },
      /** What a new word on a card means is said to who asked, on the first one. */
      explains: function (line) {
        if (!net.kept('explained')) net.keep('explained', line.id);
        return net.kept('explained') === line.id;
      },
      organiser: function () {
        var group = room.app.group();
        return options.kind === 'group' && !!group && group.organiser;
      },
      address: function (line) {
        net.keep('hints', '9');
        lines[line.id].hint = false;
        editNow({ text: t('room.mention') + line.text, editOf: line.id });
      },
      tapped: function (node) {
        net.keep('tipped', '1');
        tip.classList.remove('shown');
        if (node.classList.contains('open')) inView(node);
      },
      resend: function (line) {
        submit(line.id);
      }
    };

    // Without a public address nobody else can open the link: then it is left out.
    function isOnlyHere() {
      return /^https?:\/\/(127\.|localhost|\[::1\])/.test(room.app.address());
    }

    function forWeChat(line) {
      var all = room
        .plainText(line.html)
        .split('\n')
        .filter(function (text) {
          return text.trim();
        });
      if (isOnlyHere()) return all.join('\n');
      var kept = all.length > 14 ? all.slice(0, 13).concat(t('room.copy.more', all.length - 13)) : all;
      return kept.concat(room.app.address() + '/s/' + line.share).join('\n');
    }

    // ---- lines ----
    function isAtBottom() {
      return log.scrollHeight - log.scrollTop - log.clientHeight < 120;
    }

    function bottom() {
      room.takeUp(log);
      log.scrollTop = log.scrollHeight;
      seen();
    }

    function seen() {
      unseen = {};
      fresh.classList.remove('shown');
    }

    // All of it if it fits, else its beginning.
    function inView(node) {
      var box = log.getBoundingClientRect();
      var at = node.getBoundingClientRect();
      // A word over the lines takes as much of them.
      var bottom = box.bottom - (document.getElementById('toast').className ? parseFloat(log.style.paddingBottom) || 0 : 0);
      if (at.bottom > bottom) log.scrollTop += at.bottom - bottom + 8;
      at = node.getBoundingClientRect();
      if (at.top < box.top) log.scrollTop += at.top - box.top - 8;
    }

    function topOf(id) {
      return nodes[id].getBoundingClientRect().top;
    }

    // The card under the finger stays where it is, whatever grows above it.
    function holding() {
      return pressedId && nodes[pressedId] && Date.now() - pressedAt < 6000 ? topOf(pressedId) : null;
    }

    function hold(top) {
      if (top === null || !nodes[pressedId]) return;
      log.scrollTop += topOf(pressedId) - top;
      inView(nodes[pressedId]);
    }

    function goPrivate() {
      whisper.classList.remove('shown');
      room.app.open();
    }

    function arrive(isReset, first) {
      var isAnswer = first && Date.now() - pressedAt < 6000;
      if (isReset || (first && first.stay) || isAnswer) bottom();
      if (!isReset && first && (first.stay || isAnswer)) inView(nodes[first.id]);
      if (isAnswer) pressedAt = 0;
    }

    function place(line) {
      var at = order.length;
      while (at > 0 && lines[order[at - 1]].position > line.position) at--;
      order.splice(at, 0, line.id);
      lines[line.id] = line;
      nodes[line.id] = room.lineNode(line, host);
      list.insertBefore(nodes[line.id], at + 1 < order.length ? nodes[order[at + 1]] : null);
      follow(at);
      follow(at + 1);
    }

    function remove(id) {
      var at = order.indexOf(id);
      if (at < 0) return;
      order.splice(at, 1);
      if (nodes[id].parentNode) nodes[id].parentNode.removeChild(nodes[id]);
      delete nodes[id];
      delete lines[id];
      follow(at);
      delete unseen[id];
      if (!Object.keys(unseen).length) fresh.classList.remove('shown');
    }

    function put(line) {
      var old = lines[line.id];
      if (line.gone) return remove(line.id);
      if (old && old.hint && !line.reaction) line.hint = true;
      if (old && old.quote) line.quote = old.quote;
      if (old && hasNewButtons(old, line)) waits = line.id;
      if (old && old.position === line.position) {
        line.freshAt = hasNewButtons(old, line) ? Date.now() : old.freshAt;
        var now = room.lineNode(line, host);
        var focused = nodes[line.id].contains(document.activeElement) ? document.activeElement.textContent : null;
        list.replaceChild(now, nodes[line.id]);
        nodes[line.id] = now;
        lines[line.id] = line;
        follow(order.indexOf(line.id));
        if (focused !== null) focusAgain(now, focused);
        return;
      }
      if (old) remove(line.id);
      place(line);
    }

    function hasNewButtons(old, line) {
      var known = labels(old);
      return labels(line).some(function (label) {
        return known.indexOf(label) < 0;
      });
    }

    function labels(line) {
      return room.ownButtons(line, host).map(function (button) {
        return button.label;
      });
    }

    // An edit must not throw a keyboard out of the card.
    function focusAgain(now, text) {
      var buttons = now.querySelectorAll('button, a');
      for (var i = 0; i < buttons.length; i++) if (buttons[i].textContent === text) return buttons[i].focus();
      // A phone would open its keyboard over the card for the text box.
      (buttons[0] || composer.area).focus();
    }

    // What is to be typed is shown by an example, where it is a place.
    function exampleOf(line) {
      var isPlace = room.ownButtons(line, host).some(function (button) {
        return button.typed && room.isWord('supplies.button.tellDropOff', button.label);
      });
      return isPlace ? t('room.dropOff.example') : null;
    }

    // A second line of the same person within five minutes needs no name.
    function follow(at) {
      var line = lines[order[at]];
      var before = lines[order[at - 1]];
      if (!line) return;
      var same =
        before && !line.note && !before.note && line.seatId && before.seatId === line.seatId && new Date(line.at) - new Date(before.at) < 300000;
      nodes[line.id].classList.toggle('same', !!same);
    }

    function showEmpty() {
      empty.classList.toggle('shown', order.length === 0);
      var hasSpoken = order.some(function (id) {
        return lines[id].seatId === room.me.id;
      });
      // Until the bot has taken something in: a sentence it left alone must not be the last that helps.
      var isHeard = order.some(function (id) {
        var line = lines[id];
        return !line.seatId && line.replyTo && lines[line.replyTo] && lines[line.replyTo].seatId === room.me.id;
      });
      composer.examples(isGuiding && !isHeard && !hasCards());
      if (hasSpoken) net.keep('known', '1', true);
      composer.node.classList.toggle('is-known', hasSpoken || !!net.kept('known', true));
      tip.classList.toggle('shown', hasSpoken && !net.kept('tipped'));
    }

    function unguide() {
      if (!isGuiding) return;
      isGuiding = false;
      composer.examples(false);
    }

    // Where something waits to be done nobody needs to be told how to ask.
    function hasCards() {
      return (
        order.some(function (id) {
          return room.ownButtons(lines[id], host).length;
        })
      );
    }

    function showBoard() {
      strip.show(pinned && lines[pinned], host.plain());
      order.forEach(function (id) {
        nodes[id].classList.toggle('is-board', id === pinned && !host.plain());
      });
    }

    // The card of a need is the first thing the bot said of it.
    function cardOf(number) {
      var start = new RegExp('^#' + number + '(?!\\d)');
      return order
        .map(function (id) {
          return lines[id];
        })
        .filter(function (line) {
          return line.buttons && line.buttons.length && start.test(room.plainText(line.html || ''));
        })[0];
    }

    function goTo(line) {
      unguide();
      inView(nodes[line.id]);
      nodes[line.id].classList.add('found');
      var first = nodes[line.id].querySelector('.press');
      if (first) first.focus({ preventScroll: true });
    }

    // What is said below the name of a need: where to bring it.
    function told(line) {
      return room
        .plainText(line.html || '')
        .split('\n')
        .filter(function (text) {
          return !/^#\d/.test(text);
        })[0];
    }

    // ---- saying ----
    function pendings() {
      return order
        .map(function (id) {
          return lines[id];
        })
        .filter(function (line) {
          return line.pending;
        });
    }

    function keepPendings() {
      if (!room.me) return;
      net.keep('pending.' + chat, JSON.stringify(pendings()), room.me.guest);
    }

    function say(said) {
      if (said.editOf) return editNow(said);
      var clientId = net.newId();
      place({
        id: room.me.id + '.' + clientId,
        clientId: clientId,
        at: new Date().toISOString(),
        position: waiting++,
        seatId: room.me.id,
        name: room.me.name,
        text: said.text,
        replyTo: said.replyTo,
        photo: said.photo,
        buttons: [],
        pending: 'sending'
      });
      showEmpty();
      bottom();
      submit(room.me.id + '.' + clientId);
    }

    function submit(id) {
      var line = lines[id];
      if (!line || !line.pending) return;
      var mine = chat;
      put(merge(line, { pending: 'sending', error: null }));
      keepPendings();
      net.post(
        '/room/say',
        { chat: chat, clientId: line.clientId, text: line.text, replyTo: line.replyTo, photo: line.photo, language: room.t.language() },
        function (answer) {
          if (mine !== chat || !lines[id]) return;
          var hints = Number(net.kept('hints') || 0);
          var isHinted = answer.request && hints < 3 && !host.plain();
          if (isHinted) net.keep('hints', String(hints + 1));
          if (!lines[id].pending && !isHinted) return;
          put(merge(lines[id], { pending: null, hint: isHinted }));
          if (isHinted) inView(nodes[id]);
          keepPendings();
        },
        function (key, status) {
          if (mine !== chat || !lines[id] || !lines[id].pending) return;
          if (status === 401) return room.app.out();
          put(merge(lines[id], { pending: 'failed', error: key === 'room.error.net' ? null : key }));
          keepPendings();
          if (status === 429 || status === 503) setTimeout(submit, 6000, id);
        }
      );
    }

    function editNow(said) {
      net.post(
        '/room/say',
        { chat: chat, clientId: net.newId(), text: said.text, editOf: said.editOf, language: room.t.language() },
        function () {},
        function (key) {
          composer.edit(merge(lines[said.editOf] || { id: said.editOf }, { text: said.text }));
          room.toast(t(key));
        }
      );
    }

    function press(line, button, pressed) {
      var clientId = net.newId();
      pressedAt = tappedAt = Date.now();
      net.keep('known', '1', true);
      pressedId = line.id;
      isGuiding = false;
      room.app.awaits(clientId, pressed);
      net.post(
        '/room/press',
        { chat: chat, messageId: line.id, data: button.data, clientId: clientId, language: room.t.language() },
        function () {},
        function (key) {
          room.app.settle(clientId);
          room.toast(t(key));
        }
      );
    }

    function merge(line, changes) {
      var all = {};
      for (var a in line) all[a] = line[a];
      for (var b in changes) all[b] = changes[b];
      return all;
    }

    function gap() {
      if (!list.firstChild || !list.firstChild.classList.contains('gap')) list.insertBefore(el('p.note.gap', null, t('room.gap')), list.firstChild);
    }

    function useExample(event) {
      var example = event.target.closest && event.target.closest('.words code');
      if (!example || (event.type === 'keydown' && event.keyCode !== 13 && event.keyCode !== 32)) return;
      event.preventDefault();
      event.stopPropagation();
      composer.fill(example.textContent);
    }
    node.addEventListener('click', useExample);
    node.addEventListener('keydown', useExample);

    return {
      node: node,
      composer: composer,
      say: function (text) {
        say({ text: text });
      },
      bottom: bottom,
      shut: strip.shut,
      /** Come to anew, it ends with its last line. */
      enter: function () {
        log.style.paddingBottom = '';
        bottom();
      },
      /** The line at the top of what is seen stays there, whatever becomes larger. */
      keepPlace: function (change) {
        var top = log.getBoundingClientRect().top;
        var isEnd = isAtBottom();
        var seenId = order.filter(function (id) {
          return nodes[id].getBoundingClientRect().bottom > top + 40;
        })[0];
        var before = seenId && nodes[seenId].getBoundingClientRect().top - top;
        change();
        if (isEnd) return bottom();
        if (seenId) log.scrollTop += nodes[seenId].getBoundingClientRect().top - log.getBoundingClientRect().top - before;
      },
      chat: function () {
        return chat;
      },
      open: function (id) {
        chat = id;
        lines = {};
        order = [];
        nodes = {};
        pinned = null;
        strip.shut();
        room.clear(list);
        room.clear(empty);
        room.add(empty, [
          el('img', { src: '/room/mark.svg', alt: '' }),
          el('p.empty-title', null, t('room.empty.' + options.kind)),
          el('p', null, t('room.empty.' + options.kind + '.text'))
        ]);
        JSON.parse(net.kept('pending.' + chat, room.me.guest) || '[]').forEach(function (line) {
          line.position = waiting++;
          line.pending = 'failed';
          place(line);
        });
        composer.load();
        showBoard();
        showEmpty();
      },
      /** Lines that are new or changed; those in which the bot or another said something new. */
      take: function (part, isReset) {
        var stay = isAtBottom();
        var news = null;
        var asked = null;
        var top = holding();
        if (isReset) waits = null;
        var came = [];
        part.lines.forEach(function (line) {
          var isNews = !lines[line.id] && !line.gone && line.seatId !== room.me.id;
          put(line);
          if (isNews && !isReset && !stay) unseen[line.id] = true;
          if (isNews) came.push(line.id);
          if (isNews && (!news || line.position < news.position)) news = { id: line.id, position: line.position, stay: stay };
          var to = line.asks && lines[line.replyTo];
          if (to && to.seatId === room.me.id) asked = line;
        });
        if (part.pinned) pinned = part.pinned;
        showBoard();
        showEmpty();
        keepPendings();
        if (stay && !news && top === null) bottom();
        arrive(isReset, news);
        if (!news) hold(top);
        fresh.classList.toggle('shown', Object.keys(unseen).length > 0);
        if (asked && !isReset && !composer.area.value) composer.reply(asked, exampleOf(asked));
        return came;
      },
      /** The lines of the bot that will read otherwise. */
      changed: function (part) {
        return part.lines
          .filter(function (line) {
            var old = lines[line.id];
            if (!old || line.gone || line.seatId || !told(line) || told(old) === told(line)) return false;
            // Over before anybody looked, it is nothing to look for.
            return room.ownButtons(line, host).length > 0 || !room.ownButtons(old, host).length;
          })
          .map(function (line) {
            return line.id;
          });
      },
      /** What a person pressed is still seen below what is said of it. */
      holds: function () {
        if (pressedId && nodes[pressedId] && Date.now() - pressedAt < 6000) inView(nodes[pressedId]);
      },
      pressed: function () {
        return Date.now() - pressedAt < 8000;
      },
      /** The card that got something to do while nobody looked comes into view. */
      toWaiting: function () {
        var line = waits && lines[waits];
        waits = null;
        if (!line || !room.ownButtons(line, host).length) return;
        unguide();
        inView(nodes[line.id]);
      },
      /** A line above the box that leads to the other tab; null: none. */
      whisper: function (text, isAsked) {
        var stay = isAtBottom();
        var height = whisper.offsetHeight;
        whisper.classList.toggle('shown', !!text);
        room.clear(whisper);
        if (!text) {
          if (height && stay) room.leave(log, (parseFloat(log.style.paddingBottom) || 0) + height);
          return;
        }
        var words = [el('span', null, t(isAsked ? 'room.whisper.asks' : 'room.whisper', text)), el('b', null, t(isAsked ? 'room.whisper.answer' : 'room.whisper.go'))];
        room.add(whisper, [
          el('button.whisper-go', { type: 'button', onclick: goPrivate }, words),
          room.button('whisper-close', '×', room.app.closeWhisper, { 'aria-label': t('room.close') })
        ]);
        if (stay) bottom();
      },
      /** The words of a line, and whether they ask for some that are typed. */
      latest: function (ids) {
        var line = ids
          .map(function (id) {
            return lines[id];
          })
          .filter(Boolean)
          .pop();
        if (!line || !line.html) return null;
        var own = room.ownButtons(line, host);
        var text = told(line) || room.summary(line);
        return {
          line: line,
          isTold: !!told(line),
          text: text,
          isAsked: /[？?]/.test(text),
          isToDo: own.length > 0,
          // Something is still to be brought.
          isOpen: own.some(function (button) {
            return /\.delivered$/.test(button.phrase);
          }),
          typed: own.some(function (button) {
            return button.typed;
          })
        };
      },
      answer: function (line) {
        composer.reply(line, exampleOf(line));
      },
      held: function () {
        return {
          pinned: pinned,
          lines: order
            .map(function (id) {
              return lines[id];
            })
            .filter(function (line) {
              return !line.pending;
            })
        };
      },
      restore: function (held) {
        held.lines.forEach(place);
        pinned = held.pinned;
        showBoard();
        showEmpty();
        bottom();
      },
      gap: gap,
      refresh: function () {
        order.slice().forEach(function (id) {
          put(lines[id]);
        });
        showBoard();
      },
      retry: function () {
        pendings().forEach(function (line) {
          if (line.pending === 'failed') submit(line.id);
        });
      }
    };
  };
})();
