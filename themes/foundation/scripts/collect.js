// Marks on the page of a pin: have, want, for trade, of the pin, of each variant, and of single numbers.
(() => {
  'use strict';
  const { collection, writing } = window.pinsite || {};
  const boxes = [...document.querySelectorAll('[data-collect]')];
  // A link to the board takes the pin along.
  document.querySelectorAll('a[data-lay]').forEach((link) => { link.hash = `add=${link.dataset.lay}`; });
  if (!collection || !boxes.length) return;
  const { number } = writing;
  const fill = (text, n) => writing.fill(text, { n });

  const shown = ({ dataset: { title, part } }) => ({ title, part });

  function listen(box, buttons, key) {
    buttons.addEventListener('click', ({ target }) => {
      const button = target.closest('[data-mark]');
      if (button) collection.press(key, button.dataset.mark, shown(box));
    });
  }

  function press(group, marks) {
    group.querySelectorAll('[data-mark]').forEach((button) => button.setAttribute('aria-pressed', String(marks.includes(button.dataset.mark))));
  }

  function row(box, copies, key) {
    const { copy } = collection.parts(key);
    const item = copies.querySelector('template').content.firstElementChild.cloneNode(true);
    const name = item.querySelector('.copy-name');
    const group = item.querySelector('.marks');
    name.textContent = fill(name.dataset.name, copy);
    group.setAttribute('aria-label', name.textContent);
    item.dataset.key = key;
    listen(box, group, key);
    return item;
  }

  // A row stays while the page is open, so that a mark can be set again where it was taken away.
  function numbers(box, entries) {
    const copies = box.querySelector('.copies');
    if (!copies) return;
    const list = copies.querySelector('ul');
    const mine = [...entries.keys()].filter((key) => key.startsWith(`${box.dataset.collect}#`));
    const order = (key) => collection.parts(key).copy;
    mine.sort((a, b) => order(a).localeCompare(order(b), 'en', { numeric: true }));
    mine.forEach((key) => {
      if (![...list.children].some((item) => item.dataset.key === key)) list.append(row(box, copies, key));
    });
    [...list.children].forEach((item) => press(item, entries.get(item.dataset.key)?.marks || ''));
    copies.querySelector('.copies-marked').textContent = mine.length ? `: ${mine.map(order).join(', ')}` : '';
  }

  // A number within the edition, written as the register writes it, or nothing.
  function typed(form) {
    const text = form.elements.n.value.trim().replace(/^(no\.?|nr\.?|#)\s*/i, '').toUpperCase();
    const [, series, digits] = /^([A-Z]*)\s*0*([1-9]\d{0,5})$/.exec(text) || [];
    if (!digits) return '';
    const last = series ? form.dataset.proofs.split(' ').find((one) => one.replace(/\d+$/, '') === series)?.slice(series.length) : form.dataset.last || Infinity;
    return Number(digits) <= Number(last) ? series + digits : '';
  }

  function add(box, form) {
    const told = form.querySelector('output');
    const copy = typed(form);
    told.textContent = copy ? '' : fill(told.dataset.none, form.elements.n.value.trim());
    const key = `${box.dataset.collect}#${copy}`;
    if (!copy) return;
    if (!collection.all().get(key)?.marks.includes('h')) collection.press(key, 'h', shown(box));
    form.reset();
    box.querySelector(`li[data-key="${CSS.escape(key)}"] .mark`).focus();
  }

  function show() {
    const entries = collection.all();
    const trouble = collection.trouble();
    boxes.forEach((box) => {
      press(box.querySelector('.marks'), entries.get(box.dataset.collect)?.marks || '');
      numbers(box, entries);
      box.querySelectorAll('[data-trouble]').forEach((line) => { line.hidden = line.dataset.trouble !== trouble; });
      const count = box.querySelector('.collect-count');
      if (count) count.textContent = entries.size ? number.format(new Set([...entries.keys()].map((key) => collection.parts(key).owner)).size) : '';
    });
  }

  boxes.forEach((box) => {
    listen(box, box.querySelector('.marks'), box.dataset.collect);
    const form = box.querySelector('form');
    form?.addEventListener('submit', (event) => { event.preventDefault(); add(box, form); });
    box.hidden = false;
  });
  collection.listen(show);
  show();
})();
