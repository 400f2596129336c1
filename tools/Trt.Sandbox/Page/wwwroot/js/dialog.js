import { el } from './dom.js';
import { texts } from './texts.js';

/**
 * A modal card. `actions`: [{ label, value, primary?, danger?, testid? }]; resolves with the pressed value, or undefined when dismissed.
 */
export function ask({ title, body, actions, testid, role }) {
  const { promise, resolve } = Promise.withResolvers();
  const dialog = sheet({ title, body, testid, role, onClose: () => resolve(dialog.pressed) });
  dialog.append(el('div', { class: 'dialog-actions' }, actions.map(action => el('button', {
    type: 'button',
    class: ['text-button', action.primary && 'primary', action.danger && 'danger'].filter(Boolean).join(' '),
    data: { testid: action.testid },
    autofocus: action.primary,
    on: {
      click: () => {
        dialog.pressed = action.value;
        dialog.close();
      },
    },
  }, action.label))));
  dialog.showModal();
  return promise;
}

/** A modal alert with one way out, for `show_alert` answers. */
export function alertBox(text, title) {
  return ask({
    title,
    body: el('p', { class: 'dialog-text', dir: 'auto' }, text),
    actions: [{ label: texts.ok, value: true, primary: true, testid: 'alert-ok' }],
    testid: 'alert',
    role: 'alertdialog',
  });
}

/** An empty modal card with a title; the caller fills it and calls showModal(). */
export function sheet({ title, body, testid, role, onClose, className }) {
  const titleId = `dialog-title-${++titles}`;
  const dialog = el('dialog', {
    class: ['dialog', className].filter(Boolean).join(' '),
    role,
    data: { testid },
    'aria-labelledby': title ? titleId : undefined,
  }, title && el('h2', { id: titleId, class: 'dialog-title' }, title), body);
  dialog.addEventListener('close', () => {
    dialog.remove();
    onClose?.();
  });
  // A press on the dimmed page around the card dismisses it, as in the messenger.
  dialog.addEventListener('pointerdown', event => {
    if (event.target === dialog && isOutside(dialog, event)) dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}

let titles = 0;

function isOutside(dialog, { clientX, clientY }) {
  const box = dialog.getBoundingClientRect();
  return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom;
}
