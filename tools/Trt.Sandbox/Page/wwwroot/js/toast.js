import { el } from './dom.js';

const SHOWN_MS = 3500;
const LEAVING_MS = 250;

const host = el('div', { class: 'toasts', role: 'status', 'aria-live': 'polite', popover: 'manual' });
document.body.append(host);

/** A short notice at the bottom that leaves by itself. */
export function toast(text, { error = false } = {}) {
  const note = el('div', { class: error ? 'toast error' : 'toast', data: { testid: 'toast' } }, text);
  host.append(note);
  // Shown anew it stands above a dialog that was opened since.
  host.hidePopover();
  host.showPopover();
  while (host.childElementCount > 3) host.firstElementChild.remove();
  setTimeout(() => note.classList.add('leaving'), SHOWN_MS);
  setTimeout(() => note.remove(), SHOWN_MS + LEAVING_MS);
}
