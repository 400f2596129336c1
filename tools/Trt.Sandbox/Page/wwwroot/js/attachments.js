import { control } from './api.js';
import { attempt } from './acts.js';
import { sheet } from './dialog.js';
import { el } from './dom.js';
import { kindFor, sendable, upload } from './files.js';
import { icon } from './icons.js';
import { texts } from './texts.js';
import { fileSize } from './time.js';

const ALBUM = 10;

let open;

/** Shows the chosen files, asks for a caption and the way to send them, and sends. More files join an open sheet. */
export function attach(files) {
  const accepted = sendable(files);
  if (accepted.length === 0) return;
  if (open) open.add(accepted);
  else open = new AttachmentSheet(accepted, () => { open = undefined; });
}

class AttachmentSheet {
  #files = [];
  #title = el('span', {});
  #list = el('div', { class: 'attachments' });
  #asFile = check(texts.asFile, 'as-file', () => this.#draw());
  #asVoice = check(texts.asVoice, 'as-voice', () => this.#draw());
  #caption = el('textarea', { rows: '1', class: 'caption', placeholder: texts.caption, 'aria-label': texts.caption, dir: 'auto', autofocus: true, data: { testid: 'caption' } });
  #send = el('button', { type: 'submit', class: 'wide-button', data: { testid: 'attach-send' } }, texts.send);
  #dialog;

  constructor(files, onClose) {
    const more = el('input', { type: 'file', multiple: true, hidden: true, on: { change: () => attach([...more.files]) } });
    const form = el('form', { class: 'attach-body', on: { submit: event => { event.preventDefault(); this.#submit(); } } },
      this.#list,
      el('div', { class: 'checks' }, this.#asFile.node, this.#asVoice.node),
      this.#caption,
      el('div', { class: 'dialog-actions' },
        el('button', { type: 'button', class: 'text-button left', on: { click: () => more.click() } }, texts.addMore), more,
        el('button', { type: 'button', class: 'text-button', on: { click: () => this.#dialog.close() } }, texts.cancel),
        this.#send));
    this.#caption.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#submit();
    });
    this.#dialog = sheet({
      title: this.#title,
      body: form,
      testid: 'attach-sheet',
      onClose: () => {
        this.#files.forEach(forget);
        onClose();
      },
    });
    this.add(files);
    this.#dialog.showModal();
  }

  add(files) {
    this.#files.push(...files.map(file => ({ file, url: URL.createObjectURL(file) })));
    this.#draw();
  }

  #draw() {
    const options = this.#options();
    this.#title.textContent = texts.files(this.#files.length);
    this.#list.replaceChildren(...this.#files.map(item => this.#tile(item, kindFor(item.file, options))));
    this.#asVoice.node.hidden = !this.#files.every(({ file }) => file.type.startsWith('audio/'));
    this.#asFile.node.hidden = this.#files.every(({ file }) => kindFor(file, { asFile: false, asVoice: false }) === 'document');
  }

  #tile(item, kind) {
    const { file, url } = item;
    const picture = kind === 'photo' || kind === 'animation' ? el('img', { src: url, alt: '' })
      : kind === 'video' ? el('video', { src: url, preload: 'metadata', props: { muted: true } })
      : null;
    return el('div', { class: picture ? 'attachment pictured' : 'attachment', data: { testid: 'attachment', kind } },
      picture ?? el('span', { class: 'file-icon' }, icon(kind === 'document' ? 'file' : 'play')),
      !picture && el('span', { class: 'file-facts' }, el('span', { class: 'file-name' }, file.name), el('span', { class: 'file-size' }, `${texts[kind]} · ${fileSize(file.size)}`)),
      el('button', { type: 'button', class: 'attachment-remove', 'aria-label': `${texts.remove}: ${file.name}`, on: { click: () => this.#remove(item) } }, icon('close')));
  }

  #remove(item) {
    forget(item);
    this.#files = this.#files.filter(other => other !== item);
    if (this.#files.length === 0) this.#dialog.close();
    else this.#draw();
  }

  #options() {
    return { asFile: this.#asFile.input.checked, asVoice: this.#asVoice.input.checked };
  }

  async #submit() {
    if (this.#send.disabled) return;
    this.#send.disabled = true;
    this.#send.textContent = texts.sending;
    const sent = await attempt(() => this.#sendAll(), texts.notSent);
    this.#send.disabled = false;
    this.#send.textContent = texts.send;
    if (sent) this.#dialog.close();
    else this.#draw();
  }

  /** Sends one by one; what has gone out leaves the sheet, so that a retry does not send it twice. */
  async #sendAll() {
    const options = this.#options();
    let caption = this.#caption.value.trim();
    for (const batch of batches(this.#files, options)) {
      const group = batch.length > 1 ? newGroup() : undefined;
      for (const item of batch) {
        // Closed meanwhile: what has not gone out stays here.
        if (!this.#dialog.open) return;
        await control.media(await upload(item.file, { kind: kindFor(item.file, options), caption, group }));
        caption = '';
        this.#caption.value = '';
        this.#files = this.#files.filter(other => other !== item);
        forget(item);
      }
    }
  }
}

/** Photos and videos make albums together, files with files, tracks with tracks; a voice message and a GIF stand alone. */
function batches(items, options) {
  const result = [];
  for (const item of items) {
    const family = familyOf(kindFor(item.file, options));
    const batch = result.at(-1);
    if (family && batch?.family === family && batch.items.length < ALBUM) batch.items.push(item);
    else result.push({ family, items: [item] });
  }
  return result.map(batch => batch.items);
}

const familyOf = kind => ({ photo: 'visual', video: 'visual', document: 'document', audio: 'audio' })[kind];

const newGroup = () => String(crypto.getRandomValues(new BigUint64Array(1))[0] >> 1n);

const forget = item => URL.revokeObjectURL(item.url);

function check(label, testid, onChange) {
  const input = el('input', { type: 'checkbox', data: { testid }, on: { change: onChange } });
  return { input, node: el('label', { class: 'check' }, input, label) };
}
