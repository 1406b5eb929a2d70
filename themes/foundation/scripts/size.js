// The true size of a pin: a screen is measured once with a bank card; what is beside the pin has the same scale.
// Without this script the pin is as large as the browser takes a millimetre to be; paper needs no script.
(() => {
  'use strict';
  const section = document.getElementById('true-size');
  const dialog = document.getElementById('measure');
  if (!section || !dialog || !dialog.showModal) return;
  const CARD = [85.6, 53.98];
  const SVG = 'http://www.w3.org/2000/svg';
  const stage = section.querySelector('.true-stage');
  const state = section.querySelector('.true-state');
  const tools = section.querySelector('.true-tools');
  const select = document.getElementById('beside');
  const find = section.querySelector('.true-find');
  const slider = document.getElementById('measure-slider');
  const outline = dialog.querySelector('.measure-card');

  // ── what is kept: a few screens, and what was last laid beside a pin ──
  const recall = (name) => {
    try { return JSON.parse(localStorage.getItem(name)); } catch { return null; }
  };
  const keep = (name, value) => {
    try { localStorage.setItem(name, JSON.stringify(value)); return true; } catch { return false; }
  };
  const SCREENS = 'pinsite-screens';
  const sound = (one) => one && one.dots > 1 && one.dots < 80 && Array.isArray(one.size) && one.ratio > 0;
  const kept = () => {
    const found = recall(SCREENS);
    return Array.isArray(found) ? found.filter(sound) : [];
  };
  let screens = kept();
  let isKept = true;
  let failed = '';
  let laid = false;

  // ── the screen ──
  // Dots a millimetre are a screen's own and stay when a page is zoomed; pixels of CSS do not. Zooming changes the
  // ratio alone in some browsers, ratio and size in others, as another setting of the system does: so a screen is
  // the same where its size in pixels of CSS, or in dots, is. It may have been turned.
  const sides = (a, b) => [a, b].sort((one, other) => one - other);
  const near = (one, other, slack) => one.every((side, at) => Math.abs(side - other[at]) <= slack);
  const here = () => ({ size: sides(screen.width, screen.height), ratio: devicePixelRatio });
  const same = (one, other) => {
    const dots = (what) => what.size.map((side) => side * what.ratio);
    return near(one.size, other.size, 1) || near(dots(one), dots(other), 0.01 * dots(one)[1]);
  };
  const measured = () => screens.find((one) => same(one, here()));
  const guess = () => (matchMedia('(pointer: coarse)').matches && Math.min(screen.width, screen.height) <= 500 ? 6.2 : 96 / 25.4);
  const scale = () => {
    const known = measured();
    return known ? known.dots / devicePixelRatio : guess();
  };

  function fit() {
    stage.style.setProperty('--mm', `${scale()}px`);
    const enlarged = window.visualViewport && Math.abs(visualViewport.scale - 1) > 0.01;
    const is = enlarged ? 'near' : measured() ? 'true' : screens.length ? 'other' : 'guess';
    const said = [section.dataset[is], isKept || section.dataset.unkept, failed].filter((one) => one && one !== true).join(' ');
    if (state.textContent !== said) state.textContent = said;
    state.dataset.is = is;
    if (laid) reach();
  }
  // What does not fit is reached by keys. It is asked when the stage comes near: until then nobody has laid it out.
  function reach() {
    if (stage.scrollWidth > stage.clientWidth) stage.tabIndex = 0;
    else stage.removeAttribute('tabindex');
  }
  function sized(svg) {
    const [across, down] = svg.dataset.mm.split(' ');
    svg.style.setProperty('--across', across);
    svg.style.setProperty('--down', down);
    svg.classList.add('measured');
    return svg;
  }

  // ── beside it ──
  const drawn = (tag, props, ...children) => {
    const node = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(props)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };
  function blank(kind, mm) {
    const [across, down] = mm.split(' ');
    const svg = drawn('svg', { class: `cut ${kind}`, width: `${across}mm`, height: `${down}mm`, viewBox: `0 0 ${across} ${down}`, 'aria-hidden': 'true' });
    svg.dataset.mm = mm;
    return svg;
  }
  function coin(option) {
    const svg = blank('coin', option.dataset.mm);
    const size = parseFloat(option.dataset.mm);
    const middle = { cx: size / 2, cy: size / 2 };
    const { rim, core } = option.dataset;
    svg.append(drawn('circle', { ...middle, r: size / 2, class: `metal-${rim}` }));
    if (core) svg.append(drawn('circle', { ...middle, r: size * 0.35, class: `metal-${core}` }));
    const text = drawn('text', { x: size / 2, y: size / 2 }, option.text);
    text.style.setProperty('font-size', `${Math.min(size * 0.28, (size * 1.1) / option.text.length)}px`);
    svg.append(text);
    return svg;
  }
  function card(option) {
    const [across, down] = CARD;
    const upright = across * scale() > stage.clientWidth;
    const svg = blank('bank-card', upright ? `${down} ${across}` : option.dataset.mm);
    const turned = upright ? { transform: `rotate(90) translate(0 ${-down})` } : {};
    svg.append(drawn('g', turned,
      drawn('rect', { width: across, height: down, rx: 3.18 }),
      drawn('rect', { class: 'chip', x: 10.2, y: 19, width: 12, height: 9.5, rx: 1.5 })));
    return svg;
  }
  function figure(svg, ...words) {
    const node = Object.assign(document.createElement('figure'), { className: 'true-one true-laid' });
    const caption = document.createElement('figcaption');
    words.forEach((word) => caption.append(word, ' '));
    node.append(sized(svg), caption);
    return node;
  }
  function thing(option) {
    const words = [option.text, option.dataset.said].map((text) => Object.assign(document.createElement('span'), { textContent: text }));
    return figure(option.value === 'card' ? card(option) : coin(option), ...words);
  }
  // Another pin is taken from its own page; its addresses are seen from there.
  async function pin(option) {
    const answer = await fetch(option.dataset.page);
    if (!answer.ok) throw new Error(answer.statusText);
    const there = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const cut = there.querySelector('#true-size .cut');
    if (!cut) return null;
    const svg = document.importNode(cut, true);
    const clip = svg.querySelector('clipPath');
    const image = svg.querySelector('image');
    if (clip) clip.id = 'cut-beside';
    if (image) image.setAttribute('href', new URL(image.getAttribute('href'), answer.url));
    if (clip && image) image.setAttribute('clip-path', 'url(#cut-beside)');
    const link = Object.assign(document.createElement('a'), { href: option.dataset.page, textContent: option.text, lang: option.lang });
    const size = document.createElement('span');
    size.textContent = there.querySelector('#true-size figcaption span + span').textContent;
    return figure(svg, link, size);
  }
  async function beside() {
    const option = select.selectedOptions[0];
    let other = null;
    failed = '';
    find.hidden = option.value !== 'find';
    try {
      if (option.dataset.page) {
        other = await pin(option);
        if (!other && option === select.selectedOptions[0]) failed = section.dataset.unsized;
      } else if (option.value === 'find') search().catch(lost);
      else if (option.value) other = thing(option);
    } catch { failed = section.dataset.failed; }
    if (option !== select.selectedOptions[0]) return;
    stage.querySelectorAll('.true-laid').forEach((one) => one.remove());
    if (other) stage.append(other);
    fit();
  }

  // ── any pin of the catalogue, by the search of the site: its scripts are fetched by the first who asks ──
  const FEW = 8;
  let engine = null;
  function searching() {
    engine ||= fetch(section.dataset.search).then(async (answer) => {
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const paths = [...page.querySelectorAll('script[src]')].map((one) => new URL(one.getAttribute('src'), answer.url).href);
      await Promise.all(paths.filter((path) => /\/search-(?!page-)[^/]*$/.test(path)).map((src) => new Promise((done, refused) => {
        document.head.append(Object.assign(document.createElement('script'), { src, async: false, onload: done, onerror: refused }));
      })));
      return window.pinsiteSearch;
    });
    engine.catch(() => { engine = null; });
    return engine;
  }
  function lost() {
    failed = section.dataset.failed;
    fit();
  }
  async function search() {
    const text = find.querySelector('input').value;
    const found = find.querySelector('ul');
    const { find: ask, cards } = await searching();
    const { pins } = await ask({ text, chosen: new Map(), near: '', sort: text ? '' : 'newest' });
    const others = (await cards([...pins.slice(0, FEW + 1)])).filter(([id]) => id !== section.dataset.pin).slice(0, FEW);
    if (text !== find.querySelector('input').value) return;
    found.replaceChildren(...others.map(([id, path, title, lang]) => {
      const item = document.createElement('li');
      const button = Object.assign(document.createElement('button'), { type: 'button', textContent: title, ...(lang && { lang }) });
      button.addEventListener('click', () => choose(id, path, title, lang));
      item.append(button);
      return item;
    }));
    find.querySelector('[role=status]').textContent = others.length ? others.map(([, , title]) => title).join(', ') : section.dataset.none;
  }
  function choose(id, path, title, lang) {
    const value = `pin ${id}`;
    let option = [...select.options].find((one) => one.value === value);
    if (!option) {
      option = Object.assign(document.createElement('option'), { value, textContent: title, ...(lang && { lang }) });
      option.dataset.page = document.documentElement.dataset.root + path;
      select.querySelector('[value=find]').before(option);
    }
    select.value = value;
    select.dispatchEvent(new Event('change'));
    select.focus();
  }

  // What may lie beside it is many words that nobody sees at first: they are no part of the page until it rests.
  function offer() {
    const things = select.querySelector('template');
    if (!things) return;
    things.replaceWith(things.content);
    // Opened as files, pages may not read each other.
    if (location.protocol === 'file:') select.querySelectorAll('[data-fetched]').forEach((one) => one.remove());
    try {
      const region = new Intl.Locale(navigator.language).maximize().region;
      const own = [...select.querySelectorAll('[data-regions]')].find((one) => one.dataset.regions.split(' ').includes(region));
      if (own) select.querySelector('optgroup').before(own);
    } catch { /* a language that is none leaves the order as it is */ }
    const last = recall('pinsite-beside');
    if ([...select.options].some((one) => one.value === last)) select.value = last;
  }

  // ── measuring ──
  let upright = false;
  function trial() {
    const long = Number(slider.value);
    const [across, down] = upright ? [CARD[1], CARD[0]] : CARD;
    const perMm = long / CARD[0];
    outline.setAttribute('viewBox', `0 0 ${across} ${down}`);
    outline.firstElementChild.setAttribute('width', across);
    outline.firstElementChild.setAttribute('height', down);
    outline.style.setProperty('inline-size', `${across * perMm}px`);
    outline.style.setProperty('block-size', `${down * perMm}px`);
    slider.setAttribute('aria-valuetext', `${long} px`);
  }
  function change(by) {
    slider.value = Number(slider.value) + by;
    trial();
  }
  function store(others) {
    screens = others;
    isKept = keep(SCREENS, screens);
    dialog.close();
    fit();
  }
  const others = () => screens.filter((one) => !same(one, here()));
  const acts = {
    keep: () => store([{ ...here(), dots: (Number(slider.value) / CARD[0]) * devicePixelRatio }, ...others()].slice(0, 6)),
    forget: () => store(others()),
    turn: () => { upright = !upright; trial(); },
    close: () => dialog.close(),
  };
  document.getElementById('measure-open').addEventListener('click', () => {
    slider.value = scale() * CARD[0];
    upright = Number(slider.value) > innerWidth - 60;
    dialog.querySelector('[data-do="forget"]').hidden = !measured();
    trial();
    dialog.showModal();
    slider.focus();
  });
  dialog.addEventListener('click', ({ target }) => {
    const button = target.closest('button');
    if (button && button.dataset.by) change(Number(button.dataset.by));
    else if (button) acts[button.dataset.do]();
  });
  dialog.addEventListener('keydown', (event) => {
    const arrows = event.target === slider ? {} : { ArrowLeft: -0.5, ArrowDown: -0.5, ArrowRight: 0.5, ArrowUp: 0.5 };
    const by = { '+': 1, '=': 1, '-': -1, '−': -1, ...arrows }[event.key];
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    change(by);
  });
  slider.addEventListener('input', trial);
  find.addEventListener('input', () => search().catch(lost));
  select.addEventListener('focus', offer);
  select.addEventListener('change', () => {
    laid = true;
    if (select.value !== 'find') keep('pinsite-beside', select.value);
    beside();
  });
  // A window that moves to another screen of the same ratio is told nothing; it is asked when somebody looks.
  addEventListener('resize', fit);
  addEventListener('focus', fit);
  section.addEventListener('pointerenter', fit);
  if (window.visualViewport) visualViewport.addEventListener('resize', fit);
  addEventListener('storage', () => {
    screens = kept();
    fit();
  });

  new IntersectionObserver(([seen], observer) => {
    if (!seen.isIntersecting) return;
    observer.disconnect();
    laid = true;
    offer();
    beside();
  }, { rootMargin: '50%' }).observe(stage);
  section.querySelectorAll('.cut').forEach(sized);
  tools.hidden = false;
  fit();
  const rest = window.requestIdleCallback ?? ((then) => setTimeout(then, 200));
  addEventListener('load', () => rest(offer));
})();
