// The collection: what this browser keeps of which pins somebody has, wants or would trade. Nothing else ever sees it.
// A key is the id of a pin, with `:variant` and `#copy` where one is meant; ids are permanent, so a changed address loses
// nothing. Marks are letters: h (have), w (want), t (for trade).
(() => {
  'use strict';
  const { root } = document.documentElement.dataset;
  // Several sites may share a host and with it the storage: each keeps its own.
  const PLACE = `pinsite collection ${new URL(root, location.href).pathname}`;
  const ASIDE = `${PLACE} (damaged)`;
  const KEY = /^[a-z0-9]+(-[a-z0-9]+)*(:[a-z0-9]+(-[a-z0-9]+)*)?(#([A-Z]{0,8}[1-9]\d{0,5}))?$/;
  const LONGEST = 300;
  const MANY = 500; // entries from which on writing them all takes longer than a press may
  const listeners = new Set();
  // What could not be written yet, on top of what is kept.
  const waiting = new Map();
  let trouble = '';
  let known = { text: null, entries: new Map() };

  const ordered = (marks) => [...'hwt'].filter((mark) => String(marks).includes(mark)).join('');
  const parent = (key) => key.split('#')[0];
  const words = (text) => (typeof text === 'string' ? text.slice(0, LONGEST) : '');

  function parts(key) {
    const [owner, copy = ''] = key.split('#');
    const [pin, variant = ''] = owner.split(':');
    return { pin, variant, copy, owner };
  }

  // An entry as it is kept, or null where it makes no sense.
  function entry(key, value) {
    const marks = value && typeof value === 'object' ? ordered(value.marks) : '';
    if (!KEY.test(key) || !marks) return null;
    const { title, part, series } = value;
    return { marks, title: words(title), part: words(part), series: KEY.test(series) ? series : '' };
  }

  const inOrder = (pairs) => pairs.sort(([a], [b]) => (a < b ? -1 : 1));

  // The entries of a text; throws where it cannot be read. What makes no sense is left out, and said to be.
  function parse(text) {
    const told = JSON.parse(text);
    if (told?.version > 1) throw new RangeError('newer');
    if (told?.version !== 1 || typeof told.entries !== 'object' || !told.entries) throw new SyntaxError('not a collection');
    const pairs = Object.entries(told.entries).map(([key, value]) => [key, entry(key, value)]);
    return { entries: new Map(inOrder(pairs.filter(([, value]) => value))), whole: pairs.every(([, value]) => value) };
  }

  // Of an entry that stays as it is, its text stays, too: of ten thousand only the pressed one is written anew.
  const texts = new WeakMap();
  function textOf(value) {
    if (!texts.has(value)) texts.set(value, JSON.stringify(value));
    return texts.get(value);
  }
  const textOfAll = (pairs) => `{"version":1,"entries":{${Array.from(pairs, ([key, value]) => `"${key}":${textOf(value)}`).join(',')}}}`;

  function setAside(text) {
    const before = localStorage.getItem(ASIDE);
    if (before?.includes(text)) return;
    localStorage.setItem(ASIDE, before ? `${before}\n${text}` : text);
  }

  // What is kept now. Damaged content is put aside before anything can be written over it.
  function kept() {
    let text = null;
    try { text = localStorage.getItem(PLACE); } catch { trouble = 'refused'; return known.entries; }
    if (text === known.text) return known.entries;
    let entries = new Map();
    if (text !== null) {
      try {
        const read = parse(text);
        entries = read.entries;
        if (!read.whole) { trouble = 'damaged'; setAside(text); }
      } catch (error) {
        if (error instanceof RangeError) { trouble = 'newer'; return known.entries; }
        trouble = 'damaged';
        try { setAside(text); } catch { trouble = 'stuck'; return known.entries; }
      }
    }
    known = { text, entries };
    return entries;
  }

  // Whoever reads it must not change it. What waits is laid over what is kept once, until either is another.
  let joined = null;
  function all() {
    const entries = kept();
    if (!waiting.size) return entries;
    if (joined?.of !== entries) {
      joined = { of: entries, entries: new Map(entries) };
      waiting.forEach((value, key) => { if (value) joined.entries.set(key, value); else joined.entries.delete(key); });
    }
    return joined.entries;
  }
  function wait(changes) {
    changes.forEach((value, key) => waiting.set(key, value));
    joined = null;
  }

  function keep() {
    const entries = all();
    if (trouble === 'newer' || trouble === 'stuck') return;
    // What was read is in order; only a key that is new has to find its place.
    const isNew = [...waiting.keys()].some((key) => !known.entries.has(key));
    const text = textOfAll(isNew ? inOrder([...entries]) : entries);
    try {
      localStorage.setItem(PLACE, text);
      known = { text, entries };
      waiting.clear();
      if (trouble !== 'damaged') trouble = '';
    } catch (error) {
      trouble = error.name === 'QuotaExceededError' || error.name === 'NS_ERROR_DOM_QUOTA_REACHED' ? 'full' : 'refused';
    }
  }

  const tell = (elsewhere = false) => listeners.forEach((listener) => listener(elsewhere));

  // Of a long list a press is painted before all of it is written; who leaves the page first loses nothing.
  let due = false;
  function write() {
    if (!due) return;
    due = false;
    const before = trouble;
    keep();
    if (trouble !== before) tell();
  }
  addEventListener('pagehide', write);
  document.addEventListener('visibilitychange', write);

  function change(changes) {
    wait(changes);
    if (known.entries.size < MANY) keep();
    else if (!due) {
      due = true;
      requestAnimationFrame(() => setTimeout(write));
    }
    tell();
  }

  // Who has something no longer wants it; what is for trade is had; what is not had is not for trade.
  function pressed(marks, mark) {
    if (marks.includes(mark)) return ordered(marks.replace(mark, '').replace(mark === 'h' ? 't' : '', ''));
    return mark === 'w' ? ordered(`${marks}w`) : ordered(`${marks.replace('w', '')}h${mark}`);
  }

  function press(key, mark, shown) {
    const entries = all();
    const marks = pressed(entries.get(key)?.marks || '', mark);
    const changes = new Map([[key, marks ? entry(key, { ...shown, marks }) : null]]);
    const owner = parent(key);
    // A numbered copy is a copy.
    if (owner !== key && marks.includes('h') && !entries.get(owner)?.marks.includes('h')) {
      const own = pressed(entries.get(owner)?.marks || '', 'h');
      changes.set(owner, entry(owner, { ...shown, marks: own }));
    }
    change(changes);
  }

  // Both lists together: nothing is taken away, and what one has by now is not wanted again.
  function merge(others) {
    const entries = all();
    const changes = new Map();
    const done = { added: 0, extended: 0, same: 0 };
    others.forEach((other, key) => {
      const mine = entries.get(key);
      const both = mine ? ordered(mine.marks + (mine.marks.includes('h') ? other.marks.replace('w', '') : other.marks)) : other.marks;
      const marks = both.includes('t') ? ordered(`${both}h`) : both;
      if (mine?.marks === marks) { done.same += 1; return; }
      done[mine ? 'extended' : 'added'] += 1;
      changes.set(key, { ...other, ...mine, marks });
    });
    if (changes.size) change(changes);
    return done;
  }

  // Titles as they are by now, so that a pin which leaves the catalogue is still listed by its last one.
  function retitle(titles) {
    const entries = all();
    const changes = new Map();
    titles.forEach((title, key) => {
      const mine = entries.get(key);
      const fresh = mine && entry(key, { ...mine, ...title });
      if (fresh && JSON.stringify(fresh) !== JSON.stringify(mine)) changes.set(key, fresh);
    });
    if (changes.size) { wait(changes); keep(); }
  }

  function damaged(forget = false) {
    try {
      if (forget) localStorage.removeItem(ASIDE);
      return localStorage.getItem(ASIDE);
    } catch { return null; }
  }

  addEventListener('storage', ({ key }) => { if (key === PLACE || key === null) tell(true); });
  addEventListener('pageshow', ({ persisted }) => { if (persisted) tell(true); });

  window.pinsite = Object.assign(window.pinsite || {}, {
    collection: Object.freeze({
      all, press, change, merge, retitle, damaged, entry, parts, ordered,
      isKey: (key) => KEY.test(key),
      trouble: () => { all(); return trouble; },
      listen: (listener) => listeners.add(listener),
    }),
  });
})();
