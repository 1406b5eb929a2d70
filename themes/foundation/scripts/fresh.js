// Newer numbers for a page that may be older than they are. What cannot be read, or is older than the page, changes
// nothing: the page stays right as of its own date. It begins when all else is there, wherever it stands in the page.
addEventListener('load', () => {
  'use strict';
  const said = document.getElementById('fresh');
  const SHOWN = '[data-edition], [data-status-of]';
  const { writing } = window.pinsite || {};
  if (!writing || !said || location.protocol === 'file:' || !(document.querySelector(SHOWN) || document.getElementById('found'))) return;
  const words = said.dataset;
  const { number, date, fill, counted } = writing;
  const put = (tag, className, textContent) => Object.assign(document.createElement(tag), { className, textContent });
  let find = () => null;

  // What an edition says now: `pin`, or `pin:variant`.
  function lookUp(told) {
    return (key) => {
      const [id, variant] = key.split(':');
      const pin = told.editions ? told.editions[id] : told.edition;
      return variant && pin ? pin.variants[variant] || null : pin || null;
    };
  }

  // ── counters ──────────────────────────────────────────────────────────────────────────────────────────────────

  function wordsOf(counter, now) {
    const line = counter.querySelector('.counter-words');
    const claimed = now.size === null ? counted(words.claimed, now.claimed) : fill(words.claimedOf, { claimed: number.format(now.claimed), size: number.format(now.size) });
    const left = now.size !== null && now.sold_out ? words.none : now.available === null ? '' : counted(words.left, now.available);
    const made = line.querySelector('.made');
    const before = line.textContent.replace(/\s+/g, ' ').trim();
    const parts = [put('strong', 'claimed', claimed), made, left && put('span', 'left', left)].filter(Boolean);
    const after = parts.map((part) => part.textContent).join(words.comma);
    if (before === after) return false;
    line.replaceChildren(...parts.flatMap((part, at) => (at ? [words.comma, part] : [part])));
    return true;
  }

  function bar(counter, now) {
    const meter = counter.querySelector('meter');
    if (meter && now.size) Object.assign(meter, { max: now.size, value: now.claimed, textContent: `${now.claimed}/${now.size}` });
    const field = counter.querySelector('svg.field');
    if (!field || !now.size) return;
    const wide = field.viewBox.baseVal.width / 8;
    const row = (start, count) => {
      let d = '';
      for (let at = Math.floor(start / wide); count > 0 && at * wide < start + count; at += 1) {
        const from = Math.max(start - at * wide, 0);
        d += `M${4 + 8 * from} ${4 + 8 * at}h${8 * (Math.min(start + count - at * wide, wide) - 1 - from)}.01`;
      }
      return d;
    };
    const free = now.available ?? 0;
    const lost = Math.min(Number(field.dataset.lost), Math.max(now.size - now.claimed - free, 0));
    const away = Math.max(now.size - now.claimed - free - lost, 0);
    const dots = { claimed: row(0, now.claimed), away: row(now.claimed, away), free: row(now.claimed + away, free), hole: row(now.claimed + away, free), lost: row(now.claimed + away + free, lost) };
    Object.entries(dots).forEach(([name, d]) => field.querySelector(`.dot-${name}`).setAttribute('d', d));
  }

  // The parts that the small file does not tell keep the day that they were counted on, and now say it.
  function dated(counter, now) {
    const line = counter.querySelector('.as-of');
    if (!now.as_of) return;
    const fresh = line || put('p', 'as-of', '');
    if (line && line.querySelector('time').dateTime === now.as_of) return;
    if (line) counter.querySelectorAll('[data-counted]').forEach((part) => part.after(line.cloneNode(true)));
    const time = Object.assign(put('time', '', date.format(new Date(now.as_of))), { dateTime: now.as_of });
    const [before, after] = words.asOf.split('%(date)s');
    fresh.replaceChildren(before, time, after);
    if (!line) (counter.querySelector('.counter-notes, .counter-foot') || counter).append(fresh);
  }

  // What a counter was written from: where that is still so, no number has to be written, which takes a phone long.
  const countsOf = ({ size, claimed, available, sold_out: none }) => [size, claimed, available, none ? 'none' : ''].join();

  function count(counter) {
    const now = find(counter.dataset.edition);
    const asOf = counter.dataset.asOf || '';
    if (!now || !now.as_of || now.as_of < asOf || counter.dataset.counts === countsOf(now) || !wordsOf(counter, now)) return null;
    counter.dataset.counts = countsOf(now);
    bar(counter, now);
    dated(counter, now);
    return now.as_of;
  }

  // ── statuses ──────────────────────────────────────────────────────────────────────────────────────────────────

  const total = (parts, name) => parts.reduce((sum, part) => sum + (part[name] ?? 0), 0);

  function editionsOf(key) {
    const own = find(key);
    if (key.includes(':') && own) return [own];
    const pin = find(key.split(':')[0]);
    const parts = pin ? Object.values(pin.variants || {}) : [];
    // A pin without an edition of its own tells the sum of its variants.
    const summed = parts.length && total(parts, 'claimed') === pin.claimed && total(parts, 'size') === (pin.size ?? 0);
    return pin ? [...(summed ? [] : [pin]), ...parts] : [];
  }

  function statusOf(key, shown) {
    const parts = editionsOf(key);
    if (!parts.length || parts.some((part) => part.available === null)) return shown;
    const left = parts.filter((part) => !part.sold_out);
    if (!left.length) return 'sold-out';
    if (left.some((part) => part.type === 'open' || !part.available)) return 'available';
    if (left.every((part) => part.available <= 3 || (part.size !== null && part.available * 10 <= part.size))) return 'low-stock';
    // Without a size it was judged against what was received, which is not told here.
    return shown === 'low-stock' && left.some((part) => part.size === null) ? shown : 'available';
  }

  function status(holder) {
    const { statusOf: key, status: shown } = holder.dataset;
    const now = statusOf(key, shown);
    if (now === shown) return null;
    const label = { available: words.available, 'low-stock': words.lowStock, 'sold-out': words.soldOut }[now];
    const badge = holder.querySelector('.status') || holder.appendChild(put('span', '', ''));
    if (now === 'available' && !('always' in holder.dataset)) badge.remove();
    else Object.assign(badge, { className: `status status-${now}`, textContent: label });
    const price = holder.querySelector('.card-price');
    if (price) price.hidden = now === 'sold-out';
    holder.dataset.status = now;
    return editionsOf(key).map((part) => part.as_of || '').sort().pop();
  }

  function correct() {
    const days = [...document.querySelectorAll('[data-edition]')].map(count).concat([...document.querySelectorAll('[data-status-of]')].map(status));
    const newest = days.filter(Boolean).sort().pop();
    if (!newest) return;
    document.querySelectorAll('.head-facts .as-of time').forEach((time) => {
      if (time.dateTime < newest) Object.assign(time, { dateTime: newest, textContent: date.format(new Date(newest)) });
    });
    said.textContent = fill(words.updated, { date: date.format(new Date(newest)) });
  }

  fetch(words.source, { cache: 'no-cache' })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .then((told) => {
      find = lookUp(told);
      correct();
      document.addEventListener('pins', correct);
    })
    .catch(() => {});
});
