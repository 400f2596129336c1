import { control } from './api.js';
import { attempt, sendText, startPrivately } from './acts.js';
import { CommandList } from './commands.js';
import { el } from './dom.js';
import { icon } from './icons.js';
import { InlineList } from './inline.js';
import { here, startPayload, wordsToSay } from './person.js';
import { texts } from './texts.js';

const LONGEST = 4096;

/** Where the person writes: the text, the commands, the files; or the one button that a new or blocked chat has instead. */
export class Composer {
  node = el('footer', { class: 'composer' });
  #input;
  #send;
  #form;
  #gate;
  #commands;
  #inline = new InlineList({ start: payload => this.#leaveFor(payload), chosen: () => this.#set('') });
  #entered = false;

  constructor({ onFiles }) {
    this.#input = el('textarea', {
      rows: '1',
      placeholder: texts.message,
      'aria-label': texts.message,
      enterkeyhint: 'send',
      autocomplete: 'off',
      dir: 'auto',
      data: { testid: 'composer-input' },
      on: { input: () => this.#onInput(), keydown: event => this.#onKey(event), paste: event => takeFiles(event, event.clipboardData, onFiles) },
    });
    this.#commands = new CommandList({ input: this.#input, onPick: command => this.#run(command) });
    this.#send = el('button', { type: 'submit', class: 'icon-button send', 'aria-label': texts.send, disabled: true, data: { testid: 'send' }, on: {
      // The place to type keeps the focus, and a phone its keyboard.
      pointerdown: event => event.preventDefault(),
    } }, icon('send'));
    const files = el('input', { type: 'file', multiple: true, hidden: true, data: { testid: 'file-input' }, on: {
      change: () => {
        onFiles([...files.files]);
        files.value = '';
      },
    } });
    const attach = el('button', { type: 'button', class: 'icon-button attach', 'aria-label': texts.attach, data: { testid: 'attach' }, on: { click: () => files.click() } }, icon('attach'));
    this.#form = el('form', { class: 'composer-form', on: { submit: event => { event.preventDefault(); this.#submit(); } } },
      this.#commands.button, el('div', { class: 'composer-field' }, this.#input, attach), files, this.#send);
    this.#gate = el('button', { type: 'button', class: 'gate', hidden: true, data: { testid: 'start' } });
    this.node.append(this.#commands.list, this.#inline.node, this.#form, this.#gate);
    if (wordsToSay) this.say(wordsToSay);
  }

  update(chat) {
    this.#commands.update(chat.commands ?? []);
    this.#inline.update(chat);
    const empty = chat.messages.length === 0;
    const gate = here.chat < 0 ? '' : chat.blocked ? 'restart' : empty ? 'start' : '';
    this.#form.hidden = gate !== '';
    this.#gate.hidden = gate === '';
    if (this.#gate.dataset.gate === gate) return;
    this.#gate.dataset.gate = gate;
    this.#gate.textContent = gate === 'restart' ? texts.restart : texts.start;
    this.#gate.onclick = () => this.#enter(chat.blocked);
    if (gate === '' && this.#entered) this.focus();
    this.#entered = false;
  }

  /** Ready for typing; on a touch screen that would throw up the keyboard unasked. */
  focus() {
    if (!this.#form.hidden && matchMedia('(pointer: fine)').matches) this.#input.focus({ preventScroll: true });
  }

  /** Puts words into the place to type, as a button or a link asks for. */
  say(words) {
    this.#set(words);
    this.#input.focus();
  }

  async #leaveFor(payload) {
    this.#set('');
    await startPrivately(payload);
  }

  async #enter(blocked) {
    this.#gate.disabled = true;
    this.#entered = true;
    if (!blocked || await attempt(() => control.block(false))) await sendText(`/start ${startPayload}`.trim());
    this.#gate.disabled = false;
  }

  #onInput() {
    this.#send.disabled = this.#input.value.trim() === '';
    this.#grow();
    this.#commands.match(this.#input.value);
    this.#inline.match(this.#input.value);
  }

  #onKey(event) {
    if (this.#commands.onKey(event)) return;
    if (event.key === 'Escape') this.#inline.close();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#submit();
  }

  #run(command) {
    this.#commands.close();
    this.#set('');
    sendText(`/${command}`);
    this.focus();
  }

  async #submit() {
    const text = this.#input.value.trim();
    if (text === '') return;
    this.#commands.close();
    this.#set('');
    // The messenger cuts a long text into messages of its own.
    for (const piece of pieces(text)) {
      if (await sendText(piece)) continue;
      if (this.#input.value === '') this.#set(text);
      return;
    }
  }

  #set(text) {
    this.#input.value = text;
    this.#onInput();
  }

  #grow() {
    this.#input.style.height = 'auto';
    this.#input.style.height = `${this.#input.scrollHeight}px`;
  }
}

function pieces(text) {
  const result = [];
  let rest = text;
  while (rest.length > LONGEST) {
    const space = rest.lastIndexOf(' ', LONGEST);
    let cut = space > LONGEST / 2 ? space : LONGEST;
    // Not between the two halves of one character.
    if (/[\uD800-\uDBFF]/.test(rest[cut - 1])) cut -= 1;
    result.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trimStart();
  }
  return [...result, rest];
}

/** Files from a paste or a drop go to `onFiles`; anything else goes its usual way. */
export function takeFiles(event, transfer, onFiles) {
  const files = [...(transfer?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  onFiles(files);
}
