import { el } from './dom.js';
import { icon } from './icons.js';
import { texts } from './texts.js';

/**
 * Text with entities as nodes. Offsets count UTF-16 units, as JavaScript strings do.
 * `acts`: { link(url), command(text), copy(text) }.
 */
export function formatted(text, entities, acts) {
  const sorted = [...(entities ?? [])]
    .filter(entity => entity.length > 0 && entity.offset >= 0 && entity.offset < text.length)
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
  const fragment = document.createDocumentFragment();
  fragment.append(...nodes(text, 0, text.length, sorted, acts));
  return fragment;
}

function nodes(text, start, end, entities, acts) {
  const result = [];
  const queue = [...entities];
  let position = start;
  while (queue.length > 0) {
    const entity = queue.shift();
    const from = Math.max(entity.offset, position);
    const to = Math.min(entity.offset + entity.length, end);
    if (to <= from) continue;
    if (from > position) result.push(text.slice(position, from));

    const inner = [];
    while (queue.length > 0 && queue[0].offset < to) inner.push(queue.shift());
    // An entity that begins in here and ends outside is cut in two.
    for (const child of inner) {
      const overhang = child.offset + child.length - to;
      if (overhang > 0) queue.unshift({ ...child, offset: to, length: overhang });
    }
    queue.sort((a, b) => a.offset - b.offset || b.length - a.length);
    result.push(wrap(entity, text.slice(from, to), nodes(text, from, to, inner, acts), acts));
    // A block ends its line by itself; the line break after it would be an empty line.
    position = BLOCKS.has(entity.type) && text[to] === '\n' ? to + 1 : to;
  }
  if (position < end) result.push(text.slice(position, end));
  return result;
}

const BLOCKS = new Set(['pre', 'blockquote', 'expandable_blockquote']);
const TAGS = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's' };

function wrap(entity, raw, content, acts) {
  const { type } = entity;
  if (TAGS[type]) return el(TAGS[type], {}, content);
  switch (type) {
    case 'code': return copyable('code', raw, content, acts);
    case 'pre': return pre(entity, raw, content, acts);
    case 'spoiler': return spoiler(content);
    case 'blockquote': return el('blockquote', {}, content);
    case 'expandable_blockquote': return expandable(content);
    case 'text_link': return link(entity.url, content, acts);
    case 'url': return link(/^[a-z][a-z0-9+.-]*:/i.test(raw) ? raw : `http://${raw}`, content, acts);
    case 'email': return link(`mailto:${raw}`, content, acts);
    case 'phone_number': return link(`tel:${raw.replace(/[^+\d]/g, '')}`, content, acts);
    case 'bot_command': return el('button', { class: 'inline-link', type: 'button', on: { click: () => acts.command(raw) } }, content);
    case 'mention': case 'text_mention': case 'hashtag': case 'cashtag': return el('span', { class: 'inline-link' }, content);
    default: return el('span', {}, content);
  }
}

function link(url, content, acts) {
  return el('a', {
    href: isSafe(url) ? url : undefined,
    target: '_blank',
    rel: 'noopener noreferrer',
    on: {
      click: event => {
        event.preventDefault();
        acts.link(url);
      },
    },
  }, content);
}

/** Only kinds of address that cannot run anything in this page. */
export function isSafe(url) {
  return /^(https?|tg|mailto|tel):/i.test(url ?? '');
}

function copyable(tag, raw, content, acts) {
  const copy = () => acts.copy(raw);
  return el(tag, {
    role: 'button',
    tabindex: '0',
    on: { click: copy, keydown: event => { if (event.key === 'Enter') copy(); } },
  }, content);
}

function pre(entity, raw, content, acts) {
  return el('pre', { class: 'code-block' },
    el('span', { class: 'code-head' },
      el('span', {}, entity.language ?? ''),
      el('button', { type: 'button', class: 'code-copy', 'aria-label': texts.copy, on: { click: () => acts.copy(raw) } }, icon('copy'))),
    el('code', {}, content));
}

function spoiler(content) {
  const node = el('span', { class: 'spoiler', role: 'button', tabindex: '0', 'aria-label': texts.hiddenText }, el('span', {}, content));
  const show = () => {
    node.classList.add('shown');
    for (const attribute of ['role', 'tabindex', 'aria-label']) node.removeAttribute(attribute);
  };
  node.addEventListener('click', show, { once: true });
  node.addEventListener('keydown', event => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); show(); } });
  return node;
}

function expandable(content) {
  const quote = el('blockquote', { class: 'expandable', role: 'button', tabindex: '0', 'aria-expanded': 'false' }, content);
  const toggle = () => quote.setAttribute('aria-expanded', String(quote.classList.toggle('expanded')));
  quote.addEventListener('click', toggle);
  quote.addEventListener('keydown', event => { if (event.key === 'Enter' && event.target === quote) toggle(); });
  return quote;
}
