// The page of a visitor's collection: its list, and a list that somebody shared. What can be made of it (link, post, paper,
// file) and the progress of series stand in files of their own and are told when the list changes.
(() => {
  'use strict';
  const page = document.getElementById('collection');
  const { collection, shelves, sharing, writing } = window.pinsite || {};
  if (!page || !collection) return;
  const { lang, number, fill } = writing;
  const $ = (selector) => page.querySelector(selector);
  const list = $('#owned');
  const more = $('[data-do=more]');
  const form = $('.collection-narrow');
  const STEP = 48;
  const MANY = 500;
  const makers = [];
  let shared = null;
  let found = [];
  let listed = new Set();
  let tallying = 0;
  let asked = new Set();

  const words = Object.fromEntries([...$('#words-of-it').content.querySelectorAll('[data-say]')].map((one) => [one.dataset.say, one.textContent]));
  const phrase = (name, values) => fill(words[name], values);
  const say = (text, where = '.collect-said') => { $(where).textContent = text; };
  const copyOf = (id) => $(id).content.firstElementChild.cloneNode(true);
  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const entries = () => shared || collection.all();

  // ── what is known of a key ────────────────────────────────────────────────────────────────────────────────────

  // A variant of another size is not cut out of the pin's picture.
  function measures(record, own) {
    const isOther = own !== record && (own?.size || own?.longest);
    const { size, longest } = (isOther ? own : record) || {};
    return { size: size || (longest ? [longest] : []), cut: own?.cut || (isOther ? null : record?.cut) };
  }

  function about(key, entry = {}) {
    const { pin, variant, copy } = collection.parts(key);
    const record = shelves.pins.get(pin);
    const own = variant ? record?.variants?.[variant] : record;
    const title = record ? shelves.text(record.title) : entry.title || pin;
    const part = variant ? (own ? shelves.text(own.title) : entry.part || variant) : '';
    const series = record ? record.series || '' : entry.series || '';
    return {
      key, pin, variant, copy, record, title, part, series,
      name: part ? `${title}, ${part}` : title,
      edition: own?.edition,
      ...measures(record, own),
      seriesTitle: shelves.text(shelves.series.get(series)?.title),
      // What was asked for and is not there has left the catalogue, unless it could not be asked for.
      gone: !shelves.missed() && asked.has(pin) && (!record || (variant && !own)),
    };
  }

  // Pins and variants in the order of their names, each with the numbers that are marked.
  function grouped(all) {
    const owners = new Map();
    all.forEach((entry, key) => {
      const { owner, copy } = collection.parts(key);
      if (!owners.has(owner)) owners.set(owner, { ...about(owner, entry), marks: '', copies: [] });
      const group = owners.get(owner);
      if (copy) group.copies.push({ key, copy, marks: entry.marks });
      else group.marks = entry.marks;
    });
    owners.forEach(({ copies }) => copies.sort((a, b) => a.copy.localeCompare(b.copy, 'en', { numeric: true })));
    const compare = new Intl.Collator(lang, { numeric: true }).compare;
    return [...owners.values()].sort((a, b) => compare(a.name, b.name) || compare(a.key, b.key));
  }

  const bears = (group, mark) => group.marks.includes(mark) || group.copies.some((one) => one.marks.includes(mark));

  // ── rows ──────────────────────────────────────────────────────────────────────────────────────────────────────

  function link(pin, text) {
    const record = shelves.pins.get(pin);
    const node = Object.assign(document.createElement(record ? 'a' : 'span'), { textContent: text });
    if (record) node.href = shelves.address(record.path);
    return node;
  }

  function picture(record, title) {
    if (!record?.picture) return Object.assign(document.createElement('span'), { className: 'blank', textContent: title.slice(0, 1), ariaHidden: 'true' });
    const { src, width, height } = record.picture;
    return Object.assign(document.createElement('img'), { loading: 'lazy', decoding: 'async', alt: '', width, height, src: shelves.source(src) });
  }

  const sayMarks = (marks) => [...marks].map((mark) => words[mark]).join(', ');

  // In a stranger's list marks are words; in one's own they are buttons.
  function marks(box, key, given, name) {
    box.setAttribute('aria-label', name);
    if (shared) {
      const mine = collection.all().get(key)?.marks;
      const said = [sayMarks(given), mine && phrase('you', { marks: sayMarks(mine) })].filter(Boolean);
      box.replaceChildren(...said.map((text, at) => Object.assign(document.createElement('span'), { textContent: text, className: at ? 'marks-mine' : '' })));
      box.removeAttribute('role');
      box.removeAttribute('aria-label');
      return;
    }
    box.dataset.key = key;
    box.querySelectorAll('[data-mark]').forEach((one) => one.setAttribute('aria-pressed', String(given.includes(one.dataset.mark))));
  }

  function row(group) {
    const item = copyOf('#row');
    item.dataset.row = group.key;
    item.querySelector('.owned-picture').append(picture(group.record, group.title));
    item.querySelector('.owned-title').append(link(group.pin, group.name));
    const size = group.edition?.size && phrase('edition', { n: number.format(group.edition.size) });
    item.querySelector('.owned-facts').textContent = [group.gone && words.gone, group.seriesTitle, size].filter(Boolean).join(' · ');
    marks(item.querySelector('.marks'), group.key, group.marks, group.name);
    const copies = item.querySelector('.owned-copies');
    copies.append(...group.copies.map((one) => {
      const line = copyOf('#copy');
      const name = phrase('number', { n: one.copy });
      line.querySelector('.copy-name').textContent = name;
      marks(line.querySelector('.marks'), one.key, one.marks, `${group.name}, ${name}`);
      return line;
    }));
    copies.hidden = !group.copies.length;
    return item;
  }

  function extend() {
    const shown = list.children.length;
    list.append(...found.slice(shown, shown + STEP).map(row));
    more.hidden = list.children.length >= found.length;
  }

  function counts(groups) {
    page.querySelectorAll('[data-count]').forEach((one) => {
      const mark = one.dataset.count;
      one.textContent = number.format(mark ? groups.filter((group) => bears(group, mark)).length : groups.length);
    });
  }

  function show() {
    const groups = grouped(entries());
    const [mark, sought] = [form.elements.of.value, plain(form.elements.words.value).split(/\s+/).filter(Boolean)];
    listed = new Set(groups.flatMap(({ key, copies }) => [key, ...copies.map((one) => one.key)]));
    const told = (group) => plain(`${group.name} ${group.seriesTitle}`);
    found = groups.filter((group) => (!mark || bears(group, mark)) && sought.every((word) => told(group).includes(word)));
    counts(groups);
    const depth = Math.max(list.children.length, STEP);
    list.replaceChildren(...found.slice(0, depth).map(row));
    more.hidden = found.length <= depth;
    $('.none').hidden = found.length > 0;
    $('.listed').hidden = !groups.length;
    $('.empty').hidden = groups.length > 0 || Boolean(shared);
    $('.shared').hidden = !shared;
    if (shared) compare(groups);
    makers.forEach((make) => make(groups, Boolean(shared)));
  }

  // After a press only the buttons change: the row stays where it was, so that a slip is undone by the same button.
  function renew() {
    const all = collection.all();
    list.querySelectorAll('.marks[data-key]').forEach((box) => marks(box, box.dataset.key, all.get(box.dataset.key)?.marks || '', box.getAttribute('aria-label')));
    clearTimeout(tallying);
    // The button is painted first, and of a long list the next presses too.
    requestAnimationFrame(() => { tallying = setTimeout(tally, listed.size > MANY ? 300 : 0); });
  }

  function tally() {
    if (shared) return;
    const groups = grouped(collection.all());
    counts(groups);
    makers.forEach((make) => make(groups, false));
  }

  function troubles() {
    const trouble = collection.trouble();
    page.querySelectorAll('[data-trouble]').forEach((one) => { one.hidden = one.dataset.trouble !== trouble; });
    $('.collect-aside').hidden = !collection.damaged();
  }

  // ── a list that somebody shared ───────────────────────────────────────────────────────────────────────────────

  function compare(groups) {
    const mine = grouped(collection.all());
    const has = (all, mark) => new Set(all.filter((group) => bears(group, mark)).map(({ key }) => key));
    const pairs = { theirs: [has(groups, 't'), has(mine, 'w')], mine: [has(mine, 't'), has(groups, 'w')] };
    Object.entries(pairs).forEach(([side, [offered, wanted]]) => {
      const box = $(`[data-match=${side}]`);
      const both = groups.filter(({ key }) => offered.has(key) && wanted.has(key));
      box.replaceChildren(...both.map((group) => {
        const item = document.createElement('li');
        item.append(link(group.pin, group.name));
        return item;
      }));
      box.parentElement.hidden = !both.length;
    });
    $('.shared-count').textContent = `${words.h}: ${number.format(groups.filter((group) => bears(group, 'h')).length)} · ${words.w}: ${number.format(groups.filter((group) => bears(group, 'w')).length)}${words.t && $('[data-count=t]') ? ` · ${words.t}: ${number.format(groups.filter((group) => bears(group, 't')).length)}` : ''}`;
  }

  async function follow() {
    const code = /^#list=(.+)$/.exec(location.hash)?.[1];
    shared = null;
    say('');
    if (code) {
      try { shared = await sharing.decode(code); } catch { say(words['broken-link']); }
    }
    list.replaceChildren();
    await renewData();
  }

  function leave() {
    history.pushState(null, '', location.pathname + location.search);
    return follow();
  }

  // ── beginning ─────────────────────────────────────────────────────────────────────────────────────────────────

  async function renewData() {
    show();
    const all = entries();
    const ids = new Set([...all.keys()].map((key) => collection.parts(key).pin));
    await shelves.read(ids);
    asked = ids;
    await shelves.read(new Set([...ids].map((id) => shelves.pins.get(id)?.series).filter(Boolean)));
    if (shelves.missed()) say(words['no-data']);
    else if (!shared) collection.retitle(new Map([...all.keys()].map((key) => about(key)).filter(({ record }) => record).map(({ key, title, part, series }) => [key, { title, part, series }])));
    show();
    page.dataset.ready = 'yes';
  }

  const known = (key) => asked.has(collection.parts(key).pin);

  const deeds = {
    more() {
      const first = list.children.length;
      extend();
      list.children[first]?.querySelector('a, button')?.focus();
    },
    async 'take-over'() {
      const done = collection.merge(shared);
      await leave();
      say(phrase('merged', done));
      $('.collect-said').scrollIntoView({ block: 'center' });
    },
    'go-back': leave,
  };

  page.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-do], [data-mark]');
    const key = button?.closest('[data-key]')?.dataset.key;
    if (button?.dataset.do) deeds[button.dataset.do]?.();
    else if (key) collection.press(key, button.dataset.mark, about(key, collection.all().get(key)));
  });
  form.addEventListener('input', () => { list.replaceChildren(); show(); });
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', follow);
  collection.listen((elsewhere) => {
    troubles();
    if (shared) { show(); return; }
    const all = collection.all();
    const fresh = [...all.keys()].filter((key) => !listed.has(key));
    if (fresh.some((key) => !known(key))) renewData();
    else if (fresh.length || elsewhere) show();
    else renew();
  });

  Object.assign(window.pinsite, {
    mine: Object.freeze({ page, words, fill, phrase, say, copyOf, number, about, grouped, bears, link, picture, deeds, on: (make) => makers.push(make), entries }),
  });
  page.hidden = false;
  troubles();
  addEventListener('DOMContentLoaded', follow, { once: true });
})();
