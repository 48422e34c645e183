// The board above a chat: a strip that opens into rows, each with the way to its card.
(function () {
  'use strict';
  var room = window.room;
  var el = room.el;
  var t = room.t;

  /** host: {cardOf(number), goTo(line), own(line), copy(line), fill(text)}; the rows leave for the phone's Back too. */
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
              turn(!isOpen);
              node.firstChild.focus();
            }
          },
          el('b', null, t('room.board')),
          el('span.board-text', null, t(count ? 'room.board.title' : 'room.board.none', count)),
          el('span.board-word', null, t(isOpen ? 'room.board.shut' : 'room.board.open'))
        )
      );
      if (isOpen) node.appendChild(el('div.board-open', { tabindex: '0', role: 'region', 'aria-label': t('room.board') }, texts().map(row), copying()));
    }

    function turn(open) {
      isOpen = open;
      if (open) room.over(shut);
      else room.notOver(shut);
      draw();
    }

    function shut() {
      turn(false);
    }

    function copying() {
      return line.share && needs().length > 1
        ? room.button('act', t('room.board.copy'), function () {
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
      if (number) return el('div.board-row', null, room.fromSmallHtml(text.replace(/｜/g, '\u2060｜'), el('p.words')), toCard(number[1]), copyOf(number[1]));
      return at || !needs().length ? el('p.board-note', null, text) : null;
    }

    function toCard(number) {
      var card = host.cardOf(number);
      return room.button('act', t(!card || mayClaim(card) ? 'room.board.claim' : 'room.board.card'), function () {
        shut();
        // What is no longer on the page is claimed by its number.
        if (card) host.goTo(card);
        else host.fill(t('room.board.say', number));
      });
    }

    // The card, not its row; of one that is no longer on the page there is only the list.
    function copyOf(number) {
      var card = host.cardOf(number);
      var what = card && card.share ? card : needs().length === 1 && line.share ? line : null;
      return what
        ? room.button(
            'act',
            t('room.copy.self'),
            function () {
              host.copy(what);
            },
            { 'aria-label': t('room.copy') + ' #' + number }
          )
        : null;
    }

    function mayClaim(card) {
      return host.own(card).some(function (button) {
        return room.isWord('room.board.press', button.label);
      });
    }

    return {
      node: node,
      shut: shut,
      show: function (pinned, isPlain) {
        line = isPlain ? null : pinned;
        node.classList.toggle('shown', !!pinned || isPlain);
        draw();
        if (isPlain) node.appendChild(el('p.plain-state', null, t('room.plain.state')));
      }
    };
  };
})();
