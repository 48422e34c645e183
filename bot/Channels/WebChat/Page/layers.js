// What lies over the page is closed by the phone's Back, which else would leave the room.
(function () {
  'use strict';
  var room = window.room;
  var over = [];
  var isKept = false;

  // One step of the history is enough: closed by a tap, it waits for the next that opens.
  function keep() {
    if (isKept) return;
    isKept = true;
    window.history.pushState({ over: true }, '');
  }

  /** close is called by Back; by whom else, they say so with room.notOver. */
  room.over = function (close) {
    if (over.indexOf(close) < 0) over.push(close);
    keep();
  };

  room.notOver = function (close) {
    over = over.filter(function (one) {
      return one !== close;
    });
  };

  window.addEventListener('popstate', function () {
    if (!isKept || window.location.hash) return;
    isKept = false;
    var close = over.pop();
    // Nothing lies over the page: the step was left from before, and Back means to leave.
    if (!close) return window.history.back();
    close();
    if (over.length) keep();
  });
})();
