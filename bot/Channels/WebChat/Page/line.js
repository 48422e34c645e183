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
        line.refused ? el('p.refused', null, t('room.refused')) : null,
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
    // A question goes once it is answered; its answer still says to what.
    if (other) line.quote = other;
    other = line.quote;
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
      isNews(line, host) ? el('p.explained', null, t('room.unverified')) : null,
      host.plain() ? null : buttons(line, host),
      foot(line, host)
    );
  }

  function foot(line, host) {
    var isCopied = line.share && isWorthCopying(line);
    // A word said once, or what is answered by its buttons, needs no second way.
    if (!isCopied && !line.asks && (!line.card || room.ownButtons(line, host).some(isPressed))) return el('div.foot.bare');
    return el(
      'div.foot',
      null,
      room.button('act', t('room.reply'), function () {
        host.reply(line);
      }),
      isCopied
        ? room.button('act', t('room.copy'), function () {
            host.copy(line);
          })
        : null
    );
  }

  function isPressed(button) {
    return !button.typed;
  }

  // A need, a list, a class: not every word the bot says.
  function isWorthCopying(line) {
    return !!line.card || /[｜|]/.test(room.plainText(line.html || ''));
  }

  // Who asked reads for the first time that it is still to be verified.
  function isNews(line, host) {
    var isMine = room.ownButtons(line, host).some(function (button) {
      return isTheAskers(button) && isNamed(button, host);
    });
    return isUnverified(line) && isMine && host.explains(line);
  }

  function isUnverified(line) {
    return (line.buttons || []).some(function (row) {
      return row.some(function (button) {
        return isOne(button, ['verify']);
      });
    });
  }

  function isTheAskers(button) {
    return isOne(button, ['changeAsked']);
  }

  /** The buttons of a line that are the reader's, in one row. */
  room.ownButtons = function (line, host) {
    return [].concat.apply(
      [],
      (line.buttons || []).map(function (row) {
        return ownOf(row, host);
      })
    );
  };

  function ownOf(row, host) {
    var all = [];
    row.forEach(function (button) {
      var instead = (button.instead || []).filter(function (other) {
        return isNamed(other, host);
      });
      if (instead.length) all = all.concat(instead);
      else if (isOwn(button, host)) all.push(button);
    });
    return all;
  }

  function isNamed(button, host) {
    return !!button.for && button.for.indexOf(host.me.id) >= 0;
  }

  // 'supplies.button.claim' is a claim wherever it stands.
  function kindOf(button) {
    return (button.phrase || '').split('.').pop();
  }

  function isOne(button, kinds) {
    return kinds.indexOf(kindOf(button)) >= 0;
  }

  function isOwn(button, host) {
    if (button.notFor && button.notFor.indexOf(host.me.id) >= 0) return false;
    if (button.for && button.for.indexOf(host.me.id) >= 0) return true;
    if (button.forOrganisers) return host.organiser();
    return !button.for;
  }

  function buttons(line, host) {
    var rows = (line.buttons || [])
      .map(function (row) {
        return ownOf(row, host);
      })
      .filter(function (row) {
        return row.length;
      });
    if (!rows.length) return null;
    // What waits for the reader comes before what anybody may do.
    var first = rows.filter(isTurn);
    var rest = rows.filter(function (row) {
      return !isTurn(row);
    });
    var holds = rows.some(function (row) {
      return row.some(function (button) {
        return isOne(button, ['delivered', 'release']) && isNamed(button, host);
      });
    });
    function isTurn(row) {
      return row.some(function (button) {
        return isOne(button, ['delivered', 'miscounted']) && isNamed(button, host);
      });
    }
    var ordered = first.concat(rest);
    // What is seldom wanted shares its rows: a card shows whole on a small screen.
    if (ordered.length > 2) ordered = [ordered[0], [].concat.apply([], ordered.slice(1))];
    return el(
      'div.buttons',
      null,
      ordered.map(function (row, at) {
        var node = el('div.row');
        row.forEach(function (button, place) {
          var isMain = at + place === 0 && isOne(button, holds ? ['delivered'] : ['claim', 'delivered', 'received', 'signFor']) && !isBehalf(button, host);
          var own = buttonNode(line, button, host, wording(button, host, holds), isMain);
          node.appendChild(own);
          if (button.parts) node.appendChild(partOf(line, button, host, own));
        });
        return node;
      })
    );
  }

  function isBehalf(button, host) {
    return kindOf(button) === 'delivered' && !!button.for && !isNamed(button, host);
  }

  /** In the reader's language, with how much it takes. */
  function wording(button, host, holds) {
    var values = button.values || [];
    if (kindOf(button) === 'claim' && values.length) return t(holds ? 'room.press.again' : 'room.press.claim', values[0]);
    if (isBehalf(button, host) && values.length) return t('room.press.behalf', values[0]);
    return window.roomWords[t.language()][button.phrase] ? t.apply(null, [button.phrase].concat(values)) : button.label;
  }

  // Less than all of it: the amounts take the place of the whole, and one of them is the act.
  function partOf(line, button, host, whole) {
    var node = room.button('press', t('room.press.part'), function (event) {
      if (host.isEcho(event, line.id)) return;
      var row = node.parentNode;
      var before = Array.prototype.slice.call(row.childNodes);
      host.touched(event, line.id, 600);
      button.parts.forEach(function (part) {
        row.insertBefore(buttonNode(line, part, host, t('room.press.claim', part.label)), whole);
      });
      row.replaceChild(
        room.button('press', t('room.press.other'), function () {
          host.fill(t('room.board.say', /^#(\d+)/.exec(room.plainText(line.html))[1]) + ' ');
        }),
        node
      );
      row.removeChild(whole);
      row.appendChild(
        room.button('press', t('room.press.back'), function () {
          room.add(room.clear(row), before);
          node.focus();
        })
      );
      row.firstChild.focus();
      host.sees(line);
    });
    return node;
  }

  function buttonNode(line, button, host, text, isMain) {
    if (button.url) {
      return /^(https?:\/\/|\/)/i.test(button.url)
        ? el('a.press', { href: button.url, target: '_blank', rel: 'noopener noreferrer' }, text)
        : el('span');
    }
    var what = line.id + text;
    var node = room.button(isMain ? 'press main' : 'press', text, function (event) {
      if (node.getAttribute('aria-disabled') === 'true' || host.isEcho(event, what)) return;
      // The second half of a double tap must not press what has just come under the finger.
      if (line.freshAt && Date.now() - line.freshAt < 800 && host.isTapping()) return;
      if (button.typed) return host.reply(line);
      node.setAttribute('aria-disabled', 'true');
      host.touched(event, what, 1500);
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
      room.button('press main', t('room.hint.button'), function () {
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
