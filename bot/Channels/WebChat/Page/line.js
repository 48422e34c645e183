// One line of a chat as a node: a bubble for a person, a slip of paper for the bot.
(function () {
  'use strict';
  var room = window.room;
  var el = room.el;
  var t = room.t;

  /** host: {me, plain(), find(id), reply(line), edit(line), press(line, button, node), copy(line), resend(line)} */
  room.lineNode = function (line, host) {
    if (line.note) return el('p.note', null, t(line.note, line.name, line.text));
    var isBot = line.id.charAt(0) === 'b';
    var isMine = line.seatId === host.me.id;
    var node = el('article.line.' + (isBot ? 'bot' : isMine ? 'mine' : 'theirs'));
    if (!isMine) node.appendChild(room.avatar(line.name || '', isBot));
    node.appendChild(
      el(
        'div.body',
        null,
        who(line, isBot, isMine),
        isBot ? slip(line, host) : bubble(line, host, node),
        isBot ? null : acts(line, host, isMine),
        line.reaction ? el('p.reaction', null, line.reaction) : null,
        line.hint ? hint(line, host) : null,
        line.pending ? pending(line, host) : null
      )
    );
    return node;
  };

  function who(line, isBot, isMine) {
    var name = isBot ? t('room.bot') : isMine ? t('room.you') : line.name;
    return el(
      'p.who',
      null,
      el(isMine ? 'span.name.hear' : 'span.name', null, name),
      ' ',
      el('time', { datetime: line.at }, room.time(line.at)),
      line.edited ? el('span.edited', null, ' · ' + t('room.edited')) : null
    );
  }

  function quoted(line, host) {
    // What stands right above needs no quoting.
    if (!line.replyTo || (!line.seatId && host.isAbove(line.replyTo, line))) return null;
    var other = host.find(line.replyTo);
    if (!other && !line.seatId) return null;
    var text = other ? room.summary(other) : t('room.gone.reply');
    return el('p.quoted', null, other ? el('b', null, room.nameOf(other, host.me)) : null, other ? ' ' : null, text);
  }

  function picture(line) {
    if (!line.picture || !/^[0-9a-f]{32}\.(jpg|png)$/.test(line.picture)) return null;
    return el('div.photo', null, el('img', { src: '/pictures/' + line.picture, alt: '' }));
  }

  function photo(line) {
    if (!line.photo || !/^[0-9a-f]{32}\.(jpg|png|webp)$/.test(line.photo)) return null;
    var alt = t('room.photo.alt', line.name || t('room.bot'));
    var address = '/room/photos/' + line.photo;
    return el('a.photo', { href: address, target: '_blank', rel: 'noopener' }, el('img', { src: address, alt: alt }));
  }

  function bubble(line, host, node) {
    return el(
      'div.bubble',
      {
        onclick: function (event) {
          if (event.target.closest && event.target.closest('a')) return;
          if (String(window.getSelection ? window.getSelection() : '')) return;
          node.classList.toggle('open');
          host.tapped(node);
        }
      },
      quoted(line, host),
      photo(line),
      line.text ? el('p.text', null, line.text) : null
    );
  }

  function acts(line, host, isMine) {
    if (line.pending) return null;
    var mayEdit = isMine && !host.plain() && !line.photo && Date.now() - new Date(line.at).getTime() < 48 * 3600000;
    return el(
      'div.acts',
      null,
      room.button('act', t('room.reply'), function () {
        host.reply(line);
      }),
      mayEdit
        ? room.button('act', t('room.edit'), function () {
            host.edit(line);
          })
        : null,
      line.text
        ? room.button('act', t('room.copy.self'), function () {
            room.copyText(line.text, t('room.copy.done'));
          })
        : null
    );
  }

  function slip(line, host) {
    var words = room.fromSmallHtml(line.html || '', el('div.words'));
    return el(
      'div.slip',
      null,
      quoted(line, host),
      picture(line) || photo(line),
      words,
      host.plain() ? null : buttons(line, host),
      el(
        'div.foot',
        null,
        room.button('act', t('room.reply'), function () {
          host.reply(line);
        }),
        line.share && isWorthCopying(line, host)
          ? room.button('act', t('room.copy'), function () {
              host.copy(line);
            })
          : null
      )
    );
  }

  // A need, a list, a class: not every word the bot says.
  function isWorthCopying(line, host) {
    return /[｜|]/.test(room.plainText(line.html || '')) || room.ownButtons(line, host).length > 0;
  }

  /** The buttons of a line that are the reader's, in one row. */
  room.ownButtons = function (line, host) {
    var all = [];
    (line.buttons || []).forEach(function (row) {
      row.forEach(function (button) {
        if (isOwn(button, host)) all.push(button);
      });
    });
    return all;
  };

  function isOwn(button, host) {
    if (button.notFor && button.notFor.indexOf(host.me.id) >= 0) return false;
    if (button.for && button.for.indexOf(host.me.id) >= 0) return true;
    if (button.forOrganisers) return host.organiser();
    return !button.for;
  }

  function buttons(line, host) {
    var rows = (line.buttons || [])
      .map(function (row) {
        return row.filter(function (button) {
          return isOwn(button, host);
        });
      })
      .filter(function (row) {
        return row.length;
      });
    if (!rows.length) return null;
    return el(
      'div.buttons',
      null,
      rows.map(function (row) {
        return el(
          'div.row',
          null,
          row.map(function (button) {
            return buttonNode(line, button, host);
          })
        );
      })
    );
  }

  function buttonNode(line, button, host) {
    if (button.url) {
      return /^(https?:\/\/|\/)/i.test(button.url)
        ? el('a.press', { href: button.url, target: '_blank', rel: 'noopener noreferrer' }, button.label)
        : null;
    }
    var node = room.button('press', button.label, function () {
      if (node.getAttribute('aria-disabled') === 'true') return;
      // The second half of a double tap must not press what has just come under the finger.
      if (line.freshAt && Date.now() - line.freshAt < 800) return;
      if (button.typed) return host.reply(line);
      node.setAttribute('aria-disabled', 'true');
      host.press(line, button, node);
    });
    return node;
  }

  // Seen by its writer alone; ordinary talk gets no answer in the group.
  function hint(line, host) {
    return el(
      'p.hint',
      null,
      el('span', null, t('room.hint')),
      room.button('chip', t('room.hint.button'), function () {
        host.address(line);
      })
    );
  }

  function pending(line, host) {
    if (line.pending === 'sending') return el('p.pending', null, t('room.sending'));
    return el(
      'p.pending',
      null,
      line.error ? el('span.why', null, t(line.error)) : null,
      room.button('again', t('room.failed'), function () {
        host.resend(line);
      })
    );
  }

  room.nameOf = function (line, me) {
    return line.id.charAt(0) === 'b' ? t('room.bot') : line.seatId === me.id ? t('room.you') : line.name;
  };

  room.summary = function (line) {
    var text = line.html ? room.plainText(line.html) : line.text || (line.photo ? t('room.photo.alt', line.name) : '');
    text = text.split('\n')[0];
    if (text.length <= 40) return text;
    var end = 40;
    // Never in the middle of a number.
    while (end > 20 && /\d/.test(text.charAt(end)) && /\d/.test(text.charAt(end - 1))) end--;
    return text.slice(0, end) + '…';
  };
})();
