// How scripts write into a page: numbers and words as the page itself has them, and elements.
(() => {
  'use strict';
  // Digits are those in which the page is written.
  const { lang, dataset: { digits: numberingSystem = 'latn' } } = document.documentElement;
  const numbers = (more = {}) => new Intl.NumberFormat(lang, { numberingSystem, ...more });
  // What a language needs is loaded when a page first writes in it: most pages have nothing to write.
  const later = (begin) => {
    let begun;
    return () => (begun ??= begin());
  };
  const plural = later(() => new Intl.PluralRules(lang));
  const plain = later(numbers);
  const day = later(() => new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory', numberingSystem }));
  const number = { format: (n) => plain().format(n) };
  const date = { format: (when) => day().format(when) };
  const fill = (text, values = {}) => text.replace(/%\((\w+)\)s/g, (whole, name) => values[name] ?? whole);
  // A sentence of which a page has every plural form, as JSON.
  const counted = (forms, n) => {
    const texts = JSON.parse(forms);
    return fill(texts[plural().select(n)] ?? texts.other, { n: number.format(n) });
  };
  const make = (tag, properties = {}, ...children) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  };

  window.pinsite = Object.assign(window.pinsite || {}, {
    writing: Object.freeze({ lang, number, numbers, date, fill, counted, make }),
  });
})();
