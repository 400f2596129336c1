import { attempt } from './acts.js';
import { control } from './api.js';
import { sheet } from './dialog.js';
import { el } from './dom.js';
import { goTo, here, person } from './person.js';
import { texts } from './texts.js';

/** Two friends for whoever founds a group; each speaks from a page of their own, or from the strip above the place to type. */
const FRIENDS = [{ id: 2001, name: texts.friendOne }, { id: 2002, name: texts.friendTwo }];

/** The chats of this person: the bot, their groups, and a new group. `onPick(chatId)` goes before leaving for a chat. */
export async function openChats({ bot, title = texts.chats, onPick = chat => goTo({ chat }) }) {
  const list = el('div', { class: 'chat-list' });
  const dialog = sheet({ title, body: list, testid: 'chats' });
  let groups = [];
  await attempt(async () => { ({ groups } = await control.groups()); });
  const pick = chat => { dialog.close(); onPick(chat); };
  list.append(
    row(bot?.first_name ?? 'TRT', texts.bot, 'chat-private', here.chat === person.id, () => pick(person.id)),
    ...groups.filter(group => !group.migrated_to).map(group => row(
      group.title, texts.members(group.members.length), `chat-${group.chat_id}`, here.chat === group.chat_id, () => pick(group.chat_id))),
    el('button', { type: 'button', class: 'wide-button quiet', data: { testid: 'new-group' }, on: { click: () => attempt(found) } }, texts.newGroup));
  dialog.showModal();
}

async function found() {
  const members = [{ id: person.id, name: person.name, username: person.username || undefined, language_code: person.language },
    ...FRIENDS.filter(friend => friend.id !== person.id).map(friend => ({ ...friend, language_code: person.language }))];
  const { chat_id: chat } = await control.found(texts.friends, members);
  await control.letIn(chat, 'member');
  goTo({ chat });
}

const row = (name, about, testid, current, act) => el('button', {
  type: 'button', class: current ? 'chat-row current' : 'chat-row', 'aria-current': current ? 'true' : undefined, data: { testid }, on: { click: act },
}, el('span', { class: 'avatar small', 'aria-hidden': 'true' }, [...name][0]), el('span', { class: 'chat-words' }, el('b', { dir: 'auto' }, name), el('span', {}, about)));

/** Who speaks in the group: a press becomes that member. */
export class Members {
  node = el('div', { class: 'members', role: 'group', 'aria-label': texts.writeAs, hidden: true, data: { testid: 'members' } });
  #key;

  update({ group }) {
    this.node.hidden = !group;
    if (!group) return;
    const key = JSON.stringify(group.members);
    if (key === this.#key) return;
    this.#key = key;
    this.node.replaceChildren(el('span', { class: 'members-label' }, texts.writeAs), ...group.members.map(({ user, is_anonymous: hidden }) => el('button', {
      type: 'button',
      class: user.id === person.id ? 'chip current' : 'chip',
      'aria-pressed': String(user.id === person.id),
      data: { testid: `as-${user.id}` },
      on: { click: () => goTo({ id: user.id, name: user.first_name, username: user.username, language: user.language_code, chat: group.chat_id }) },
    }, hidden ? `${user.first_name} · ${texts.anonymous}` : user.first_name)));
  }
}
