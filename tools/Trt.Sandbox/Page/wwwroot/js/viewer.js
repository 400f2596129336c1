import { control } from './api.js';
import { largest } from './content.js';
import { el } from './dom.js';
import { icon } from './icons.js';
import { texts } from './texts.js';

/** Shows a photo over the whole page; arrows walk through its album. */
export function openViewer(messages, current) {
  let index = messages.indexOf(current);
  const image = el('img', { class: 'viewer-image', data: { testid: 'viewer-image' } });
  const caption = el('p', { class: 'viewer-caption', dir: 'auto' });
  const save = el('a', { class: 'viewer-button', 'aria-label': texts.download, download: '' }, icon('download'));
  const dialog = el('dialog', { class: 'viewer', data: { testid: 'viewer' }, 'aria-label': texts.photo },
    el('div', { class: 'viewer-bar' }, save,
      el('button', { type: 'button', class: 'viewer-button', 'aria-label': texts.close, data: { testid: 'viewer-close' }, on: { click: () => dialog.close() } }, icon('close'))),
    messages.length > 1 && step('left', texts.previous, -1),
    image,
    messages.length > 1 && step('right', texts.next, 1),
    caption);

  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener('keydown', event => {
    if (event.key === 'ArrowLeft') walk(-1);
    if (event.key === 'ArrowRight') walk(1);
  });
  show();
  document.body.append(dialog);
  dialog.showModal();

  function step(side, label, by) {
    return el('button', { type: 'button', class: `viewer-button viewer-${side}`, 'aria-label': label, on: { click: () => walk(by) } }, icon(side));
  }

  function walk(by) {
    index = (index + by + messages.length) % messages.length;
    show();
  }

  function show() {
    const message = messages[index];
    const url = control.fileUrl(largest(message.photo).file_id);
    image.src = url;
    image.alt = message.caption ?? texts.photo;
    caption.textContent = message.caption ?? '';
    save.href = url;
    save.download = `photo-${message.message_id}`;
  }
}
