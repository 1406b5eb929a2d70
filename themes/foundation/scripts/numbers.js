// The register of numbers: find one by typing it, or follow an address such as #12 to where it stands.
(() => {
  'use strict';
  const forms = document.querySelectorAll('form.find');
  const shown = (id) => document.getElementById(id);

  forms.forEach((form) => {
    const input = form.querySelector('input');
    const told = form.querySelector('output');
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const typed = input.value.trim().replace(/^#/, '');
      const id = form.dataset.prefix + (/^\d+$/.test(typed) ? String(Number(typed)) : typed.toUpperCase());
      const number = typed && shown(id);
      told.textContent = number ? number.textContent : form.dataset.none.replace('%(n)s', typed);
      if (number) location.hash = id;
    });
  });

  // A large register has a page of its own; an address that names one of its numbers leads there.
  function follow() {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id || shown(id)) return;
    const link = [...document.querySelectorAll('a[data-numbers]')].find(({ dataset: { numbers } }) => {
      const bare = id.replace(/^copy-/, '');
      return bare.startsWith(numbers) && /^[A-Z]*\d+$/.test(bare.slice(numbers.length));
    });
    if (link) location.replace(link.href + location.hash);
  }
  addEventListener('hashchange', follow);
  follow();
})();
