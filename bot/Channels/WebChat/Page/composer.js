// Where a person writes. A draft, the line it answers and the photo wait here until it is sent.
(function () {
  'use strict';
  var room = window.room;
  var el = room.el;
  var t = room.t;
  var net = room.net;

  /** options: {id, label, examples, mention, draftKey(), send(said)} */
  room.composer = function (options) {
    var state = { replyTo: null, editOf: null, photo: null, busy: false };
    var strip = el('div.strip');
    var chips = el('div.chips');
    var names = el('div.chips.at', null, room.button('chip', t('room.mention').trim(), mention));
    var file = el('input.hear', { type: 'file', accept: 'image/jpeg,image/png,image/webp', tabindex: '-1', 'aria-hidden': 'true' });
    var area = el('textarea', { id: options.id, rows: '1', 'aria-label': options.label, placeholder: options.label, maxlength: '4096' });
    var photoButton = room.button('plus', '', pickPhoto, { 'aria-label': t('room.photo'), title: t('room.photo') });
    var send = room.button('send', t('room.send'), submit);
    photoButton.appendChild(el('span', { 'aria-hidden': 'true' }, t('room.photo.short')));
    area.addEventListener('animationend', function () {
      area.classList.remove('pulse');
    });

    // Opened a second time it says so: nothing else on the page would.
    function pulse() {
      area.classList.remove('pulse');
      void area.offsetWidth;
      area.classList.add('pulse');
    }

    var node = el(
      'div.composer',
      null,
      chips,
      names,
      strip,
      el('div.write', null, photoButton, file, area, send),
      el('p.promise', null, t('room.promise'))
    );
    file.onchange = uploadPhoto;
    // A finger on an example moves nothing from under itself.
    chips.onmousedown = names.onmousedown = function (event) {
      event.preventDefault();
    };
    area.oninput = changed;
    area.onkeydown = function (event) {
      var isComposing = event.isComposing || event.keyCode === 229;
      var isDesk = window.matchMedia && window.matchMedia('(pointer: fine)').matches;
      if (event.keyCode === 13 && !event.shiftKey && !isComposing && isDesk) {
        event.preventDefault();
        submit();
      }
      if (event.keyCode === 27) cancel();
    };

    function changed() {
      node.classList.toggle('is-written', !!area.value);
      names.classList.toggle('shown', !!options.mention && /[@＠]$/.test(area.value));
      grow();
      net.keep(options.draftKey(), area.value || null, true);
    }

    function grow() {
      area.style.height = 'auto';
      area.style.height = Math.min(area.scrollHeight + 4, 180) + 'px';
    }

    function cancel() {
      if (state.editOf) area.value = '';
      state.replyTo = state.editOf = state.photo = null;
      show();
      changed();
    }

    function show() {
      room.clear(strip);
      var text = state.busy
        ? t('room.photo.loading')
        : state.editOf
          ? t('room.editing')
          : state.photo
            ? t('room.photo.ready')
            : state.replyTo
              ? t('room.replying', room.nameOf(state.replyTo, room.me)) + '：' + room.summary(state.replyTo)
              : null;
      strip.classList.toggle('shown', !!text);
      if (!state.replyTo) area.classList.remove('pulse');
      area.placeholder = (state.replyTo && state.example) || options.label;
      area.classList.toggle('is-asked', !!(state.replyTo && state.example));
      if (!text) return;
      if (state.photo) strip.appendChild(el('img', { src: '/room/photos/' + state.photo, alt: '' }));
      strip.appendChild(el('p', { role: 'status' }, text));
      if (!state.busy) strip.appendChild(room.button('act', state.photo ? t('room.photo.remove') : t('room.cancel'), cancel));
    }

    function submit() {
      var text = area.value.replace(/^\s+|\s+$/g, '');
      if (state.busy || (!text && !state.photo)) return area.focus();
      options.send({
        text: text,
        replyTo: state.replyTo ? state.replyTo.id : null,
        editOf: state.editOf ? state.editOf.id : null,
        photo: state.photo
      });
      area.value = '';
      state.replyTo = state.editOf = state.photo = null;
      show();
      changed();
      area.focus();
    }

    function pickPhoto() {
      file.value = '';
      file.click();
    }

    function uploadPhoto() {
      if (!file.files || !file.files[0]) return;
      state.busy = true;
      show();
      room.shrink(file.files[0], function (blob) {
        net.ask(
          'POST',
          '/room/photos',
          blob,
          function (answer) {
            state.busy = false;
            state.photo = answer.photo;
            show();
            area.focus();
          },
          function (key) {
            state.busy = false;
            show();
            room.toast(t(key));
          },
          60000
        );
      });
    }

    // As in WeChat: who types @ is offered whom they can mean.
    function mention() {
      fill(area.value.replace(/[@＠]$/, t('room.mention')));
    }

    // In the name of the community given at the door.
    function said(key) {
      return t(key, net.kept('community', true) || t('room.example.we'));
    }

    // 100个 is not parted.
    function wholly(text) {
      var end = /\d+\D{1,2}$/.exec(text);
      return end ? [text.slice(0, end.index), el('span.whole', null, end[0])] : text;
    }

    // The last number that stands alone is the amount: it is typed over.
    function choose() {
      var amount = /(^|[^\dA-Za-z])(\d+)(?![^]*[^\dA-Za-z]\d)/.exec(area.value);
      if (!amount) return;
      var from = amount.index + amount[1].length;
      area.setSelectionRange(from, from + amount[2].length);
    }

    function fill(text) {
      area.value = text;
      changed();
      area.focus();
    }

    return {
      node: node,
      area: area,
      fill: fill,
      load: function () {
        area.value = net.kept(options.draftKey(), true) || '';
        node.classList.toggle('is-written', !!area.value);
        state.replyTo = state.editOf = state.photo = null;
        show();
        setTimeout(grow, 0);
      },
      reply: function (line, example) {
        if (state.replyTo && state.replyTo.id === line.id) pulse();
        state.editOf = null;
        state.replyTo = line;
        state.example = example;
        show();
        grow();
        area.focus();
      },
      edit: function (line) {
        state.replyTo = null;
        state.editOf = line;
        show();
        fill(line.text);
      },
      examples: function (isShown) {
        room.clear(chips);
        chips.classList.toggle('shown', isShown);
        if (!isShown) return;
        chips.appendChild(el('p', null, t('room.examples')));
        options.examples.forEach(function (key) {
          chips.appendChild(
            room.button('chip', wholly(said(key)), function () {
              fill(said(key));
              choose();
            })
          );
        });
      }
    };
  };

  /** A phone's photo is large and says where it was taken: drawn anew it is small and silent. */
  room.shrink = function (file, done) {
    var image = new Image();
    var address = URL.createObjectURL(file);
    image.onload = function () {
      URL.revokeObjectURL(address);
      var scale = Math.min(1, 1600 / Math.max(image.naturalWidth, image.naturalHeight));
      var canvas = document.createElement('canvas');
      canvas.width = Math.round(image.naturalWidth * scale);
      canvas.height = Math.round(image.naturalHeight * scale);
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(
        function (blob) {
          done(blob || file);
        },
        'image/jpeg',
        0.85
      );
    };
    image.onerror = function () {
      URL.revokeObjectURL(address);
      done(file);
    };
    image.src = address;
  };
})();
