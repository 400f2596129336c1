import { attempt } from './acts.js';
import { control } from './api.js';
import { el } from './dom.js';
import { icon } from './icons.js';
import { texts } from './texts.js';

/** A letter typed within this time after another asks once for both. */
const PAUSE_MS = 200;
const NEAR_END = 80;

/** The bot's list above the place to type, for whoever types its name and a few words. */
export class InlineList {
  node = el('div', { class: 'inline', hidden: true, role: 'listbox', 'aria-label': texts.inlineLabel, data: { testid: 'inline' }, on: { scroll: () => this.#more() } });
  #bot;
  #open = false;
  #timer;
  #asked = 0;
  #list;
  #acts;

  /** `acts`: { start(parameter), chosen() }. */
  constructor(acts) {
    this.#acts = acts;
  }

  update({ bot, inline }) {
    this.#bot = bot;
    this.#open = Boolean(inline);
  }

  /** Returns whether what is typed is meant for the bot's list. */
  match(typed) {
    const query = this.#open ? queryIn(typed, this.#bot?.username) : undefined;
    clearTimeout(this.#timer);
    if (query === undefined) {
      this.close();
      return false;
    }
    this.#timer = setTimeout(() => this.#ask(query), PAUSE_MS);
    return true;
  }

  close() {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.node.hidden = true;
    this.#list = undefined;
  }

  async #ask(query, offset = '') {
    const number = ++this.#asked;
    if (offset === '') this.node.dataset.state = 'asking';
    let answer;
    await attempt(async () => { answer = await control.inline(query, offset); });
    // What was typed since has its own answer.
    if (number !== this.#asked || !answer) return;
    const results = offset === '' ? answer.results : [...this.#list.results, ...answer.results];
    this.#list = { query, results, ids: [...(offset === '' ? [] : this.#list.ids), ...answer.results.map(() => answer.query_id)], next: answer.next_offset, button: answer.button };
    this.node.dataset.state = answer.answered ? 'answered' : 'silent';
    this.#show();
  }

  #more() {
    if (!this.#list?.next || this.node.scrollTop + this.node.clientHeight < this.node.scrollHeight - NEAR_END) return;
    const { query, next } = this.#list;
    this.#list.next = '';
    this.#ask(query, next);
  }

  #show() {
    const { results, ids, button } = this.#list;
    this.node.replaceChildren(
      ...(button ? [el('button', { type: 'button', class: 'inline-button', data: { testid: 'inline-button' }, on: { click: () => this.#acts.start(button.start_parameter) } }, button.text)] : []),
      ...results.map((result, index) => this.#row(result, ids[index])),
      ...(results.length === 0 && !button ? [el('div', { class: 'inline-empty' }, texts.inlineEmpty)] : []));
    this.node.hidden = false;
  }

  #row(result, queryId) {
    return el('button', { type: 'button', role: 'option', class: 'inline-row', data: { testid: 'inline-result', type: result.type }, on: { click: () => this.#choose(queryId, result.id) } },
      picture(result),
      el('span', { class: 'inline-words' }, el('b', { dir: 'auto' }, result.title ?? result.caption ?? texts[result.type] ?? result.type), result.description && el('span', { dir: 'auto' }, result.description)));
  }

  async #choose(queryId, resultId) {
    if (!await attempt(() => control.choose(queryId, resultId), texts.notSent)) return;
    this.close();
    this.#acts.chosen();
  }
}

function queryIn(typed, username) {
  const [, name, query] = /^@(\w+)\s([\s\S]*)$/.exec(typed) ?? [];
  return username && name?.toLowerCase() === username.toLowerCase() ? query : undefined;
}

function picture(result) {
  if (result.type === 'photo') return el('img', { class: 'inline-picture', src: control.fileUrl(result.photo_file_id), alt: '', loading: 'lazy' });
  const symbol = { video: 'play', audio: 'play', document: 'file' }[result.type];
  return el('span', { class: 'inline-picture', 'aria-hidden': 'true' }, symbol ? icon(symbol) : '✨');
}
