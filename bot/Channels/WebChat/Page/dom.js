// Nodes and words. People's text only ever becomes a text node.
(function () {
  'use strict';
  var room = (window.room = {});

  /** The phrase of a key in the chosen language, {0} {1} filled. */
  room.t = function (key) {
    var words = window.roomWords[window.roomChoice.language] || window.roomWords['zh-CN'];
    var text = words[key] || key;
    for (var i = 1; i < arguments.length; i++) text = text.split('{' + (i - 1) + '}').join(arguments[i]);
    return text;
  };

  /** A card speaks the language of its group, the page that of its reader. */
  room.isWord = function (key, text) {
    return Object.keys(window.roomWords).some(function (language) {
      return window.roomWords[language][key] === text;
    });
  };

  /** el('button.big', {type: 'button', onclick: f}, child, 'text', …) */
  room.el = function (what, attributes) {
    var parts = what.split('.');
    var node = document.createElement(parts[0]);
    if (parts.length > 1) node.className = parts.slice(1).join(' ');
    for (var name in attributes || {}) {
      var value = attributes[name];
      if (value === null || value === undefined || value === false) continue;
      if (name.slice(0, 2) === 'on') node.addEventListener(name.slice(2), value);
      else node.setAttribute(name, value === true ? '' : value);
    }
    for (var i = 2; i < arguments.length; i++) room.add(node, arguments[i]);
    return node;
  };

  room.add = function (node, child) {
    if (child === null || child === undefined || child === false) return;
    if (Array.isArray(child)) {
      for (var i = 0; i < child.length; i++) room.add(node, child[i]);
      return;
    }
    node.appendChild(typeof child === 'object' ? child : document.createTextNode(String(child)));
  };

  room.clear = function (node) {
    while (node.firstChild) node.removeChild(node.firstChild);
    return node;
  };

  room.button = function (kind, text, act, attributes) {
    var all = attributes || {};
    all.type = 'button';
    all.onclick = act;
    return room.el('button.' + kind, all, text);
  };

  /** The first sign of a name, in a colour of its own. */
  room.avatar = function (name, isBot) {
    if (isBot) return room.el('img.avatar', { src: '/room/mark.svg', alt: '' });
    var sum = 0;
    for (var i = 0; i < name.length; i++) sum = (sum * 31 + name.charCodeAt(i)) % 997;
    var first = /^[\ud800-\udbff]/.test(name) ? name.slice(0, 2) : name.charAt(0);
    return room.el('span.avatar.tint' + (sum % 6), { 'aria-hidden': 'true' }, first.toUpperCase());
  };

  function two(n) {
    return n < 10 ? '0' + n : String(n);
  }

  room.time = function (at) {
    var date = new Date(at);
    var now = new Date();
    var clock = two(date.getHours()) + ':' + two(date.getMinutes());
    if (date.toDateString() === now.toDateString()) return clock;
    var before = new Date(now.getTime() - 86400000);
    if (date.toDateString() === before.toDateString()) return room.t('room.yesterday') + ' ' + clock;
    var day = date.getMonth() + 1;
    return (window.roomChoice.language === 'en' ? date.getDate() + '/' + day : day + '月' + date.getDate() + '日') + ' ' + clock;
  };

  function seen(selector) {
    var all = document.querySelectorAll(selector);
    return Array.prototype.filter.call(all, function (node) {
      return node.offsetHeight;
    });
  }

  // Above the box to write in; beside a sheet or a drawer at the foot of the screen.
  function above() {
    var boxes = document.querySelector('.sheet, #side.open') ? [] : seen('.whisper.shown').concat(seen('.composer'));
    return boxes.length ? window.innerHeight - boxes[0].getBoundingClientRect().top + 6 : 16;
  }

  function spare(log) {
    return parseFloat(log.style.paddingBottom) || 0;
  }

  function below(log) {
    return log.scrollHeight - log.scrollTop - log.clientHeight;
  }

  /** Room at the end of the lines. It stays when what needed it has gone: nothing drops under a finger. */
  room.leave = function (log, height) {
    var isEnd = below(log) < 120;
    log.style.paddingBottom = Math.max(spare(log), height) + 'px';
    if (isEnd) log.scrollTop = log.scrollHeight;
  };

  /** As much of that room is given up as nobody sees going. */
  room.takeUp = function (log) {
    var left = spare(log) - Math.max(0, Math.floor(below(log)));
    log.style.paddingBottom = left > 0 ? left + 'px' : '';
  };

  // A button that is half seen is the next that is wanted: it comes up whole.
  function uncover(box) {
    var edge = box.getBoundingClientRect().top;
    seen('.log').forEach(function (log) {
      var hidden = seen('#' + log.parentNode.id + ' .press').filter(function (button) {
        var at = button.getBoundingClientRect();
        return at.top < log.getBoundingClientRect().bottom && at.bottom > edge;
      });
      if (hidden.length) log.scrollTop += hidden[hidden.length - 1].getBoundingClientRect().bottom - edge + 8;
    });
  }

  var toastTimer;
  room.hush = function () {
    var box = document.getElementById('toast');
    if (box.className) box.className = box.textContent = '';
  };
  // What is done next is not done under a word about what went before.
  document.addEventListener('click', room.hush, true);

  /** What stands below it has become higher or lower. */
  room.settleToast = function () {
    var box = document.getElementById('toast');
    if (!box.className) return;
    box.style.bottom = above() + 'px';
    seen('.log').forEach(function (log) {
      room.leave(log, box.offsetHeight + 14);
    });
    uncover(box);
  };

  /** isPlain: the change itself is seen as well. */
  room.toast = function (text, isPlain) {
    var box = document.getElementById('toast');
    box.textContent = text;
    box.className = 'shown';
    room.settleToast();
    clearTimeout(toastTimer);
    toastTimer = setTimeout(room.hush, isPlain ? Math.max(2000, text.length * 120) : 2500 + text.length * 100);
  };
})();
window.room.t.language = function () {
  'use strict';
  return window.roomChoice.language;
};
