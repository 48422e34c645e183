// The wire: XHR for what a page says, a stream for what it hears, long polls where streams do not work.
(function () {
  'use strict';
  var room = window.room;
  var net = (room.net = { token: null, cursor: '' });
  var stores = {};

  // Several tabs on this machine are several people: their token lives in the tab. Invited people keep theirs.
  function storage(kind) {
    try {
      return window[kind];
    } catch (e) {
      return null;
    }
  }

  net.keep = function (key, value, inTab) {
    stores[key] = value;
    var place = storage(inTab ? 'sessionStorage' : 'localStorage');
    try {
      if (place && value === null) place.removeItem('room.' + key);
      else if (place) place.setItem('room.' + key, value);
    } catch (e) {
      // Full or closed: the page still has it while it is open.
    }
  };

  net.kept = function (key, inTab) {
    var place = storage(inTab ? 'sessionStorage' : 'localStorage');
    try {
      return (place && place.getItem('room.' + key)) || stores[key] || null;
    } catch (e) {
      return stores[key] || null;
    }
  };

  net.newId = function () {
    var letters = '';
    var bytes = new Uint8Array(12);
    window.crypto.getRandomValues(bytes);
    for (var i = 0; i < bytes.length; i++) letters += ('0' + bytes[i].toString(16)).slice(-2);
    return letters;
  };

  /** done(answer) or failed(phrase key, status); status 0: the line is dead. */
  net.ask = function (method, path, body, done, failed, timeout) {
    var request = new XMLHttpRequest();
    request.open(method, path);
    request.timeout = timeout || 15000;
    if (net.token) request.setRequestHeader('X-Room-Token', net.token);
    var isFile = window.Blob && body instanceof window.Blob;
    if (body && !isFile) request.setRequestHeader('Content-Type', 'application/json');
    request.onload = function () {
      var answer = null;
      try {
        answer = JSON.parse(request.responseText);
      } catch (e) {
        answer = null; // A proxy's page, not ours.
      }
      if (request.status >= 200 && request.status < 300 && answer) return done(answer);
      failed((answer && answer.error) || 'room.error.stored', request.status);
    };
    request.onerror = request.ontimeout = function () {
      failed('room.error.net', 0);
    };
    request.send(isFile ? body : body ? JSON.stringify(body) : null);
    return request;
  };

  net.get = function (path, done, failed) {
    return net.ask('GET', path, null, done, failed);
  };

  net.post = function (path, body, done, failed) {
    return net.ask('POST', path, body, done, failed);
  };

  // ---- hearing ----
  var on = null;
  var stop = null;
  var watchdog = null;
  var fails = 0;
  var streamFails = 0;
  var retryTimer = null;
  var canStream = !!(window.fetch && window.ReadableStream && window.AbortController && window.TextDecoder);

  /** handlers: batch(b), online(), offline(), out() */
  net.listen = function (handlers) {
    on = handlers;
    net.restart();
  };

  net.restart = function () {
    net.hush();
    fails = 0;
    next();
  };

  net.hush = function () {
    clearTimeout(retryTimer);
    clearTimeout(watchdog);
    if (stop) stop();
    stop = null;
  };

  function path(poll) {
    return '/room/events?after=' + encodeURIComponent(net.cursor) + (poll === null ? '' : '&poll=' + poll);
  }

  function heard(batch) {
    fails = 0;
    net.cursor = batch.cursor;
    on.online();
    on.batch(batch);
  }

  function lost(status) {
    if (status === 401) {
      net.hush();
      return on.out();
    }
    fails++;
    if (fails > 1 || status === 0) on.offline();
    clearTimeout(retryTimer);
    retryTimer = setTimeout(next, Math.min(15000, 500 * Math.pow(2, fails)));
  }

  // A browser opens six lines to one host: a tab in the back gives its line to the others and asks now and then.
  function next() {
    if (document.hidden) return poll(0);
    return canStream && streamFails < 3 ? stream() : poll(1);
  }

  function poll(wait) {
    var request = net.ask(
      'GET',
      path(wait),
      null,
      function (batch) {
        heard(batch);
        retryTimer = setTimeout(next, wait ? 0 : 5000);
      },
      function (key, status) {
        lost(status);
      },
      40000
    );
    stop = function () {
      request.onload = request.onerror = request.ontimeout = null;
      request.abort();
    };
  }

  function stream() {
    var control = new AbortController();
    var text = '';
    var decoder = new TextDecoder();
    var ended = false;
    var got = false;
    stop = function () {
      ended = true;
      control.abort();
    };

    function end(status) {
      if (ended) return;
      ended = true;
      clearTimeout(watchdog);
      control.abort();
      if (!got && status !== 401) streamFails++;
      if (status === 200 && got) {
        retryTimer = setTimeout(next, 50 + 150 * fails++);
        return;
      }
      lost(status);
    }

    function alive() {
      clearTimeout(watchdog);
      watchdog = setTimeout(function () {
        end(0);
      }, 40000);
    }

    function read(reader) {
      reader.read().then(
        function (part) {
          if (ended) return;
          if (part.done) return end(200);
          alive();
          got = true;
          streamFails = 0;
          on.online();
          text += decoder.decode(part.value, { stream: true });
          var pieces = text.split('\n\n');
          text = pieces.pop();
          for (var i = 0; i < pieces.length; i++) {
            if (pieces[i].slice(0, 6) === 'data: ') heard(JSON.parse(pieces[i].slice(6)));
            if (ended) return;
          }
          read(reader);
        },
        function () {
          end(0);
        }
      );
    }

    alive();
    window.fetch(path(null), { headers: { 'X-Room-Token': net.token }, signal: control.signal, cache: 'no-store' }).then(
      function (response) {
        if (response.status !== 200 || !response.body) return end(response.status);
        read(response.body.getReader());
      },
      function () {
        end(0);
      }
    );
  }

  window.addEventListener('online', function () {
    if (on) net.restart();
  });
  window.addEventListener('offline', function () {
    if (on) {
      net.hush();
      lost(0);
    }
  });
  var hiddenTimer;
  document.addEventListener('visibilitychange', function () {
    clearTimeout(hiddenTimer);
    if (!on) return;
    if (document.hidden) hiddenTimer = setTimeout(net.restart, 10000);
    else net.restart();
  });
})();
