// Boards as they are kept and shared: a ground, and pins from back to front, each with its place in millimetres and its turn.
(() => {
  'use strict';
  const { root } = document.documentElement.dataset;
  const { sharing } = window.pinsite || {};
  const PLACE = `pinsite board ${new URL(root, location.href).pathname}`;
  const BEFORE = `${PLACE} (before)`;
  const KEY = /^[a-z0-9]+(-[a-z0-9]+)*(:[a-z0-9]+(-[a-z0-9]+)*)?$/;
  const GROUNDS = ['cork', 'denim', 'felt', 'lanyard'];
  const [WIDE, HIGH, MOST] = [240, 180, 200];
  const EMPTY = Object.freeze({ ground: 'cork', pins: Object.freeze([]) });
  let trouble = '';
  // What could not be written stays while the page is open.
  let waiting = null;

  const within = (value, most) => typeof value === 'number' && value >= 0 && value <= most;

  // A board out of anything; throws where it is none.
  function board(told) {
    const { ground, pins } = told || {};
    const whole = GROUNDS.includes(ground) && Array.isArray(pins) && pins.length <= MOST
      && pins.every((pin) => pin && KEY.test(pin.key) && within(pin.x, WIDE) && within(pin.y, HIGH) && within(pin.turn, 360));
    if (!whole) throw new SyntaxError('not a board');
    return { ground, pins: pins.map(({ key, x, y, turn }) => ({ key, x, y, turn })) };
  }

  function kept(place) {
    let text = null;
    try { text = localStorage.getItem(place); } catch { trouble = 'refused'; return null; }
    if (text === null) return null;
    try { return board(JSON.parse(text)); } catch {
      // What cannot be read is put aside before it can be written over.
      trouble = 'damaged';
      try { localStorage.setItem(`${place} (damaged)`, text); localStorage.removeItem(place); } catch { trouble = 'stuck'; }
      return null;
    }
  }

  const read = () => waiting || kept(PLACE) || EMPTY;

  function put(place, value) {
    if (trouble === 'stuck') return false;
    try {
      localStorage.setItem(place, JSON.stringify(value));
      if (trouble !== 'damaged') trouble = '';
      return true;
    } catch (error) {
      trouble = /quota/i.test(error.name) ? 'full' : 'refused';
      return false;
    }
  }

  function write(value) {
    const next = board(value);
    waiting = put(PLACE, next) ? null : next;
    return next;
  }

  const encode = ({ ground, pins }) => {
    const text = [ground, ...pins.map(({ key, x, y, turn }) => [key, x, y, turn].join(','))].join(';');
    const bytes = new TextEncoder().encode(text);
    return typeof CompressionStream === 'undefined' ? Promise.resolve(`p${sharing.toBase64(bytes)}`)
      : sharing.pack(bytes, new CompressionStream('deflate-raw')).then((packed) => `d${sharing.toBase64(packed)}`);
  };

  // Throws where a link is broken.
  async function decode(code) {
    const bytes = sharing.fromBase64(code.slice(1));
    const whole = code[0] === 'd' ? await sharing.pack(bytes, new DecompressionStream('deflate-raw')) : bytes;
    const [ground, ...pins] = new TextDecoder().decode(whole).split(';');
    return board({ ground, pins: pins.map((one) => one.split(',')).map(([key, x, y, turn]) => ({ key, x: Number(x), y: Number(y), turn: Number(turn) })) });
  }

  window.pinsite = Object.assign(window.pinsite || {}, {
    boards: Object.freeze({
      WIDE, HIGH, MOST, GROUNDS, read, write, encode, decode,
      trouble: () => trouble,
      remember: () => put(BEFORE, read()),
      before: () => kept(BEFORE),
      restore() {
        const [mine, older] = [read(), kept(BEFORE)];
        if (!older) return mine;
        put(BEFORE, mine);
        return write(older);
      },
      listen: (listener) => addEventListener('storage', ({ key }) => { if (key === PLACE || key === null) { waiting = null; listener(); } }),
    }),
  });
})();
