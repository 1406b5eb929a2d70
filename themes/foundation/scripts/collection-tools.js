// What a collection is good for: how far each series is, a link, a trade post, a checklist on paper, a file.
(() => {
  'use strict';
  const { collection, shelves, sharing, files, mine } = window.pinsite || {};
  if (!mine) return;
  const { page, words, phrase, fill, say, copyOf, number, about, bears, deeds } = mine;
  const $ = (selector) => page.querySelector(selector);
  const MANY = 2000;

  // ── series ────────────────────────────────────────────────────────────────────────────────────────────────────

  async function missing(box, pins) {
    await shelves.read(pins);
    const all = collection.all();
    box.replaceChildren(...pins.map((pin) => {
      const item = copyOf('#missing');
      const { name } = about(pin);
      item.querySelector('.missing-name').append(mine.link(pin, name));
      item.dataset.key = pin;
      const button = item.querySelector('[data-mark]');
      button.setAttribute('aria-label', `${button.textContent}: ${name}`);
      button.setAttribute('aria-pressed', String(Boolean(all.get(pin)?.marks.includes('w'))));
      return item;
    }));
  }

  function progressOf(id, have) {
    const { title, path, pins } = shelves.series.get(id);
    const item = copyOf('#series');
    const name = item.querySelector('.series-name');
    const link = Object.assign(document.createElement('a'), { href: shelves.address(path), textContent: shelves.text(title) });
    name.append(link);
    const count = item.querySelector('.series-count');
    count.textContent = fill(count.dataset.text, { have: number.format(have.size), all: number.format(pins.length) });
    const meter = item.querySelector('meter');
    Object.assign(meter, { max: pins.length, value: have.size, textContent: count.textContent });
    meter.setAttribute('aria-label', `${link.textContent}: ${count.textContent}`);
    const left = pins.filter((pin) => !have.has(pin));
    const details = item.querySelector('details');
    details.hidden = !left.length;
    item.querySelector('.series-whole').hidden = left.length > 0;
    details.querySelector('.count').textContent = number.format(left.length);
    details.addEventListener('toggle', () => { if (details.open) missing(details.querySelector('ul'), left); });
    return item;
  }

  function series(groups, shared) {
    const have = new Map();
    groups.filter(({ series: id }) => shelves.series.has(id)).forEach((group) => {
      if (!have.has(group.series)) have.set(group.series, new Set());
      if (bears(group, 'h') && shelves.series.get(group.series).pins.includes(group.pin)) have.get(group.series).add(group.pin);
    });
    $('.progress').hidden = shared || !have.size;
    const box = $('.progress-list');
    const open = new Set([...box.querySelectorAll('details[open]')].map((one) => one.closest('li').dataset.series));
    const told = JSON.stringify([...have].map(([id, pins]) => [id, [...pins]]));
    if (box.dataset.told === told) {
      const all = collection.all();
      box.querySelectorAll('[data-key]').forEach((one) => one.querySelector('[data-mark]').setAttribute('aria-pressed', String(Boolean(all.get(one.dataset.key)?.marks.includes('w')))));
      return;
    }
    box.dataset.told = told;
    const title = (id) => shelves.text(shelves.series.get(id).title);
    box.replaceChildren(...[...have].sort(([a], [b]) => title(a).localeCompare(title(b), document.documentElement.lang)).map(([id, pins]) => {
      const item = progressOf(id, pins);
      item.dataset.series = id;
      item.querySelector('details').open = open.has(id);
      return item;
    }));
  }

  // ── link and post ─────────────────────────────────────────────────────────────────────────────────────────────

  // The part of a list that bears some marks, and of each entry those marks only.
  function part(kinds) {
    const kept = [...collection.all()].map(([key, entry]) => [key, { ...entry, marks: collection.ordered([...entry.marks].filter((mark) => kinds.includes(mark)).join('')) }]);
    return new Map(kept.filter(([, { marks }]) => marks));
  }

  async function linkTo(kinds) {
    const entries = part(kinds);
    return entries.size ? `${location.href.split('#')[0]}#list=${await sharing.encode(entries)}` : '';
  }

  async function link() {
    const field = $('#share-link');
    field.value = await linkTo($('#share-what').value);
    field.nextElementSibling.disabled = !field.value;
    $('#share-long').hidden = field.value.length <= MANY;
  }

  function line(group, mark) {
    const numbers = group.copies.filter((one) => one.marks.includes(mark)).map((one) => phrase('number', { n: one.copy }));
    const { size } = group;
    const facts = [
      group.edition?.size && phrase('edition', { n: number.format(group.edition.size) }),
      size.length && `${size.map((side) => number.format(side)).join(' × ')} mm`,
    ].filter(Boolean).join(', ');
    return `• ${[group.name, ...numbers].join(', ')}${facts ? ` (${facts})` : ''}`;
  }

  async function post(groups) {
    const field = $('#post');
    if (!field) return;
    const lists = [['t', field.dataset.trade], ['w', field.dataset.want]].map(([mark, title]) => {
      const lines = groups.filter((group) => bears(group, mark)).map((group) => line(group, mark));
      return lines.length ? [`${title}:`, ...lines].join('\n') : '';
    }).filter(Boolean);
    const address = lists.length && location.protocol !== 'file:' ? await linkTo('wt') : '';
    const end = address && address.length <= MANY ? address : page.dataset.site;
    field.value = lists.length ? [...lists, end].join('\n\n') : field.dataset.nothing;
    field.nextElementSibling.disabled = !lists.length;
  }

  async function copy(button) {
    const field = $(`#${button.dataset.copy}`);
    try {
      await navigator.clipboard.writeText(field.value);
      say(words.copied);
    } catch {
      field.focus();
      field.select();
      say(words.select);
    }
  }

  // ── paper ─────────────────────────────────────────────────────────────────────────────────────────────────────

  function pictureOf({ cut, record, title }) {
    if (!cut?.metal) return mine.picture(record, title);
    const { src, width, height, box: [left, top, across, down], metal } = cut;
    const frame = Object.assign(document.createElement('span'), { className: 'check-cut' });
    const image = Object.assign(document.createElement('img'), { alt: '', src: shelves.source(src) });
    const [wide, high] = [metal[0] * width / across, metal[1] * height / down];
    Object.assign(frame.style, { inlineSize: `${metal[0]}mm`, blockSize: `${metal[1]}mm` });
    Object.assign(image.style, { width: `${wide}mm`, height: `${high}mm`, left: `${-left * wide / width}mm`, top: `${-top * high / height}mm` });
    frame.append(image);
    return frame;
  }

  function check(group) {
    const item = copyOf('#check');
    const facts = [
      group.seriesTitle, group.edition?.size && phrase('edition', { n: number.format(group.edition.size) }),
      group.size.length && `${group.size.map((side) => number.format(side)).join(' × ')} mm`,
      ...group.copies.map((one) => phrase('number', { n: one.copy })),
      bears(group, 'w') && words.w, bears(group, 't') && words.t, group.gone && words.gone,
    ].filter(Boolean);
    item.classList.toggle('check-done', bears(group, 'h'));
    item.querySelector('.check-box').textContent = bears(group, 'h') ? '✓' : '';
    item.querySelector('.check-picture').append(pictureOf(group));
    item.querySelector('.check-title').textContent = group.name;
    item.querySelector('.check-facts').textContent = facts.join(' · ');
    return item;
  }

  async function listed() {
    const groups = mine.grouped(collection.all());
    if ($('#check-what').value === 'mine') return groups;
    const wanted = [...new Set(groups.map((group) => group.series))].filter((id) => shelves.series.has(id));
    const pins = wanted.flatMap((id) => shelves.series.get(id).pins);
    await shelves.read(pins);
    const known = new Map(groups.map((group) => [group.key, group]));
    const rest = groups.filter((group) => !pins.includes(group.key));
    return [...pins.map((pin) => known.get(pin) || { ...about(pin), marks: '', copies: [] }), ...rest];
  }

  deeds.print = async () => {
    const sheet = $('#checklist');
    const groups = await listed();
    sheet.querySelector('ul').replaceChildren(...groups.map(check));
    const pictures = [...sheet.querySelectorAll('img')];
    pictures.forEach((image) => { image.loading = 'eager'; });
    sheet.hidden = false;
    document.body.classList.add('prints-checklist');
    await Promise.all(pictures.map((image) => image.decode().catch(() => {})));
    print();
  };
  addEventListener('afterprint', () => {
    document.body.classList.remove('prints-checklist');
    $('#checklist').hidden = true;
  });

  // ── files ─────────────────────────────────────────────────────────────────────────────────────────────────────

  const today = () => new Date().toLocaleDateString('sv');
  deeds['save-json'] = () => files.save(`collection-${today()}.json`, files.toJson(collection.all()), 'application/json');
  deeds['save-csv'] = () => files.save(`collection-${today()}.csv`, files.toCsv(collection.all()), 'text/csv');
  deeds['save-damaged'] = () => files.save('collection-damaged.txt', collection.damaged() || '', 'text/plain');
  deeds['drop-damaged'] = () => { collection.damaged(true); $('.collect-aside').hidden = true; };

  async function add(file) {
    let entries;
    try {
      entries = files.fromText(await file.text());
    } catch (error) {
      say(phrase(error.say || 'unreadable', { n: number.format(error.values?.n || 0) }), '.file-said');
      return;
    }
    const pins = [...new Set([...entries.keys()].map((key) => collection.parts(key).pin))];
    await shelves.read(pins);
    const strange = shelves.missed() ? 0 : pins.filter((pin) => !shelves.pins.has(pin)).length;
    const done = collection.merge(entries);
    const told = Object.fromEntries(Object.entries(done).map(([name, n]) => [name, number.format(n)]));
    say([phrase('merged', told), strange && phrase('unknown', { n: number.format(strange) })].filter(Boolean).join(' '), '.file-said');
  }

  $('#file').addEventListener('change', async ({ target }) => {
    if (target.files[0]) await add(target.files[0]);
    target.value = '';
  });
  $('#share-what').addEventListener('change', link);
  page.addEventListener('click', ({ target }) => {
    if (target.matches('[data-copy]')) copy(target);
  });
  mine.on(series);
  mine.on((groups, shared) => {
    // Files can be read in again where nothing is marked yet.
    $('.take-away').hidden = shared;
    if (shared) return;
    link();
    post(groups);
  });
})();
