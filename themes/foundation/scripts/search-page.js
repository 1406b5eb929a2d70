// The search page: words and choices in, results and counts out. The address holds the whole search, so that it can be shared.
(() => {
  'use strict';
  const form = document.getElementById('search');
  const list = document.getElementById('found');
  const engine = window.pinsiteSearch;
  const { writing } = window.pinsite || {};
  if (!form || !list || !engine || !writing) return;
  const [browse, read, chips, count, told, more, near] = ['browse', 'read', 'chosen', 'count', 'told', 'more', 'near'].map((id) => document.getElementById(id));
  const page = document.getElementById('finder');
  const facets = [...page.querySelectorAll('.search-facet')];
  const { root, files } = document.documentElement.dataset;
  const { lang, make } = writing;
  const say = form.dataset;
  const STEP = 24;
  const FIRST = matchMedia('(min-width: 48rem)').matches ? 9 : 4; // results that are drawn before all others
  const KEPT = 400; // cards that are kept for the next search
  const FEW = 8; // terms of a choice that are shown at first
  const REST = 200; // milliseconds after which whoever types has stopped
  const QUIET = 700; // milliseconds of rest before the result is announced
  const chosen = new Map();
  let colour = '';
  let found = null;
  let shown = STEP;
  let asked = 0;
  let typing = false;

  const number = (value) => writing.number.format(value);
  const idle = () => new Promise((done) => { if (window.requestIdleCallback) requestIdleCallback(done, { timeout: 300 }); else setTimeout(done, 50); });
  const pinsFound = (n) => writing.counted(say.found, n);
  const address = (path) => root + path + (files && /(^|\/)$/.test(path) ? 'index.html' : '');
  const labelOf = (name, code) => engine.index.labels[name][1][engine.columns.codes[name].indexOf(code)] ?? code;

  // ── results ────────────────────────────────────────────────────────────────────────────────────────────
  function card([, path, title, own, picture, status, of, facts, price]) {
    const link = make('a', { href: address(path), textContent: title });
    if (own) link.lang = own;
    const [src, width, height, alt] = picture;
    const image = picture.length
      ? make('img', { loading: 'lazy', decoding: 'async', width, height, alt, src: root + src })
      : make('span', { className: 'blank', textContent: [...title][0] || '·' });
    if (!picture.length) image.setAttribute('aria-hidden', 'true');
    const state = make('p', { className: 'card-state' });
    if (of) Object.assign(state.dataset, { statusOf: of, status });
    if (price && !['sold-out', 'retired', 'vaulted', 'not-for-sale', 'cancelled'].includes(status)) state.append(make('span', { className: 'card-price', textContent: price }), ' ');
    if (status !== 'available') state.append(make('span', { className: `status status-${status}`, textContent: labelOf('status', status) }));
    return make('li', {}, make('article', { className: 'card' },
      make('div', { className: 'card-picture' }, image),
      make('h2', { className: 'card-title' }, link),
      ...(facts ? [make('p', { className: 'card-facts', textContent: facts })] : []), state));
  }

  const made = new Map();
  async function place(pins, upTo, turn) {
    const missing = pins.slice(0, upTo).filter((pin) => !made.has(pin));
    const cards = missing.length ? await engine.cards(missing) : [];
    if (turn !== asked) return;
    missing.forEach((pin, at) => made.set(pin, card(cards[at])));
    // What stands where it belongs is left alone: it needs no layout, and keeps the focus.
    const wrong = [...list.children].findIndex((node, at) => node !== made.get(pins[at]));
    if (wrong >= 0) [...list.children].slice(wrong).forEach((node) => node.remove());
    list.append(...pins.slice(list.children.length, upTo).map((pin) => made.get(pin)));
    const isWhole = list.children.length === pins.length;
    if (isWhole) more.hidden = found.pins.length <= shown;
    list.ariaBusy = String(!isWhole);
    document.dispatchEvent(new Event('pins'));
  }

  // A screenful is drawn at once, and the rest when no other letter follows: it would take its time from that one.
  async function results(turn) {
    const pins = [...found.pins.slice(0, shown)];
    more.hidden = true;
    await place(pins, FIRST, turn);
    rest(pins, turn).catch(failed);
  }
  async function rest(pins, turn) {
    await new Promise((done) => { setTimeout(done, REST); });
    while (turn === asked && list.children.length < pins.length) {
      await idle();
      await place(pins, list.children.length + FIRST, turn);
    }
  }

  let announcing = 0;
  function tell(text, before = []) {
    count.textContent = text;
    clearTimeout(announcing);
    announcing = setTimeout(() => { told.textContent = [...before, text].join(' '); }, QUIET);
  }

  // ── choices ────────────────────────────────────────────────────────────────────────────────────────────
  const lists = new Map();
  function facetOf(details) {
    const name = details.dataset.field;
    if (lists.has(name)) return lists.get(name);
    const codes = engine.columns.codes[name] || [];
    const totals = engine.totals(name);
    const order = [...codes.keys()];
    if (name === 'year') order.reverse();
    else if (name !== 'size') order.sort((one, other) => totals[other] - totals[one]);
    const facet = { name, codes, order, items: new Map(), ul: make('ul', { className: 'search-terms' }), all: false, filter: '' };
    facet.button = make('button', { type: 'button', className: 'search-all', textContent: say.all });
    facet.button.addEventListener('click', () => { facet.all = !facet.all; fill(facet); });
    details.querySelector('fieldset').append(facet.ul, facet.button);
    if (codes.length > 3 * FEW) {
      facet.input = make('input', { type: 'search', autocomplete: 'off' });
      facet.input.setAttribute('aria-label', `${say.narrow}: ${engine.index.labels[name][0]}`);
      facet.input.placeholder = say.narrow;
      facet.input.addEventListener('input', (event) => { event.stopPropagation(); facet.filter = engine.fold(facet.input.value.toLowerCase()); fill(facet); });
      facet.ul.before(facet.input);
    }
    lists.set(name, facet);
    return facet;
  }

  function term(facet, at) {
    const code = facet.codes[at];
    const box = make('input', { type: 'checkbox', name: facet.name, value: code });
    box.setAttribute('form', form.id);
    const label = make('span', { textContent: labelOf(facet.name, code) });
    const swatch = facet.name === 'colours' && engine.index.swatches[code];
    const n = make('span', { className: 'search-number' });
    const item = make('li', {}, make('label', {}, box, ...(swatch ? [dot(swatch)] : []), label, ' ', n));
    return { item, box, n, plain: engine.fold(label.textContent.toLowerCase()) };
  }

  // A swatch is drawn: the page's rules allow no style that a script writes into HTML, and a drawing needs none.
  function dot(fill) {
    const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const circle = drawing.appendChild(document.createElementNS(drawing.namespaceURI, 'circle'));
    Object.entries({ class: 'search-dot', viewBox: '0 0 16 16', 'aria-hidden': 'true' }).forEach((pair) => drawing.setAttribute(...pair));
    Object.entries({ cx: 8, cy: 8, r: 7, fill, stroke: 'currentColor', 'stroke-opacity': 0.4 }).forEach((pair) => circle.setAttribute(...pair));
    return drawing;
  }

  function fill(facet) {
    const counts = found.terms(facet.name);
    const picked = chosen.get(facet.name) || new Set();
    const item = (at) => facet.items.get(at) || facet.items.set(at, term(facet, at)).get(at);
    const left = facet.order.filter((at) => counts[at] || picked.has(facet.codes[at]));
    const wanted = facet.filter ? left.filter((at) => item(at).plain.includes(facet.filter))
      : left.filter((at, place) => facet.all || place < FEW || picked.has(facet.codes[at]));
    const rows = wanted.map((at) => {
      const { box, n, item: row } = item(at);
      box.checked = picked.has(facet.codes[at]);
      n.textContent = `(${number(counts[at])})`;
      return row;
    });
    // Rows that stay are not moved, so that the one with the focus keeps it.
    [...facet.ul.children].filter((row) => !rows.includes(row)).forEach((row) => row.remove());
    rows.forEach((row, place) => { if (facet.ul.children[place] !== row) facet.ul.insertBefore(row, facet.ul.children[place] || null); });
    facet.button.hidden = Boolean(facet.filter) || left.length <= FEW;
    facet.button.textContent = facet.all ? say.few : `${say.all} (${number(left.length)})`;
  }

  function choices() {
    let every = colour ? 1 : 0;
    facets.forEach((details) => {
      const size = chosen.get(details.dataset.field)?.size || 0;
      every += size;
      details.querySelector('.search-number').textContent = size ? `(${number(size)})` : '';
      if (details.open) fill(facetOf(details));
    });
    document.getElementById('chosen-count').textContent = every ? `(${number(every)})` : '';
    const picked = [...chosen].flatMap(([name, codes]) => [...codes].map((code) => [labelOf(name, code), () => toggle(name, code, false)]));
    if (colour) picked.push([`${say.near}: #${colour}`, () => { colour = ''; }, colour]);
    chips.replaceChildren(...picked.map(([label, back, swatch], place) => {
      const button = make('button', { type: 'button', className: 'search-chip' }, ...(swatch ? [dot(`#${swatch}`)] : []), label);
      button.setAttribute('aria-label', say.without.replace('{}', () => label));
      button.addEventListener('click', async () => { back(); await changed(true); (chips.querySelectorAll('button')[place] || form.q).focus(); });
      return make('li', {}, button);
    }));
    chips.hidden = !picked.length;
  }

  function toggle(name, code, on) {
    const codes = chosen.get(name) || chosen.set(name, new Set()).get(name);
    if (on) codes.add(code); else codes.delete(code);
    if (!codes.size) chosen.delete(name);
  }

  // ── the address ────────────────────────────────────────────────────────────────────────────────────────
  function query() {
    const pairs = [['q', form.q.value.trim()], ...[...chosen].flatMap(([name, codes]) => [...codes].map((code) => [name, code])), ['near', colour], ['sort', form.sort.value]];
    return new URLSearchParams(pairs.filter(([, value]) => value));
  }

  let pushing = null; // whether an address that is to be written is a new one
  function write(push = pushing) {
    if (push === null) return;
    pushing = null;
    const now = query();
    const to = now.size ? `?${now}` : location.pathname;
    if (push) history.pushState({ shown }, '', to); else history.replaceState({ shown }, '', to);
  }

  function readAddress() {
    const given = new URLSearchParams(location.search);
    form.q.value = given.get('q') || '';
    form.sort.value = given.get('sort') || '';
    if (!form.sort.value) form.sort.value = '';
    colour = /^[0-9a-f]{6}$/i.test(given.get('near') || '') ? given.get('near').toLowerCase() : '';
    if (colour) near.value = `#${colour}`;
    chosen.clear();
    for (const [name, code] of given) if (engine.columns.codes[name]?.includes(code)) toggle(name, code, true);
    shown = history.state?.shown || STEP;
  }

  // ── asking ─────────────────────────────────────────────────────────────────────────────────────────────
  // The letter itself is painted first, whatever the search costs; of letters that come faster only the last is searched for.
  const painted = () => new Promise((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(0);
    });
  });

  async function show(before = null) {
    asked += 1;
    const turn = asked;
    list.ariaBusy = 'true';
    await before;
    if (turn !== asked) return;
    if (made.size > KEPT) made.clear();
    const answer = await engine.find({ text: form.q.value, chosen, near: colour, sort: form.sort.value });
    if (turn !== asked) return;
    found = answer;
    const inserted = (text, [word, other]) => text.replace('{}', () => word).replace('{}', () => other);
    const instead = answer.instead.map((pair) => inserted(say.instead, pair));
    read.textContent = [...instead, ...answer.read.map((pair) => inserted(say.read, pair))].join(' · ');
    read.hidden = !read.textContent;
    choices();
    await results(turn);
    if (turn !== asked) return;
    tell(found.pins.length ? `${found.some ? `${say.some} ` : ''}${pinsFound(found.pins.length)}` : say.none, instead);
  }

  const failed = () => { list.ariaBusy = 'false'; browse.hidden = false; tell(say.failed); };
  const changed = (push) => { shown = STEP; write(push); return show().catch(failed); };
  function typed() {
    pushing = pushing || !typing;
    typing = true;
    shown = STEP;
    return show(painted()).catch(failed).then(idle).then(() => write());
  }

  function listen() {
    page.addEventListener('input', (event) => {
      if (event.target === form.q) typed();
      else if (event.target.type === 'checkbox') {
        toggle(event.target.name, event.target.value, event.target.checked);
        changed(true);
      } else if (event.target === form.sort) changed(true);
    });
    near?.addEventListener('change', () => { colour = near.value.slice(1); changed(true); });
    form.q.addEventListener('change', () => { write(); typing = false; });
    form.addEventListener('submit', (event) => { event.preventDefault(); write(); typing = false; });
    form.addEventListener('reset', () => setTimeout(() => { chosen.clear(); colour = ''; form.q.value = ''; form.sort.value = ''; typing = false; changed(true); form.q.focus(); }));
    facets.forEach((details) => details.addEventListener('toggle', () => { if (details.open && found) fill(facetOf(details)); }));
    more.addEventListener('click', async () => {
      const first = shown;
      shown += STEP;
      write(false);
      await place([...found.pins.slice(0, shown)], shown, asked).catch(failed);
      list.children[first]?.querySelector('a').focus();
    });
    addEventListener('popstate', () => { typing = false; pushing = null; readAddress(); show().catch(failed); });
    addEventListener('pagehide', () => { write(); history.replaceState({ shown, at: scrollY }, ''); });
  }

  async function begin() {
    if (!engine.columns || !engine.index) throw new Error('no data');
    engine.totals = (await engine.find({ text: '', chosen: new Map(), near: '', sort: 'oldest' })).terms;
    facets.forEach((details) => { details.hidden = (engine.columns.codes[details.dataset.field] || []).length < 2; });
    if (!engine.hasPrices()) form.sort.querySelectorAll('[value=cheapest], [value=dearest]').forEach((option) => option.remove());
    const { at } = history.state || {};
    readAddress();
    document.getElementById('choices').open = matchMedia('(min-width: 64rem)').matches;
    facets.forEach((details) => { details.open = chosen.has(details.dataset.field); });
    listen();
    await show();
    if (!at) return;
    await place([...found.pins.slice(0, shown)], shown, asked);
    scrollTo({ top: at, behavior: 'instant' });
  }

  page.hidden = false;
  browse.hidden = true;
  list.ariaBusy = 'true';
  begin().catch(failed);
})();
