// A board to lay pins out on, at their true relative size. Everything on it is in millimetres: where the middle of a pin is,
// and how far it is turned. Dragged by pointer; by keyboard, or by buttons alone, whichever is selected is moved.
(() => {
  'use strict';
  const page = document.getElementById('board');
  const { boards, shelves, writing } = window.pinsite || {};
  if (!page || !boards) return;
  const { lang } = writing;
  const number = writing.numbers({ maximumFractionDigits: 0 });
  const $ = (selector) => page.querySelector(selector);
  const { WIDE, HIGH, GROUNDS } = boards;
  const field = $('.board-field');
  const list = $('.board-pins');
  const words = Object.fromEntries([...$('#words-of-board').content.querySelectorAll('[data-say]')].map((one) => [one.dataset.say, one.textContent]));
  const phrase = (name, values) => writing.fill(words[name], values);
  const say = (text) => { $('.board-said').textContent = text; };
  const NOT_MEASURED = 30;
  const SVG = 'http://www.w3.org/2000/svg';
  let board = boards.read();
  let shared = null;
  let selected = -1;
  let marks = 0;

  // What a pin is drawn with: its picture, where the metal is in it, its outline, and its millimetres.
  function look(key) {
    const [id, variant] = key.split(':');
    const record = shelves.pins.get(id);
    const own = variant ? record?.variants?.[variant] : record;
    if (!own) return null;
    const title = variant ? `${shelves.text(record.title)}, ${shelves.text(own.title)}` : shelves.text(record.title);
    const cut = own.cut || (variant ? null : record.cut);
    if (cut) return { title, ...cut, path: shelves.outlines.get(key) || '', measured: true };
    const picture = own.picture || record.picture;
    const { size = [0], longest = Math.max(...size) || NOT_MEASURED } = own.size || own.longest ? own : record;
    const { src, width = 1, height = 1 } = picture || {};
    const scale = longest / Math.max(width, height);
    return { title, src, width, height, box: [0, 0, width, height], path: '', metal: [width * scale, height * scale], measured: false };
  }

  const clamp = (value, most) => Math.min(Math.max(Math.round(value * 10) / 10, 0), most);

  function drawing({ src, width, height, box, path, title }) {
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', box.join(' '));
    svg.setAttribute('preserveAspectRatio', 'none');
    svg.setAttribute('aria-hidden', 'true');
    if (!src) {
      const text = document.createElementNS(SVG, 'text');
      text.textContent = title.slice(0, 1);
      svg.append(text);
      return svg;
    }
    const image = document.createElementNS(SVG, 'image');
    Object.entries({ href: shelves.source(src), width, height, preserveAspectRatio: 'none' }).forEach(([name, value]) => image.setAttribute(name, value));
    if (path) {
      marks += 1;
      const clip = document.createElementNS(SVG, 'clipPath');
      clip.id = `cut-${marks}`;
      const outline = document.createElementNS(SVG, 'path');
      outline.setAttribute('d', path);
      clip.append(outline);
      image.setAttribute('clip-path', `url(#${clip.id})`);
      svg.append(clip);
    }
    svg.append(image);
    return svg;
  }

  function place(item, { x, y, turn }, { metal }) {
    const [wide, high] = metal;
    Object.assign(item.style, {
      left: `${100 * (x - wide / 2) / WIDE}%`,
      top: `${100 * (y - high / 2) / HIGH}%`,
      width: `${100 * wide / WIDE}%`,
      height: `${100 * high / HIGH}%`,
      transform: `rotate(${turn}deg)`,
    });
  }

  const where = (pin, title) => phrase('where', { title, x: number.format(pin.x), y: number.format(pin.y), turn: number.format(pin.turn) });

  function draw() {
    const { ground, pins } = shared || board;
    const picture = $('.board-ground');
    if (picture.dataset.ground !== ground) Object.assign(picture, { src: page.dataset[`ground${ground[0].toUpperCase()}${ground.slice(1)}`] }).dataset.ground = ground;
    page.querySelectorAll('[name=ground]').forEach((one) => { one.checked = one.value === ground; });
    const looks = pins.map((pin) => look(pin.key));
    list.replaceChildren(...pins.map((pin, at) => {
      const item = document.createElement('li');
      const button = document.createElement('button');
      const one = looks[at] || { title: pin.key, src: '', width: 1, height: 1, box: [0, 0, 1, 1], path: '', metal: [NOT_MEASURED, NOT_MEASURED] };
      Object.assign(button, { type: 'button', className: 'board-pin' });
      button.classList.toggle('board-uncut', !one.path);
      button.setAttribute('aria-label', shared ? one.title : where(pin, one.title));
      button.setAttribute('aria-pressed', String(at === selected));
      if (shared) button.disabled = true;
      button.append(drawing(one));
      place(item, pin, one);
      item.append(button);
      return item;
    }));
    $('.board-empty').hidden = pins.length > 0;
    $('.board-unmeasured').hidden = !looks.some((one) => one && !one.measured);
    $('.board-tools').hidden = Boolean(shared) || !pins.length;
    $('.board-choice').hidden = $('.board-adding').hidden = Boolean(shared);
    $('.board-shared').hidden = !shared;
    $('.board-chosen').textContent = selected < 0 ? words.none : looks[selected]?.title || '';
    page.querySelectorAll('[data-move]').forEach((button) => { button.disabled = selected < 0; });
    $('[data-board=undo]').hidden = !boards.before();
    const trouble = boards.trouble();
    page.querySelectorAll('[data-trouble]').forEach((one) => { one.hidden = one.dataset.trouble !== trouble; });
    renewLink();
  }

  const node = (at) => list.children[at]?.querySelector('button');

  // Keep and show what changed; the focus stays on the pin that was moved.
  function change(pins, next = selected, told = '') {
    const focused = list.contains(document.activeElement);
    board = boards.write({ ...board, pins });
    selected = Math.min(next, board.pins.length - 1);
    draw();
    if (focused) (node(selected) || $('.board-choice input:checked'))?.focus();
    if (told) say(told);
  }

  function moved(values) {
    const pin = board.pins[selected];
    const turned = ((pin.turn + (values.turn || 0)) % 360 + 360) % 360;
    const next = { ...pin, x: clamp(pin.x + (values.x || 0), WIDE), y: clamp(pin.y + (values.y || 0), HIGH), turn: turned };
    change(board.pins.with(selected, next), selected, where(next, look(pin.key)?.title || pin.key));
  }

  function order(to, name) {
    const pins = board.pins.toSpliced(selected, 1);
    const pin = board.pins[selected];
    change(pins.toSpliced(to, 0, pin), to, phrase(name, { title: look(pin.key)?.title || pin.key }));
  }

  const STEP = 2;
  const moves = {
    left: () => moved({ x: -STEP }), right: () => moved({ x: STEP }), up: () => moved({ y: -STEP }), down: () => moved({ y: STEP }),
    'turn-left': () => moved({ turn: -15 }), 'turn-right': () => moved({ turn: 15 }),
    front: () => order(board.pins.length - 1, 'front'), back: () => order(0, 'back'),
    remove() {
      const { key } = board.pins[selected];
      change(board.pins.toSpliced(selected, 1), Math.min(selected, board.pins.length - 2), phrase('removed', { title: look(key)?.title || key }));
    },
  };

  function select(at) {
    selected = at;
    [...list.children].forEach((item, n) => item.firstElementChild.setAttribute('aria-pressed', String(n === at)));
    $('.board-chosen').textContent = at < 0 ? words.none : look(board.pins[at].key)?.title || '';
    page.querySelectorAll('[data-move]').forEach((button) => { button.disabled = at < 0; });
  }

  const indexOf = (target) => [...list.children].indexOf(target.closest?.('.board-pins > li'));

  list.addEventListener('focusin', ({ target }) => { if (!shared) select(indexOf(target)); });
  list.addEventListener('keydown', (event) => {
    const far = event.shiftKey ? 5 : 1;
    const steps = { ArrowLeft: { x: -STEP * far }, ArrowRight: { x: STEP * far }, ArrowUp: { y: -STEP * far }, ArrowDown: { y: STEP * far } };
    if (shared || event.ctrlKey || event.metaKey || event.altKey) return;
    if (steps[event.key]) { event.preventDefault(); moved(steps[event.key]); }
    if (event.key === 'Delete') { event.preventDefault(); moves.remove(); }
  });

  list.addEventListener('pointerdown', (event) => {
    const at = indexOf(event.target);
    if (shared || at < 0 || event.button) return;
    const item = list.children[at];
    const { key, ...start } = board.pins[at];
    const scale = WIDE / field.getBoundingClientRect().width;
    const from = [event.clientX, event.clientY];
    const one = look(key);
    let now = { key, ...start };
    select(at);
    item.setPointerCapture(event.pointerId);
    const move = ({ clientX, clientY }) => {
      now = { ...now, x: clamp(start.x + (clientX - from[0]) * scale, WIDE), y: clamp(start.y + (clientY - from[1]) * scale, HIGH) };
      if (one) place(item, now, one);
    };
    const end = () => {
      item.removeEventListener('pointermove', move);
      if (now.x !== start.x || now.y !== start.y) change(board.pins.with(at, now), at, where(now, one?.title || key));
      node(at)?.focus({ preventScroll: true });
    };
    item.addEventListener('pointermove', move);
    item.addEventListener('lostpointercapture', end, { once: true });
  });

  // ── adding, sharing, beginning ────────────────────────────────────────────────────────────────────────────────

  // New pins come in rows, so that none hides another.
  function add(keys) {
    const fresh = keys.filter((key) => look(key));
    if (!fresh.length) return;
    const start = board.pins.length;
    const pins = fresh.map((key, at) => ({ key, x: 30 + 45 * ((start + at) % 5), y: 30 + 40 * (Math.floor((start + at) / 5) % 4), turn: 0 }));
    change([...board.pins, ...pins].slice(0, boards.MOST), start + pins.length - 1, phrase('added', { n: number.format(pins.length) }));
  }

  function offer() {
    const choice = $('#board-which');
    if (!choice) return;
    const owners = [...new Set([...window.pinsite.collection.all()].filter(([, { marks: said }]) => /[hw]/.test(said)).map(([key]) => key.split('#')[0]))];
    const options = owners.filter(look).map((key) => new Option(look(key).title, key)).sort((a, b) => a.text.localeCompare(b.text, lang));
    choice.replaceChildren(...options);
    $('.board-offer').hidden = !options.length;
  }

  async function renewLink() {
    const link = $('#board-link');
    link.value = board.pins.length && !shared ? `${location.href.split('#')[0]}#board=${await boards.encode(board)}` : '';
    link.nextElementSibling.disabled = !link.value;
  }

  async function copy() {
    const link = $('#board-link');
    try { await navigator.clipboard.writeText(link.value); say(words.copied); } catch { link.focus(); link.select(); say(words.select); }
  }

  async function picture() {
    try {
      await window.pinsite.boardPicture(board.ground, page.querySelector('.board-ground'), board.pins.map((pin) => ({ ...pin, look: look(pin.key) })).filter((pin) => pin.look));
      say(words.saved);
    } catch { say(words['no-picture']); }
  }

  async function follow() {
    const code = /^#board=(.+)$/.exec(location.hash)?.[1];
    const wanted = /^#add=([\w:,-]+)$/.exec(location.hash)?.[1];
    shared = null;
    selected = -1;
    if (code) { try { shared = await boards.decode(code); } catch { say(words.broken); } }
    const mine = window.pinsite.collection ? [...window.pinsite.collection.all().keys()] : [];
    const asked = wanted ? wanted.split(',') : [];
    await shelves.read([...board.pins, ...(shared?.pins || [])].map(({ key }) => key).concat(mine, asked).map((key) => key.split(/[:#]/)[0]));
    if (shelves.missed()) say(words['no-data']);
    offer();
    draw();
    if (wanted) {
      history.replaceState(null, '', location.pathname + location.search);
      add(asked);
    }
    page.dataset.ready = 'yes';
  }

  const deeds = {
    add: () => add([$('#board-which').value]),
    'add-all': () => add([...$('#board-which').options].map(({ value }) => value).filter((key) => !board.pins.some((pin) => pin.key === key))),
    copy, picture,
    empty: () => { boards.remember(); change([], -1, words.emptied); },
    undo: () => { board = boards.restore(); selected = -1; draw(); say(words.restored); },
    async take() {
      boards.remember();
      board = boards.write(shared);
      history.pushState(null, '', location.pathname + location.search);
      await follow();
      say(words.taken);
    },
    async leave() { history.pushState(null, '', location.pathname + location.search); await follow(); },
  };
  page.addEventListener('click', ({ target }) => {
    const { board: deed, move } = target.closest('[data-board], [data-move]')?.dataset || {};
    if (deed) deeds[deed]();
    if (move && selected >= 0) moves[move]();
  });
  $('.board-choice').addEventListener('change', ({ target }) => {
    if (GROUNDS.includes(target.value)) { board = boards.write({ ...board, ground: target.value }); draw(); }
  });
  boards.listen(() => { board = boards.read(); if (!shared) { shelves.read(board.pins.map(({ key }) => key.split(':')[0])).then(draw); } });
  addEventListener('hashchange', follow);
  page.hidden = false;
  addEventListener('DOMContentLoaded', follow, { once: true });
})();
