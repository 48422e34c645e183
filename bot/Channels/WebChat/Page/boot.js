// Before the first paint: colours, size and language as the person left them. ES5: old WebViews open this page.
(function () {
  'use strict';
  var root = document.documentElement;
  var dark = window.matchMedia ? window.matchMedia('(prefers-color-scheme: dark)') : null;

  function read(key) {
    try {
      return window.localStorage.getItem('room.' + key);
    } catch (e) {
      return null; // Storage is closed in some private modes: the choice then lasts as long as the page.
    }
  }

  var choice = {
    theme: read('theme') || 'auto',
    big: read('big') === '1',
    language: read('language') || (/^zh/i.test(navigator.language || 'zh') ? 'zh-CN' : 'en')
  };

  function apply() {
    var isDark = choice.theme === 'dark' || (choice.theme === 'auto' && dark && dark.matches);
    root.setAttribute('data-theme', isDark ? 'dark' : 'light');
    root.setAttribute('data-size', choice.big ? 'big' : 'normal');
    root.lang = choice.language;
    var colour = document.querySelector('meta[name=theme-color]');
    if (colour) colour.content = isDark ? '#1b1713' : '#f5eddd';
  }

  choice.set = function (key, value) {
    choice[key] = value;
    try {
      window.localStorage.setItem('room.' + key, value === true ? '1' : value === false ? '0' : value);
    } catch (e) {
      // As above.
    }
    apply();
  };
  if (dark && dark.addListener) dark.addListener(apply);
  apply();
  window.roomChoice = choice;
})();
