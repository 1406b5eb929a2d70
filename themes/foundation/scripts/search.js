// What the search page asks: which pins hold these words and these choices, and how many each other choice would leave.
// The data come as scripts (pinsite/views/search_index.py), since opened files may fetch nothing else; pins are numbers.
window.pinsiteSearch = (() => {
  'use strict';
  const data = { pins: [], words: [], stems: {} };
  const { root } = document.documentElement.dataset;
  const home = document.currentScript.src.replace(/[^/]*$/, '');
  const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const VALUE = new Uint8Array(128);
  [...DIGITS].forEach((digit, value) => { VALUE[digit.charCodeAt(0)] = value; });
  const NEAR = 0.1; // how far apart two colours of OKLab may be to be near
  const LONG = 5; // letters from which on an error in a word is forgiven
  const FEW = 4; // files of words that may all be looked through for a word that was meant
  const FULL = 4; // what a word counts in a name; its beginning there, and both elsewhere, count less

  // ── words, as pinsite/search/folding.py has them ──────────────────────────────────────────────────────
  const UNSPACED = '\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3041-\\u30fa\\u30fc-\\u30ff\\u31f0-\\u31ff\\u3400-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{3ffff}';
  const RUN = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, 'gu');
  const WORD = /[\p{L}\p{N}\p{M}]+/gu;
  const SILENT = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;
  const LETTERS = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ς: 'σ', ى: 'ي', ة: 'ه', ک: 'ك', ی: 'ي' };
  const unspaced = (word) => new RegExp(`^[${UNSPACED}]`, 'u').test(word);

  function fold(word) {
    const plain = [...word.normalize('NFD').replace(SILENT, '').normalize('NFC')].map((letter) => LETTERS[letter]
      || (letter >= 'ァ' && letter <= 'ヶ' ? String.fromCodePoint(letter.codePointAt(0) - 96) : letter)).join('');
    return plain.startsWith('ال') && plain.length > 4 ? plain.slice(2) : plain;
  }

  // A run of a script without spaces is asked for pair by pair; whoever types one character means all that begin so.
  function words(text) {
    const plain = text.normalize('NFKC').toLowerCase().replaceAll('・', '');
    return (plain.match(WORD) || []).flatMap((word) => word.match(RUN)).flatMap((word) => {
      if (!unspaced(word)) return [{ text: word, form: fold(word), begins: word.length > 1 }];
      const letters = [...word];
      if (letters.length === 1) return [{ text: word, form: fold(word), begins: true }];
      return letters.slice(1).map((letter, at) => ({ text: letters[at] + letter, form: fold(letters[at] + letter), begins: false }));
    });
  }

  const stemsOf = (word) => data.index.stems.map((name) => fold(data.stems[name](word)));

  // ── what is packed, unpacked ───────────────────────────────────────────────────────────────────────────
  function reader(text) {
    let at = 0;
    const next = () => {
      let value = 0;
      for (let shift = 0; ; shift += 5) {
        const digit = VALUE[text.charCodeAt(at)];
        at += 1;
        value |= (digit & 31) << shift;
        if (digit < 32) return value;
      }
    };
    next.more = () => at < text.length;
    return next;
  }

  function numbers(text, count) {
    const next = reader(text);
    return Uint32Array.from({ length: count }, next);
  }

  // Lists of numbers, one a pin: where each begins, and all of them.
  function lists(text, count) {
    const next = reader(text);
    const starts = new Uint32Array(count + 1);
    const values = [];
    for (let pin = 0; pin < count; pin += 1) {
      for (let left = next(); left > 0; left -= 1) values.push(next());
      starts[pin + 1] = values.length;
    }
    return { starts, values: Uint32Array.from(values) };
  }

  let columns = null;
  function prepare() {
    const { count, codes, values, sides, prices } = data.columns;
    const fields = Object.keys(codes).map((name) => ({ name, codes: codes[name], ...lists(values[name], count) }));
    columns = { count, fields, sides: numbers(sides, count), prices: prices && numbers(prices, count) };
    data.names = fields.map((field) => field.name);
    data.synonyms = new Map(Object.entries(data.index.synonyms).map(([word, others]) => [words(word).map((one) => one.form).join(' '), others]));
  }

  // ── files that are fetched when they are wanted ────────────────────────────────────────────────────────
  const waiting = new Map();
  function load(path) {
    if (!waiting.has(path)) {
      waiting.set(path, new Promise((done, failed) => {
        const script = document.createElement('script');
        script.src = path;
        script.onload = done;
        script.onerror = () => { waiting.delete(path); script.remove(); failed(new Error(path)); };
        document.head.append(script);
      }));
    }
    return waiting.get(path);
  }
  const ofLanguage = (name, hash) => load(`${home}search-${data.index.lang}-${name}-${hash}.js`);

  async function cards(pins) {
    const { block, pins: hashes } = data.index;
    const blocks = [...new Set(pins.map((pin) => Math.floor(pin / block)))];
    await Promise.all(blocks.map((number) => data.pins[number] || ofLanguage(`pins-${number}`, hashes[number])));
    return pins.map((pin) => data.pins[Math.floor(pin / block)][pin % block]);
  }

  function placeOf(word) {
    let number = 0;
    for (const letter of [...word].slice(0, unspaced(word) ? 1 : 2)) number = (number * 31 + letter.codePointAt(0)) % 65521;
    return number % data.index.words.length;
  }

  const shelves = [];
  async function shelf(number) {
    if (!data.words[number] && data.words[number] !== '') await ofLanguage(`words-${number}`, data.index.words[number]);
    shelves[number] ||= data.words[number].split('\n').filter(Boolean).map((line) => {
      const [named, where] = line.split('\t');
      const forms = named.replace('~', '').split(' ');
      return { stem: forms[0], forms: named.startsWith('~') ? forms.slice(1) : forms, where };
    });
    return shelves[number];
  }

  // ── how well each pin fits a word ──────────────────────────────────────────────────────────────────────
  function mark(scores, where, whole) {
    const next = reader(where);
    for (let drawer = -1; next.more();) {
      drawer += next() + 1;
      let number = 0;
      for (let left = next(); left > 0; left -= 1) {
        number = (number & ~1) + next();
        const pin = drawer * 256 + (number >> 1);
        const score = (number & 1 ? 2 : 0) + (whole ? 2 : 1);
        if (scores[pin] < score) scores[pin] = score;
      }
    }
  }

  const remembered = new Map();
  async function fits(word, alone = false) {
    const key = `${word.form} ${word.begins} ${alone}`;
    if (remembered.has(key)) return remembered.get(key);
    const scores = new Uint8Array(columns.count);
    const meant = data.index.shorthand[word.form] || [];
    const stems = meant.length || unspaced(word.form) ? [word.form] : [...new Set([word.form, ...stemsOf(word.text)])];
    for (const number of new Set([word.form, ...stems].map(placeOf))) {
      for (const entry of await shelf(number)) {
        if (stems.includes(entry.stem) || entry.forms.includes(word.form)) mark(scores, entry.where, true);
        else if (word.begins && !meant.length && entry.forms.some((form) => form.startsWith(word.form))) mark(scores, entry.where, false);
      }
    }
    for (const [name, code] of meant) {
      const field = columns.fields.find((one) => one.name === name);
      const wanted = field.codes.indexOf(code);
      for (let pin = 0; pin < columns.count; pin += 1) {
        for (let at = field.starts[pin]; at < field.starts[pin + 1]; at += 1) if (field.values[at] === wanted) scores[pin] = FULL;
      }
    }
    for (const other of alone ? [] : data.synonyms.get(word.form) || []) {
      const every = await Promise.all(words(other).map((one) => fits({ ...one, begins: false }, true)));
      for (let pin = 0; pin < columns.count; pin += 1) scores[pin] = Math.max(scores[pin], Math.min(...every.map((one) => one[pin])));
    }
    if (remembered.size > 40) remembered.delete(remembered.keys().next().value);
    remembered.set(key, scores);
    return scores;
  }

  // ── typing errors ──────────────────────────────────────────────────────────────────────────────────────
  // How a word differs from another by no more than one letter, wrong, missing, too many, or two of them swapped:
  // 2 the whole of it, 1 its beginning, 0 more.
  function likeness(typed, form) {
    let at = 0;
    while (at < typed.length && typed[at] === form[at]) at += 1;
    const ways = [[at + 1, at + 1], [at, at + 1], [at + 1, at]];
    if (typed[at] === form[at + 1] && typed[at + 1] === form[at]) ways.push([at + 2, at + 2]);
    return Math.max(...ways.map(([here, there]) => {
      const rest = typed.slice(here);
      return rest === form.slice(there) ? 2 : Number(form.startsWith(rest, there));
    }));
  }

  // The word that was meant, most likely; of several the one that most pins have. It is looked for where words begin as this one
  // does, or as it would without a slip in its first letters.
  async function meantBy({ form, begins }) {
    if (!begins || form.length < LONG || /\p{N}/u.test(form)) return null;
    const [first, second, third] = form;
    const { length } = data.index.words;
    const places = length <= FEW ? [...Array(length).keys()] : [first + second, second + first, second + third, first + third].map(placeOf);
    let best = null;
    for (const number of new Set(places)) {
      for (const { forms, where } of await shelf(number)) {
        for (const other of forms) {
          const like = likeness(form, other);
          if (like && (!best || like > best.like || (like === best.like && where.length > best.often))) best = { like, often: where.length, form: other };
        }
      }
    }
    return best && { text: best.form, form: best.form, begins: false };
  }

  // All words, or, where no pin has all of them, as many as any pin has; for a word that no pin has, the one that was meant.
  async function fitting(text) {
    const asked = words(text).slice(0, 12);
    const instead = [];
    if (!asked.length) return { scores: null, some: false, instead };
    const answers = await Promise.all(asked.map(async (word, at) => {
      const scores = await fits(word);
      if (scores.some((score) => score)) return scores;
      // One letter at the end is a word that is being typed: "nothing found" would be said too soon.
      if (at === asked.length - 1 && /^\p{L}$/u.test(word.text) && !unspaced(word.form)) return null;
      const other = await meantBy(word);
      if (other) instead.push([word.text, other.form]);
      return other ? fits(other) : scores;
    }));
    const every = answers.filter(Boolean);
    if (!every.length) return { scores: null, some: false, instead };
    const scores = new Uint8Array(columns.count);
    const held = new Uint8Array(columns.count);
    let most = 0;
    for (const one of every) {
      for (let pin = 0; pin < columns.count; pin += 1) {
        if (one[pin]) { scores[pin] += one[pin]; held[pin] += 1; most = Math.max(most, held[pin]); }
      }
    }
    for (let pin = 0; pin < columns.count; pin += 1) if (held[pin] < most || !most) scores[pin] = 0;
    return { scores, some: most > 0 && most < every.length, instead };
  }

  // ── colours ────────────────────────────────────────────────────────────────────────────────────────────
  const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  // OKLab, with the numbers of its publication, as pinsite/colours/oklab.py has it.
  function lab(hex) {
    const [red, green, blue] = [0, 2, 4].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255));
    const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return [0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
      1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
      0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short];
  }

  // How far each pin is from a colour, by the nearest of its own; of two as near, the one that shows it foremost is first.
  async function distances(hex) {
    await load(`${root}${data.index.shades}`);
    data.shadeLists ||= { ...lists(data.shades.of, columns.count), labs: data.shades.palette.map(lab) };
    const { starts, values, labs } = data.shadeLists;
    const wanted = lab(hex);
    const steps = labs.map((one) => Math.hypot(...one.map((part, axis) => part - wanted[axis])));
    return Float32Array.from({ length: columns.count }, (_, pin) => {
      let least = 9;
      for (let at = starts[pin]; at < starts[pin + 1]; at += 1) {
        const step = steps[values[at]];
        if (step < NEAR) least = Math.min(least, step + (at - starts[pin]) / 200);
      }
      return least;
    });
  }

  // ── the answer ─────────────────────────────────────────────────────────────────────────────────────────
  // Of a choice are counted the pins that fit all other choices: so many would be left, or come, with each of its terms.
  function narrowed(scores, far, chosen) {
    const asked = columns.fields.map((field) => {
      const codes = chosen.get(field.name);
      return codes?.size ? Uint8Array.from(field.codes, (code) => (codes.has(code) ? 1 : 0)) : null;
    });
    const active = [...asked.keys()].filter((at) => asked[at]);
    const pins = new Uint32Array(columns.count);
    const almost = asked.map(() => []);
    let count = 0;
    for (let pin = 0; pin < columns.count; pin += 1) {
      if ((scores && !scores[pin]) || (far && far[pin] >= 9)) continue;
      const missed = active.length ? active.filter((at) => !holds(columns.fields[at], pin, asked[at])) : active;
      if (!missed.length) { pins[count] = pin; count += 1; } else if (missed.length === 1) almost[missed[0]].push(pin);
    }
    // Only the terms of a choice that somebody looks at are counted.
    const left = pins.subarray(0, count);
    const counts = new Map();
    const terms = (name) => {
      const at = data.names.indexOf(name);
      if (!counts.has(name)) counts.set(name, at < 0 ? [] : counted(columns.fields[at], [left, almost[at]]));
      return counts.get(name);
    };
    return { pins: left, terms };
  }
  function counted({ starts, values, codes }, several) {
    const count = new Uint32Array(codes.length);
    for (const pins of several) {
      for (const pin of pins) for (let at = starts[pin]; at < starts[pin + 1]; at += 1) count[values[at]] += 1;
    }
    return count;
  }
  function holds({ starts, values }, pin, wanted) {
    for (let at = starts[pin]; at < starts[pin + 1]; at += 1) if (wanted[values[at]]) return true;
    return false;
  }

  async function ordered(pins, sort, scores, far, chosen) {
    if (sort === 'oldest') return pins;
    if (sort === 'title') {
      await ofLanguage('titles', data.index.titles);
      const wanted = new Uint8Array(columns.count);
      for (const pin of pins) wanted[pin] = 1;
      return numbers(data.titles, columns.count).filter((pin) => wanted[pin]);
    }
    pins.reverse();
    const by = (key) => pins.sort((one, other) => key(one) - key(other));
    const known = (values, way) => by((pin) => (values[pin] ? way * values[pin] : Infinity));
    if (sort === 'smallest' || sort === 'largest') return known(columns.sides, sort === 'smallest' ? 1 : -1);
    if (sort === 'cheapest' || sort === 'dearest') return columns.prices ? known(columns.prices, sort === 'cheapest' ? 1 : -1) : pins;
    if (sort === 'newest') return pins;
    if (far) return by((pin) => far[pin]);
    if (scores) return bestFirst(pins, scores);
    return chosen.get('colours')?.size ? by(rankOf(chosen.get('colours'))) : pins;
  }
  // There are few scores: each has its place in the order, which is quicker than sorting ten thousand pins.
  function bestFirst(pins, scores) {
    const starts = new Uint32Array(257);
    for (const pin of pins) starts[255 - scores[pin] + 1] += 1;
    for (let score = 1; score < 257; score += 1) starts[score] += starts[score - 1];
    const best = new Uint32Array(pins.length);
    for (const pin of pins) { best[starts[255 - scores[pin]]] = pin; starts[255 - scores[pin]] += 1; }
    return best;
  }
  // Of a family of colours those pins come first that show it foremost.
  function rankOf(codes) {
    const field = columns.fields.find((one) => one.name === 'colours');
    const wanted = new Set([...codes].map((code) => field.codes.indexOf(code)));
    return (pin) => {
      let at = field.starts[pin];
      while (!wanted.has(field.values[at])) at += 1;
      return at - field.starts[pin];
    };
  }

  async function find({ text, chosen, near, sort }) {
    if (!columns) prepare();
    const { scores, some, instead } = await fitting(text);
    const far = near ? await distances(near) : null;
    const { pins, terms } = narrowed(scores, far, chosen);
    const read = words(text).flatMap((word) => (data.index.shorthand[word.form] || []).map(([, , written, meaning]) => [written, meaning]));
    return { pins: await ordered(pins, sort, scores, far, chosen), some, instead, read, terms };
  }

  return Object.assign(data, { find, cards, words, fold, hasPrices: () => Boolean(data.columns.prices) });
})();
