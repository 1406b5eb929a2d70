// What the catalogue says of the pins in a list, read shelf by shelf: which one an id is on follows from the id.
(() => {
  'use strict';
  const { root, files } = document.documentElement.dataset;
  const { lang } = document.documentElement;
  const page = document.querySelector('[data-shelves]');
  if (!page) return;
  const count = Number(page.dataset.shelves);
  const fetched = new Map();
  const pins = new Map();
  const series = new Map();
  const outlines = new Map();
  let missed = false;

  function crc32(text) {
    let sum = ~0;
    for (let at = 0; at < text.length; at += 1) {
      sum ^= text.charCodeAt(at);
      for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xEDB88320 & -(sum & 1));
    }
    return ~sum >>> 0;
  }

  const load = (source, number) => fetch(source.replace('0.json', `${number}.json`), { cache: 'no-cache' })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)));

  function fill(told, cuts) {
    Object.entries(told.pins).forEach(([id, pin]) => pins.set(id, pin));
    Object.entries(told.series).forEach(([id, one]) => series.set(id, one));
    Object.entries(cuts).forEach(([key, path]) => outlines.set(key, path));
  }

  // Outlines are read by pages that cut pins out, and by no others: they weigh more than all the rest.
  function shelf(number) {
    const { source, outlines: cuts } = page.dataset;
    if (!fetched.has(number)) {
      fetched.set(number, Promise.all([load(source, number), cuts ? load(cuts, number) : {}])
        .then((told) => fill(...told))
        .catch(() => { missed = true; }));
    }
    return fetched.get(number);
  }

  // Resolves when all is known that there is to know about some ids, of pins or of series.
  const read = (ids) => Promise.all([...new Set([...ids].map((id) => crc32(id) % count))].map(shelf));
  // A text in the language of the page, or in the one that stands in.
  const text = (said) => (typeof said === 'string' ? said : said ? said[lang] || Object.values(said)[0] : '');
  const address = (path) => root + page.dataset.home + path + (files ? 'index.html' : '');

  window.pinsite = Object.assign(window.pinsite || {}, {
    shelves: Object.freeze({ read, text, address, pins, series, outlines, source: (src) => root + src, missed: () => missed }),
  });
})();
