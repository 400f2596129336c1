import { control } from './api.js';
import { goTo, here } from './person.js';

const ANSWER_DUE_MS = 40_000;
const LOOK_MS = 300;
const PAUSES_MS = [300, 600, 1200, 2400, 4000];

/**
 * Follows the chat by long polling and reconnects for as long as the page is open.
 * `onChat(chat, fresh)`: fresh is true for the first picture after a (re)connection.
 * `onOpening()`: the sandbox is there, its shop not yet; what is pressed now would only be told to wait.
 */
export async function follow({ onChat, onOpening, onLost }) {
  let version;
  let failures = 0;
  for (;;) {
    const fresh = version === undefined;
    let chat;
    try {
      if (fresh && (await control.shop(AbortSignal.timeout(ANSWER_DUE_MS))).opening) {
        failures = 0;
        onOpening();
        await pause(LOOK_MS);
        continue;
      }
      chat = await control.history(version, AbortSignal.timeout(ANSWER_DUE_MS));
    } catch (error) {
      // A group of a sandbox that was reset is nowhere any more.
      if (error.status === 400 && here.chat < 0) return goTo();
      console.info('The sandbox did not answer:', error.message);
      // The sandbox may have started anew and count from zero: ask for the whole picture next time.
      version = undefined;
      onLost();
      await pause(PAUSES_MS[Math.min(failures++, PAUSES_MS.length - 1)]);
      continue;
    }
    failures = 0;
    version = chat.version;
    onChat(chat, fresh);
  }
}

/** Waits, but not longer than until the browser is online or looked at again. */
function pause(milliseconds) {
  const { promise, resolve } = Promise.withResolvers();
  const timer = setTimeout(resolve, milliseconds);
  const wake = () => { if (!document.hidden) resolve(); };
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', wake);
  return promise.finally(() => {
    clearTimeout(timer);
    removeEventListener('online', wake);
    document.removeEventListener('visibilitychange', wake);
  });
}
