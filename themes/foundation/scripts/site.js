// Enlarging pictures. Without this script each picture is a plain link to its largest file.
(() => {
  'use strict';
  const gallery = document.getElementById('gallery');
  const links = [...document.querySelectorAll('a.zoom')];
  if (!gallery || !links.length || typeof HTMLDialogElement === 'undefined') return;
  const words = gallery.dataset;
  let at = 0;

  const make = (tag, props, ...children) => {
    const node = Object.assign(document.createElement(tag), props);
    node.append(...children);
    return node;
  };
  const button = (text, label, onclick) => {
    const node = make('button', { type: 'button', className: 'button', textContent: text, onclick });
    node.setAttribute('aria-label', label);
    return node;
  };

  const place = make('output', {});
  const near = button('+', words.zoom, () => approach());
  const before = button('←', words.previous, () => show(at - 1));
  const after = button('→', words.next, () => show(at + 1));
  const close = button('×', words.close, () => dialog.close());
  const bar = make('div', { className: 'zoomed-bar' }, place, near, before, after, close);
  const view = make('div', { className: 'zoomed-view', tabIndex: 0, onclick: () => approach() });
  const caption = make('p', { className: 'zoomed-caption' });
  const dialog = make('dialog', { className: 'zoomed' }, bar, view, caption);
  dialog.setAttribute('aria-label', gallery.getAttribute('aria-label'));
  view.setAttribute('role', 'group');
  near.setAttribute('aria-pressed', 'false');
  before.hidden = after.hidden = links.length < 2;

  function approach(closer = !view.classList.contains('zoomed-near')) {
    view.classList.toggle('zoomed-near', closer);
    near.setAttribute('aria-pressed', String(closer));
    near.textContent = closer ? '−' : '+';
    view.scrollTo((view.scrollWidth - view.clientWidth) / 2, (view.scrollHeight - view.clientHeight) / 2);
  }

  function show(number) {
    at = (number + links.length) % links.length;
    const picture = links[at].querySelector('picture').cloneNode(true);
    picture.querySelectorAll('[sizes]').forEach((node) => { node.sizes = '100vw'; });
    const image = picture.querySelector('img');
    image.loading = 'eager';
    image.removeAttribute('aria-describedby');
    view.replaceChildren(picture);
    view.setAttribute('aria-label', image.alt);
    const said = links[at].closest('figure').querySelector('figcaption span');
    caption.textContent = said ? said.textContent : image.alt;
    place.textContent = links.length > 1 ? `${at + 1} / ${links.length}` : '';
    approach(false);
  }

  dialog.addEventListener('keydown', (event) => {
    const panning = view.classList.contains('zoomed-near') && document.activeElement === view;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step || panning || links.length < 2) return;
    event.preventDefault();
    show(at + (document.documentElement.dir === 'rtl' ? -step : step));
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
