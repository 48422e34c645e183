// The bot's small HTML, read by an allow-list into nodes: never innerHTML.
(function () {
  'use strict';
  var room = window.room;
  var token = /<(\/?)(b|i|u|s|code|pre|blockquote)>|<a href="([^"]*)">|<\/a>/g;
  var named = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00a0' };

  function unescape(text) {
    return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|amp|quot|apos|nbsp));/gi, function (all, dec, hex, name) {
      if (name) return named[name.toLowerCase()];
      var code = dec ? parseInt(dec, 10) : parseInt(hex, 16);
      if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
      return code > 0xffff
        ? String.fromCharCode(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff))
        : String.fromCharCode(code);
    });
  }

  function opened(match) {
    // An example to copy is put into the text box by a tap.
    if (match[2] === 'code') return room.el('code', { role: 'button', tabindex: '0' });
    if (match[2]) return document.createElement(match[2]);
    var url = unescape(match[3]);
    if (!/^https?:\/\//i.test(url)) return document.createElement('span');
    return room.el('a', { href: url, target: '_blank', rel: 'noopener noreferrer nofollow' });
  }

  // 还差 42, N95口罩 100个: a name and its number are not parted.
  function words(text, into) {
    text.split(/([^\s，、：；。（）｜#]{1,8} \d[\d.]*[^\s，、：；。（）｜\d]{0,3})/).forEach(function (part, at) {
      if (part) into.appendChild(at % 2 ? room.el('span.whole', null, part) : document.createTextNode(part));
    });
  }

  // No line begins with ｜, and 待核实 is one word to whoever reads it.
  function fields(text, into) {
    var all = text.split('｜');
    all.forEach(function (field, at) {
      var isLast = at === all.length - 1;
      var end = isLast ? field.search(/，|$/) : field.length;
      if (at && end <= 10) into.appendChild(room.el('span.whole', null, field.slice(0, end), isLast ? null : '｜'));
      else words(field.slice(0, end) + (isLast ? '' : '｜'), into);
      words(field.slice(end), into);
    });
  }

  // Of a card, community and state stand on a line of their own.
  function whole(text, into, isCard) {
    text.split('\n').forEach(function (line, at) {
      var bar = isCard && /^#\d/.test(line) ? line.indexOf('｜') : -1;
      if (at && (into.lastChild === null || into.lastChild.className !== 'second')) into.appendChild(document.createTextNode('\n'));
      if (bar < 0) return fields(line, into);
      words(line.slice(0, bar), into);
      into.appendChild(room.el('span.hear', null, '｜'));
      var second = room.el('span.second');
      fields(line.slice(bar + 1), second);
      into.appendChild(second);
    });
  }

  room.fromSmallHtml = function (html, into) {
    var stack = [into];
    var at = 0;
    var match;
    var isCard = /^#\d/.test(html);
    token.lastIndex = 0;
    function text(end) {
      if (end > at) whole(unescape(html.slice(at, end)), stack[stack.length - 1], isCard);
    }
    while ((match = token.exec(html))) {
      text(match.index);
      at = match.index + match[0].length;
      if (match[1] || match[0] === '</a>') {
        if (stack.length > 1) stack.pop();
      } else {
        var node = opened(match);
        stack[stack.length - 1].appendChild(node);
        stack.push(node);
      }
    }
    text(html.length);
    return into;
  };

  room.plainText = function (html) {
    return unescape(html.replace(token, ''));
  };
})();
