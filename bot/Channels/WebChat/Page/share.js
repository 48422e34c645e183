// A shared card in large type, as in the room.
(function () {
  'use strict';
  var big = document.getElementById('big');
  function show() {
    big.setAttribute('aria-pressed', String(window.roomChoice.big));
  }
  big.removeAttribute('hidden');
  big.addEventListener('click', function () {
    window.roomChoice.set('big', !window.roomChoice.big);
    show();
  });
  show();
})();
