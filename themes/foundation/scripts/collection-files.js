// A collection as a file: JSON and CSV out, JSON and CSV in. A file that cannot be read whole is refused whole; the error's
// `say` names the sentence, `values` fill it in.
(() => {
  'use strict';
  const { collection } = window.pinsite;
  const COLUMNS = ['pin', 'variant', 'copy', 'have', 'want', 'trade', 'title', 'variant_title', 'series'];
  const MARKS = { have: 'h', want: 'w', trade: 't' };
  const MOST = 50000;
  const YES = /^(1|x|y|yes|true|ja|oui|sí|si|はい|نعم)$/i;
  const NO = /^(0|-|n|no|false|nein|non|いいえ|لا|)$/i;

  const refuse = (say, values = {}) => { throw Object.assign(new Error(say), { say, values }); };

  function rows(entries) {
    return [...entries].map(([key, { marks, title, part, series }]) => {
      const { pin, variant, copy } = collection.parts(key);
      const said = Object.fromEntries(Object.entries(MARKS).map(([name, mark]) => [name, marks.includes(mark)]));
      return { pin, variant, copy, ...said, title, variant_title: part, series };
    });
  }

  const toJson = (entries) => `${JSON.stringify({ pinsite: 'collection', version: 1, pins: rows(entries) }, null, 1)}\n`;

  function cell(value) {
    const text = typeof value === 'boolean' ? (value ? 'yes' : '') : value;
    // A cell that begins like a formula would be run by spreadsheet programs.
    const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  }

  // The mark at the beginning tells spreadsheet programs that the file is UTF-8.
  const toCsv = (entries) => `\ufeff${[COLUMNS, ...rows(entries).map((row) => COLUMNS.map((name) => cell(row[name])))].map((line) => `${line.join(',')}\r\n`).join('')}`;

  function read(list, line) {
    if (list.length > MOST) refuse('too-many', { n: MOST });
    const found = new Map();
    list.forEach((row, at) => {
      const { pin = '', variant = '', copy = '' } = row;
      const key = `${pin}${variant ? `:${variant}` : ''}${copy !== '' ? `#${copy}` : ''}`;
      const marks = Object.entries(MARKS).filter(([name]) => row[name] === true).map(([, mark]) => mark).join('');
      if (!collection.isKey(key)) refuse('bad-row', { n: line(at) });
      if (!marks) return;
      const whole = collection.ordered(marks.includes('t') ? `${marks}h` : marks);
      found.set(key, collection.entry(key, { marks: whole, title: row.title, part: row.variant_title, series: row.series }));
    });
    return found;
  }

  function fromJson(text) {
    let told;
    try { told = JSON.parse(text); } catch { refuse('not-json'); }
    if (told?.pinsite !== 'collection' || !Array.isArray(told.pins)) refuse('not-collection');
    if (told.version !== 1) refuse('newer-file');
    return read(told.pins.map((row) => row || {}), (at) => at + 1);
  }

  // The cells of a table, with the line that each row begins at; a quoted cell may hold commas, quotes and line breaks.
  function table(text, separator) {
    const found = [];
    let [cells, value, quoted, line, start] = [[], '', false, 1, 1];
    const end = () => { cells.push(value); value = ''; };
    const close = () => { end(); if (cells.some(Boolean)) found.push({ cells, line: start }); cells = []; start = line; };
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at];
      if (sign === '\n') line += 1;
      if (quoted) {
        if (sign !== '"') value += sign;
        else if (text[at + 1] === '"') { value += '"'; at += 1; } else quoted = false;
      } else if (sign === '"' && !value) quoted = true;
      else if (sign === separator) end();
      else if (sign === '\n') close();
      else if (sign !== '\r') value += sign;
    }
    if (quoted) refuse('bad-row', { n: start });
    close();
    return found;
  }

  function fromCsv(text) {
    const head = text.slice(0, text.indexOf('\n') + 1 || undefined);
    const separator = [',', ';', '\t'].sort((a, b) => head.split(b).length - head.split(a).length)[0];
    const [first, ...rest] = table(text, separator);
    const names = (first?.cells || []).map((name) => name.trim().toLowerCase());
    if (!names.includes('pin') || !Object.keys(MARKS).some((name) => names.includes(name))) refuse('not-table');
    const records = rest.map(({ cells, line }) => {
      const row = Object.fromEntries(names.map((name, at) => [name, (cells[at] ?? '').trim()]));
      Object.keys(MARKS).forEach((name) => {
        const said = row[name] ?? '';
        if (!YES.test(said) && !NO.test(said)) refuse('bad-row', { n: line });
        row[name] = YES.test(said);
      });
      ['title', 'variant_title'].forEach((name) => { if (row[name]) row[name] = row[name].replace(/^'(?=[=+\-@])/, ''); });
      return row;
    });
    return read(records, (at) => rest[at].line);
  }

  function fromText(text) {
    const plain = text.replace(/^\ufeff/, '');
    return /^\s*[{[]/.test(plain) ? fromJson(plain) : fromCsv(plain);
  }

  function save(name, text, type) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  Object.assign(window.pinsite, { files: Object.freeze({ toJson, toCsv, fromText, save }) });
})();
