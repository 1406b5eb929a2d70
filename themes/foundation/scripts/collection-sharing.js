// A list in a link: everything stands behind the `#`, which browsers send to nobody. `d` is deflated, `p` is plain for
// browsers that cannot; both hold the ids by what is said of them: `h:moon-moth,sun-moth#7;w:…;ht:…`.
(() => {
  'use strict';
  const { collection } = window.pinsite;
  const LARGEST = 4_000_000;
  const MOST = 50000;

  function plain(entries) {
    const groups = new Map();
    entries.forEach(({ marks }, key) => {
      if (!groups.has(marks)) groups.set(marks, []);
      groups.get(marks).push(key);
    });
    return [...groups].sort().map(([marks, keys]) => `${marks}:${keys.sort().join(',')}`).join(';');
  }

  function read(text) {
    const found = new Map();
    text.split(';').filter(Boolean).forEach((group) => {
      const [, marks, keys] = /^([hwt]{1,3}):(.*)$/s.exec(group) || [];
      (keys || '').split(',').forEach((key) => {
        const entry = collection.entry(key, { marks });
        if (!entry || found.size >= MOST) throw new SyntaxError('not a list');
        found.set(key, entry);
      });
    });
    if (!found.size) throw new SyntaxError('not a list');
    return found;
  }

  const toBase64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  const fromBase64 = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));

  async function through(bytes, stream) {
    const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
    const parts = [];
    let size = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      // A short link can unfold to anything.
      if (size > LARGEST) { reader.cancel(); throw new RangeError('too large'); }
      parts.push(part.value);
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  }

  async function encode(entries) {
    const bytes = new TextEncoder().encode(plain(entries));
    if (typeof CompressionStream === 'undefined') return `p${toBase64(bytes)}`;
    return `d${toBase64(await through(bytes, new CompressionStream('deflate-raw')))}`;
  }

  // Throws where a link is broken.
  async function decode(code) {
    const bytes = fromBase64(code.slice(1));
    if (code[0] === 'p') return read(new TextDecoder().decode(bytes));
    if (code[0] !== 'd') throw new SyntaxError('not a list');
    return read(new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw'))));
  }

  Object.assign(window.pinsite, { sharing: Object.freeze({ encode, decode, pack: through, toBase64, fromBase64 }) });
})();
