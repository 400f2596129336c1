import { control } from './api.js';
import { attempt } from './acts.js';

/** The messenger stops waiting for a bot after a while; the press itself still counts. */
const GIVE_UP_MS = 30_000;

const nameOf = (messageId, data) => `${messageId}|${data}`;

/** Which buttons wait for their answer, and which answers are still to be shown. */
export class Presses {
  /** Pressed here and not yet listed by the sandbox: name → whether the sandbox has taken it. */
  #sending = new Map();
  /** Listed and not answered: press id → { name, since }. */
  #open = new Map();
  #shown = new Set();
  #onChange;

  constructor(onChange) {
    this.#onChange = onChange;
  }

  isWaiting(messageId, data) {
    const name = nameOf(messageId, data);
    if (this.#sending.has(name)) return true;
    const deadline = performance.now() - GIVE_UP_MS;
    return [...this.#open.values()].some(press => press.name === name && press.since > deadline);
  }

  async press(messageId, data) {
    const name = nameOf(messageId, data);
    if (this.isWaiting(messageId, data)) return;
    this.#sending.set(name, false);
    this.#onChange();
    if (await attempt(() => control.click(messageId, data))) {
      // The next picture of the chat lists the press; until then the spinner must not blink.
      this.#sending.set(name, true);
    } else {
      this.#sending.delete(name);
      this.#onChange();
    }
  }

  /** Takes in the presses of the chat; returns those whose answer the person has not seen. */
  accept(presses, fresh) {
    for (const [name, taken] of this.#sending) if (taken) this.#sending.delete(name);

    const known = this.#open;
    this.#open = new Map();
    const news = [];
    for (const press of presses) {
      if (!press.answered) {
        this.#open.set(press.id, known.get(press.id) ?? this.#begin(press));
      } else if (!this.#shown.has(press.id)) {
        this.#shown.add(press.id);
        // After a lost connection only what was pressed here before is news.
        if (!fresh || known.has(press.id)) news.push(press);
      }
    }
    return news;
  }

  #begin(press) {
    setTimeout(this.#onChange, GIVE_UP_MS + 50);
    return { name: nameOf(press.message_id, press.data), since: performance.now() };
  }
}
