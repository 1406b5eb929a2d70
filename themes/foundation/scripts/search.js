// Search in the site's own JSON: words and choices together, kept in the address so that a search can be shared.
(() => {
  'use strict';
  const form = document.getElementById('search');
  const list = document.getElementById('found');
  if (!form || !list) return;
  const count = form.querySelector('.search-count');
  const more = document.getElementById('more');
  const choices = [...form.querySelectorAll('select')];
  const { root, files } = document.documentElement.dataset;
  const STEP = 48;
  let pins = [];
  let found = [];

  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const address = (path) => root + path + (files && /(^|\/)$/.test(path) ? 'index.html' : '');

  function card(pin, fields) {
    const item = document.createElement('li');
    const article = item.appendChild(document.createElement('article'));
    article.className = 'card';
    const frame = article.appendChild(document.createElement('div'));
    frame.className = 'card-picture';
    const image = frame.appendChild(document.createElement(pin.picture ? 'img' : 'span'));
    if (pin.picture) {
      const { src, width, height, alt } = pin.picture;
      Object.assign(image, { loading: 'lazy', decoding: 'async', width, height, alt: alt || '', src: root + src });
    } else {
      image.className = 'blank';
      image.textContent = pin.title.slice(0, 1);
      image.setAttribute('aria-hidden', 'true');
    }
    const title = article.appendChild(document.createElement('h2'));
    title.className = 'card-title';
    const link = title.appendChild(document.createElement('a'));
    Object.assign(link, { href: address(pin.path), textContent: pin.title, lang: pin.lang });
    const state = article.appendChild(document.createElement('p'));
    state.className = 'card-state';
    if (pin.of) Object.assign(state.dataset, { statusOf: pin.of, status: pin.status, always: '' });
    const status = state.appendChild(document.createElement('span'));
    Object.assign(status, { className: `status status-${pin.status}`, textContent: (fields.status || {})[pin.status] || '' });
    return item;
  }

  function fill(select, labels) {
    const counts = new Map();
    pins.forEach((pin) => (pin.terms[select.name] || []).forEach((code) => counts.set(code, (counts.get(code) || 0) + 1)));
    const options = [...counts].map(([code, n]) => new Option(`${labels[code] || code} (${n})`, code));
    options.sort((a, b) => a.text.localeCompare(b.text, document.documentElement.lang));
    select.append(...options);
    select.closest('.search-facet').hidden = options.length < 2;
  }

  function matching() {
    const words = plain(form.q.value).split(/\s+/).filter(Boolean);
    const chosen = choices.filter((select) => select.value);
    const fits = pins.filter((pin) => words.every((word) => pin.haystack.includes(word))
      && chosen.every((select) => (pin.terms[select.name] || []).includes(select.value)));
    // A word of the title counts most, then the beginning of any word, then anywhere; equals keep their order.
    const weight = (pin) => words.reduce((sum, word) => sum
      + (pin.name.includes(word) ? 2 : 0) + (pin.haystack.includes(` ${word}`) ? 1 : 0), 0);
    // Of a colour those pins come first that show it foremost.
    const colour = form.elements.colours?.value;
    const place = (pin) => (colour ? pin.terms.colours.indexOf(colour) : 0);
    return words.length || colour ? fits.sort((a, b) => weight(b) - weight(a) || place(a) - place(b)) : fits;
  }

  function extend(fields) {
    const shown = list.children.length;
    list.append(...found.slice(shown, shown + STEP).map((pin) => card(pin, fields)));
    more.hidden = list.children.length >= found.length;
    document.dispatchEvent(new Event('pins'));
  }

  function show(fields, write) {
    found = matching();
    list.replaceChildren();
    extend(fields);
    count.textContent = found.length ? `${form.dataset.found}: ${found.length}` : form.dataset.none;
    if (!write) return;
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    history.replaceState(null, '', query.size ? `?${query}` : location.pathname);
  }

  function begin(data) {
    pins = data.pins;
    for (const pin of pins) {
      const labels = Object.entries(pin.terms).flatMap(([field, codes]) => codes.map((code) => (data.fields[field] || {})[code] || code));
      pin.name = plain(pin.title);
      pin.haystack = plain(['', pin.title, pin.summary, pin.text, ...labels].join(' '));
    }
    choices.forEach((select) => fill(select, data.fields[select.name] || {}));
    const asked = new URLSearchParams(location.search);
    [form.q, ...choices].forEach((control) => { control.value = asked.get(control.name) || ''; });
    form.querySelectorAll('details').forEach((rest) => { rest.open = choices.some((select) => select.value && rest.contains(select)); });
    form.addEventListener('input', () => show(data.fields, true));
    form.addEventListener('submit', (event) => { event.preventDefault(); show(data.fields, true); });
    form.addEventListener('reset', () => setTimeout(() => { show(data.fields, true); form.q.focus(); }));
    more.addEventListener('click', () => {
      const first = list.children.length;
      extend(data.fields);
      list.children[first].querySelector('a').focus();
    });
    show(data.fields, false);
  }

  form.hidden = false;
  fetch(form.dataset.source)
    .then((answer) => { if (!answer.ok) throw new Error(answer.statusText); return answer.json(); })
    .then(begin)
    .catch(() => { count.textContent = form.dataset.failed; });
})();
