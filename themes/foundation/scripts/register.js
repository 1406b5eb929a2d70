// Narrowing the register of editions. The page is complete without this script; with it the choices stand in the
// address, so that they can be shared, and rows of other pages are fetched when they fit.
(() => {
  'use strict';
  const form = document.getElementById('narrow');
  const list = document.getElementById('register');
  const { writing } = window.pinsite || {};
  if (!form || !list || !writing) return;
  const words = form.dataset;
  const several = Number(words.pages) > 1;
  if (several && location.protocol === 'file:') return;
  const pages = document.getElementById('pages');
  const more = document.getElementById('more');
  const count = form.querySelector('.search-count');
  const choices = [...form.querySelectorAll('select')];
  const reset = form.querySelector('[type=reset]');
  const own = [...list.children];
  const fetched = new Map([[1, Promise.resolve(own)]]);
  const STEP = 24;
  let index = null;
  let turn = 0;

  // Rows in order, each with its page and what it can be found by; those of the only page stand on it.
  function rows() {
    if (index) return index;
    index = several
      ? fetch(words.index, { cache: 'no-cache' }).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status))).then(read)
      : Promise.resolve(own.map((row, at) => ({ page: 1, at, codes: { ...row.dataset } })));
    return index;
  }

  function read({ fields, rows: all }) {
    const seen = new Map();
    return all.map(([page, ...codes]) => {
      const at = seen.get(page) || 0;
      seen.set(page, at + 1);
      return { page, at, codes: Object.fromEntries(fields.map((field, n) => [field, codes[n]])) };
    });
  }

  // Addresses in a page of the register begin at that page.
  function moved(node, from) {
    const whole = (address) => new URL(address, from).href;
    node.querySelectorAll('[href], [src]').forEach((one) => {
      ['href', 'src'].forEach((name) => { if (one.hasAttribute(name)) one.setAttribute(name, whole(one.getAttribute(name))); });
    });
    node.querySelectorAll('[srcset]').forEach((one) => {
      one.setAttribute('srcset', one.getAttribute('srcset').split(', ').map((part) => part.replace(/^\S+/, whole)).join(', '));
    });
    return node;
  }

  function page(n) {
    if (!fetched.has(n)) {
      const address = new URL(words.page.replace('/page/0/', `/page/${n}/`), location.href);
      fetched.set(n, fetch(address)
        .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
        .then((text) => [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('#register > li')].map((row) => moved(document.importNode(row, true), address))));
    }
    return fetched.get(n);
  }

  async function extend(found, mine) {
    const shown = list.children.length;
    const next = found.slice(shown, shown + STEP);
    const ready = await Promise.all(next.map(async ({ page: n, at }) => (await page(n))[at]));
    if (mine !== turn) return;
    list.append(...ready.filter(Boolean));
    more.hidden = list.children.length >= found.length;
    document.dispatchEvent(new Event('pins'));
  }

  function all() {
    list.replaceChildren(...own);
    more.hidden = true;
    pages.hidden = false;
    count.textContent = '';
  }

  async function narrow(write) {
    const chosen = choices.filter((select) => select.value);
    reset.hidden = !chosen.length;
    if (write) {
      const query = new URLSearchParams(chosen.map((select) => [select.name, select.value]));
      history.replaceState(null, '', query.size ? `?${query}` : location.pathname);
    }
    turn += 1;
    const mine = turn;
    if (!chosen.length) { all(); return; }
    try {
      const found = (await rows()).filter(({ codes }) => chosen.every((select) => codes[select.name] === select.value));
      if (mine !== turn) return;
      list.replaceChildren();
      pages.hidden = true;
      more.onclick = async () => {
        const first = list.children.length;
        await extend(found, mine);
        list.children[first]?.querySelector('a').focus();
      };
      await extend(found, mine);
      if (mine !== turn) return;
      count.textContent = found.length ? writing.counted(words.fit, found.length) : words.none;
    } catch {
      all();
      count.textContent = words.failed;
    }
  }

  const asked = new URLSearchParams(location.search);
  choices.forEach((select) => {
    const value = asked.get(select.name) || '';
    select.value = [...select.options].some((option) => option.value === value) ? value : '';
  });
  form.hidden = false;
  form.addEventListener('change', () => narrow(true));
  form.addEventListener('submit', (event) => { event.preventDefault(); narrow(true); });
  form.addEventListener('reset', () => setTimeout(() => { narrow(true); choices[0].focus(); }));
  narrow(false);
})();
