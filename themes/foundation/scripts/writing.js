// How scripts write into a page: numbers and words as the page itself has them, and elements.
(() => {
  'use strict';
  // Digits are those in which the page is written.
  const { lang, dataset: { digits: numberingSystem = 'latn' } } = document.documentElement;
  const plural = new Intl.PluralRules(lang);
  const numbers = (more = {}) => new Intl.NumberFormat(lang, { numberingSystem, ...more });
  const number = numbers();
  const fill = (text, values = {}) => text.replace(/%\((\w+)\)s/g, (whole, name) => values[name] ?? whole);
  // A sentence of which a page has every plural form, as JSON.
  const counted = (forms, n) => {
    const texts = JSON.parse(forms);
    return fill(texts[plural.select(n)] ?? texts.other, { n: number.format(n) });
  };
  const make = (tag, properties = {}, ...children) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  };

  window.pinsite = Object.assign(window.pinsite || {}, {
    writing: Object.freeze({ lang, numberingSystem, number, numbers, fill, counted, make }),
  });
})();
