// Enlarging pictures. Without this script each picture is a plain link to its largest file.
(() => {
  'use strict';
  const gallery = document.getElementById('gallery');
  const links = [...document.querySelectorAll('a.zoom')];
  const { writing } = window.pinsite || {};
  if (!writing || !gallery || !links.length || typeof HTMLDialogElement === 'undefined') return;
  const words = gallery.dataset;
  const LEVELS = [1, 1.8, 3.2];
  const FAR = 40; // pixels that a finger moves before it is a swipe
  const forward = document.documentElement.dir === 'rtl' ? -1 : 1;
  let at = 0;
  let level = 0;

  const { make } = writing;
  const button = (text, label, onclick) => {
    const node = make('button', { type: 'button', className: 'button', textContent: text, onclick });
    if (label) node.setAttribute('aria-label', label);
    return node;
  };

  const place = make('output', {});
  const smaller = button('−', words.smaller, () => approach(level - 1));
  const larger = button('+', words.zoom, () => approach(level + 1));
  const before = button(forward < 0 ? '→' : '←', words.previous, () => show(at - 1));
  const after = button(forward < 0 ? '←' : '→', words.next, () => show(at + 1));
  const close = button('×', words.close, () => dialog.close());
  const sides = { back: button(words.back, '', () => turn('back')), 'lights-off': button(words.lights, '', () => turn('lights-off')) };
  const bar = make('div', { className: 'zoomed-bar' }, place, smaller, larger, before, after, close);
  const view = make('div', { className: 'zoomed-view', tabIndex: 0 });
  const turns = make('div', { className: 'zoomed-turns' }, ...Object.values(sides));
  const caption = make('div', { className: 'zoomed-caption' });
  const dialog = make('dialog', { className: 'zoomed' }, bar, view, turns, caption);
  dialog.setAttribute('aria-label', gallery.getAttribute('aria-label'));
  view.setAttribute('role', 'group');
  caption.setAttribute('aria-live', 'polite');
  before.hidden = after.hidden = links.length < 2;

  // ── which picture: its role, and those of the same pin or variant that show another side of it ──
  const roleOf = (link) => /figure-([a-z-]+)/.exec(link.closest('figure').className)[1];
  const holder = (link) => link.closest('.variant-pictures, .gallery');
  const family = () => links.filter((link) => holder(link) === holder(links[at]));
  const side = (role) => family().find((link) => roleOf(link) === role);
  const face = () => side('front') || family().find((link) => !(roleOf(link) in sides));

  function turn(role) {
    const to = roleOf(links[at]) === role ? face() : side(role);
    if (to) show(links.indexOf(to), role === 'back' ? 'zoomed-turned' : '');
  }

  // ── how near ──
  const range = (value, least, most) => Math.min(Math.max(value, least), most);
  function approach(to, x = 0.5, y = 0.5) {
    const across = (view.scrollLeft + view.clientWidth * x) / view.scrollWidth;
    const down = (view.scrollTop + view.clientHeight * y) / view.scrollHeight;
    level = range(to, 0, LEVELS.length - 1);
    view.classList.toggle('zoomed-near', level > 0);
    view.style.setProperty('--near', LEVELS[level]);
    smaller.setAttribute('aria-disabled', String(level === 0));
    larger.setAttribute('aria-disabled', String(level === LEVELS.length - 1));
    view.querySelectorAll('[sizes]').forEach((node) => { node.sizes = `${LEVELS[level] * 100}vw`; });
    view.scrollTo(across * view.scrollWidth - view.clientWidth * x, down * view.scrollHeight - view.clientHeight * y);
  }

  function show(number, how = '') {
    at = (number + links.length) % links.length;
    const figure = links[at].closest('figure');
    const role = roleOf(links[at]);
    const picture = links[at].querySelector('picture').cloneNode(true);
    const image = picture.querySelector('img');
    image.loading = 'eager';
    image.draggable = false;
    image.removeAttribute('aria-describedby');
    picture.className = how;
    view.replaceChildren(picture);
    place.textContent = links.length > 1 ? `${at + 1} / ${links.length}` : '';
    view.setAttribute('aria-label', image.alt || place.textContent || dialog.getAttribute('aria-label'));
    tell(figure, image);
    for (const [name, node] of Object.entries(sides)) {
      const gone = !side(name) || !face();
      if (gone && node === document.activeElement) view.focus();
      node.hidden = gone;
      node.setAttribute('aria-pressed', String(role === name));
    }
    dialog.classList.toggle('zoomed-dark', role === 'lights-off');
    approach(0);
  }

  // The caption, below it what the picture shows; who hears the page has that from the picture already.
  function tell(figure, image) {
    const said = figure.querySelector('figcaption span');
    const told = figure.querySelector('.told');
    caption.replaceChildren();
    if (said) caption.append(make('p', { textContent: said.textContent, lang: said.firstElementChild?.lang || '' }));
    if (image.alt) {
      const alt = make('p', { className: 'zoomed-alt', textContent: image.alt, lang: image.lang });
      alt.setAttribute('aria-hidden', 'true');
      caption.append(alt);
    }
    if (told) {
      const copy = told.cloneNode(true);
      copy.querySelectorAll('[id]').forEach((one) => one.removeAttribute('id'));
      caption.append(copy);
    }
    caption.querySelectorAll('[lang=""]').forEach((one) => one.removeAttribute('lang'));
  }

  // ── keys ──
  dialog.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const panning = level > 0 && document.activeElement === view;
    const steps = panning ? {} : {
      ArrowLeft: () => show(at - forward), ArrowRight: () => show(at + forward), Home: () => show(0), End: () => show(-1),
    };
    const act = {
      ...(links.length > 1 ? steps : {}),
      '+': () => approach(level + 1), '=': () => approach(level + 1), '-': () => approach(level - 1), '−': () => approach(level - 1),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  // ── fingers and the mouse: a swipe turns the page, a press goes near, a drag of the mouse moves what is near ──
  // Two fingers are the browser's: they bring nearer what is shown, and then one finger moves that and turns nothing.
  let from = null;
  let moved = false;
  const screenful = window.visualViewport;
  const pinched = () => Boolean(screenful) && screenful.scale > 1.01;
  screenful?.addEventListener('resize', () => dialog.classList.toggle('zoomed-pinched', pinched()));
  view.addEventListener('pointerdown', (event) => {
    if (!event.isPrimary || event.button) { from = null; moved = true; return; }
    from = { x: event.clientX, y: event.clientY };
    moved = false;
  });
  view.addEventListener('pointermove', (event) => {
    if (!from || !event.isPrimary) return;
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > 6) moved = true;
    if (moved && level > 0 && event.pointerType === 'mouse') view.scrollBy(-event.movementX, -event.movementY);
  });
  view.addEventListener('pointerup', (event) => {
    if (!from || !event.isPrimary) return;
    const across = event.clientX - from.x;
    const down = event.clientY - from.y;
    from = null;
    if (level === 0 && !pinched() && links.length > 1 && Math.abs(across) > FAR && Math.abs(across) > 2 * Math.abs(down)) {
      show(at - Math.sign(across) * forward);
    }
  });
  view.addEventListener('pointercancel', () => { from = null; });
  view.addEventListener('click', (event) => {
    if (moved) { moved = false; return; }
    const box = view.getBoundingClientRect();
    const to = level === LEVELS.length - 1 ? 0 : level + 1;
    approach(to, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  });

  links.forEach((link, number) => {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      if (!dialog.isConnected) document.body.append(dialog);
      dialog.showModal();
      show(number);
    });
  });
})();

// Browsers that print have loaded their lazy pictures first, all but those of Apple's engine, whose paper would show empty frames:
// there they begin when printing begins, and are there when the sheet is drawn. Others are left alone; they would load them anew.
if (navigator.vendor.startsWith('Apple')) {
  addEventListener('beforeprint', () => {
    for (const one of document.images) if (!one.complete) one.loading = 'eager';
  });
}
