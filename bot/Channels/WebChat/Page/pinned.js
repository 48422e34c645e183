// The board above a chat: a strip that opens into rows, each with the way to its card.
(function () {
  'use strict';
  var room = window.room;
  var el = room.el;
  var t = room.t;

  /** host: {cardOf(number), goTo(line), own(line), copy(line), fill(text)} */
  room.pinned = function (host) {
    var node = el('div.board');
    var isOpen = false;
    var line = null;

    function draw() {
      room.clear(node);
      if (!line) return;
      var count = needs().length;
      node.appendChild(
        el(
          'button.board-bar',
          {
            type: 'button',
            'aria-expanded': String(isOpen),
            onclick: function () {
              isOpen = !isOpen;
              draw();
              node.firstChild.focus();
            }
          },
          el('b', null, t('room.board')),
          el('span.board-text', null, count ? t('room.board.title', count) : room.summary(line)),
          el('span.board-word', null, t(isOpen ? 'room.board.shut' : 'room.board.open'))
        )
      );
      if (isOpen) node.appendChild(el('div.board-open', { tabindex: '0', role: 'region', 'aria-label': t('room.board') }, texts().map(row), copying()));
    }

    function copying() {
      return line.share
        ? room.button('act', t('room.copy'), function () {
            host.copy(line);
          })
        : null;
    }

    function texts() {
      return room.plainText(line.html).split('\n');
    }

    function needs() {
      return texts().filter(function (text) {
        return /^#\d+/.test(text);
      });
    }

    // No line begins with ｜.
    function row(text, at) {
      var number = /^#(\d+)/.exec(text);
      if (number) return el('div.board-row', null, el('p', null, text.replace(/｜/g, '\u2060｜')), toCard(number[1]));
      return at || !needs().length ? el('p.board-note', null, text) : null;
    }

    function toCard(number) {
      var card = host.cardOf(number);
      return room.button('act', t(!card || mayClaim(card) ? 'room.board.claim' : 'room.board.card'), function () {
        isOpen = false;
        draw();
        // What is no longer on the page is claimed by its number.
        if (card) host.goTo(card);
        else host.fill(t('room.board.say', number));
      });
    }

    // A card speaks the language of its group, the page that of its reader.
    function mayClaim(card) {
      return host.own(card).some(function (button) {
        return Object.keys(window.roomWords).some(function (language) {
          return button.label === window.roomWords[language]['room.board.press'];
        });
      });
    }

    return {
      node: node,
      shut: function () {
        isOpen = false;
      },
      show: function (pinned, isPlain) {
        line = isPlain ? null : pinned;
        node.classList.toggle('shown', !!pinned || isPlain);
        draw();
        if (isPlain) node.appendChild(el('p.plain-state', null, t('room.plain.state')));
      }
    };
  };
})();
