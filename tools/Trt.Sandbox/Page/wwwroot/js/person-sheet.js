import { sheet } from './dialog.js';
import { el } from './dom.js';
import { become, person } from './person.js';
import { texts } from './texts.js';

/** Lets the person be someone else, or speak another language. */
export function openPersonSheet() {
  const id = field(texts.personId, 'person-id', { type: 'number', min: '1', max: '9007199254740991', required: true, value: String(person.id) });
  const name = field(texts.personName, 'person-name', { required: true, maxlength: '64', value: person.name });
  const username = field(texts.personUsername, 'person-username', { maxlength: '32', pattern: '[A-Za-z][A-Za-z0-9_]{3,31}', value: person.username });
  const language = el('select', { data: { testid: 'person-language' } }, [['ru', 'Русский'], ['en', 'English']].map(([code, label]) =>
    el('option', { value: code, selected: code === person.language }, label)));
  const form = el('form', {
    class: 'person-form',
    on: {
      submit: event => {
        event.preventDefault();
        become({ id: Number(id.input.value), name: name.input.value.trim(), username: username.input.value.trim(), language: language.value });
      },
    },
  },
  el('p', { class: 'dialog-text' }, texts.personHint),
  id.node, name.node, username.node,
  el('label', { class: 'field' }, el('span', {}, texts.personLanguage), language),
  el('div', { class: 'dialog-actions' },
    el('button', { type: 'button', class: 'text-button', on: { click: () => dialog.close() } }, texts.cancel),
    el('button', { type: 'submit', class: 'text-button primary', data: { testid: 'person-apply' } }, texts.apply)));
  const dialog = sheet({ title: texts.personTitle, body: form, testid: 'person-sheet' });
  dialog.showModal();
}

function field(label, testid, attributes) {
  const input = el('input', { type: 'text', autocomplete: 'off', data: { testid }, ...attributes });
  return { input, node: el('label', { class: 'field' }, el('span', {}, label), input) };
}
