import { control, ControlError } from './api.js';
import { el } from './dom.js';
import { ask } from './dialog.js';
import { isSafe } from './entities.js';
import { goTo, here } from './person.js';
import { texts } from './texts.js';
import { toast } from './toast.js';

/** Runs an act of the person and says so when it fails. Returns whether it went through. */
export async function attempt(act, say = texts.failed) {
  try {
    await act();
    return true;
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    toast(say(error.message), { error: true });
    return false;
  }
}

export const sendText = text => attempt(() => control.text(text), texts.notSent);

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(texts.copied);
  } catch (error) {
    console.info('The clipboard is closed:', error.message);
    toast(texts.notCopied, { error: true });
  }
}

/** Opens an address after asking, as the messenger does; a deep link to this very bot is played right here. */
export async function openLink(url, bot) {
  const payload = ownDeepLink(url, bot);
  if (payload !== undefined) return startPrivately(payload);
  if (!isSafe(url)) return toast(texts.badLink, { error: true });
  const open = await ask({
    title: texts.openLink,
    body: el('p', { class: 'dialog-text breakable' }, url),
    actions: [{ label: texts.cancel }, { label: texts.open, value: true, primary: true, testid: 'open-link' }],
    testid: 'link-dialog',
  });
  if (open) window.open(url, '_blank', 'noopener');
}

/** From a group the way leads into the private chat, where the start is said. */
export async function startPrivately(payload) {
  const said = await attempt(() => control.whisper(`/start ${payload}`.trim()), texts.notSent);
  if (said && here.chat < 0) goTo();
  return said;
}

function ownDeepLink(url, bot) {
  if (!URL.canParse(url) || !bot?.username) return undefined;
  const { protocol, hostname, pathname, searchParams } = new URL(url);
  const name = /^(t\.me|telegram\.me)$/i.test(hostname) ? pathname.slice(1)
    : protocol === 'tg:' && hostname === 'resolve' ? searchParams.get('domain')
    : undefined;
  return name?.toLowerCase() === bot.username.toLowerCase() ? searchParams.get('start') ?? '' : undefined;
}
