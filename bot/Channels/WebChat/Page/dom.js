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

  // Neither the tabs nor the board: they are pressed while it is read.
  function below() {
    var logs = document.querySelectorAll('.log');
    for (var i = 0; i < logs.length; i++) if (logs[i].offsetHeight) return logs[i].getBoundingClientRect().top + 8;
    return 64;
  }

  var toastTimer;
  room.hush = function () {
    document.getElementById('toast').className = document.getElementById('toast').textContent = '';
  };

  room.toast = function (text) {
    var box = document.getElementById('toast');
    box.textContent = text;
    box.style.top = below() + 'px';
    box.className = 'shown';
    clearTimeout(toastTimer);
    toastTimer = setTimeout(room.hush, 3000 + text.length * 120);
  };
})();
window.room.t.language = function () {
  'use strict';
  return window.roomChoice.language;
};
