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

  // ｜待核实 is one word to whoever reads it.
  function whole(text, into) {
    text.split(/(｜[^｜\n，]{1,9})/).forEach(function (part) {
      if (part) into.appendChild(part.charAt(0) === '｜' ? room.el('span.whole', null, part) : document.createTextNode(part));
    });
  }

  room.fromSmallHtml = function (html, into) {
    var stack = [into];
    var at = 0;
    var match;
    token.lastIndex = 0;
    function text(end) {
      if (end > at) whole(unescape(html.slice(at, end)), stack[stack.length - 1]);
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
