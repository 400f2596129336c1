import { openLink } from './acts.js';
import { attach } from './attachments.js';
import { Members, openChats } from './chats.js';
import { Composer, takeFiles } from './composer.js';
import { alertBox } from './dialog.js';
import { el } from './dom.js';
import { follow } from './feed.js';
import { Header } from './header.js';
import { History } from './history.js';
import { ChatMenu } from './menu.js';
import { PaySheet, price, settledState } from './payments.js';
import { goTo, here, person } from './person.js';
import { PinnedBar } from './pinned.js';
import { Presses } from './presses.js';
import { ReplyKeyboard } from './reply-keyboard.js';
import { ScrollKeeper } from './scroll.js';
import { texts } from './texts.js';
import { toast } from './toast.js';

let chat;
let paySheet;

const presses = new Presses(() => chat && history.render(chat));
const history = new History(presses, { bot: () => chat.bot, pay, askHere, askElsewhere });
const pinned = new PinnedBar(id => history.jumpTo(id));
const replyKeyboard = new ReplyKeyboard();
const menu = new ChatMenu();
const header = new Header(menu.button, () => openChats({ bot: chat?.bot }));
const members = new Members();
const composer = new Composer({ onFiles: attach });
const banner = el('div', { class: 'banner', role: 'status', hidden: true, data: { testid: 'connection-banner' } }, texts.reconnecting);
const welcome = el('div', { class: 'welcome', hidden: true, data: { testid: 'welcome' } }, el('b', {}, texts.whatCan), el('p', {}));
const scroller = el('main', { class: 'scroller', tabindex: '-1' }, el('div', { class: 'column' }, welcome, history.node));
const scroll = new ScrollKeeper(scroller, history.node);
const drop = el('div', { class: 'drop', hidden: true }, texts.dropFiles);

document.getElementById('app').append(header.node, menu.node, banner, pinned.node, scroller, el('div', { class: 'to-end-holder' }, scroll.button), members.node, composer.node, replyKeyboard.node, drop);
acceptDrops();
follow({ onChat, onOpening, onLost });

function onChat(next, fresh) {
  const before = fresh ? undefined : chat?.messages.at(-1)?.message_id ?? 0;
  const added = before === undefined ? [] : next.messages.filter(message => message.message_id > before);
  const first = chat === undefined;
  chat = next;
  banner.hidden = true;

  if (chat.group?.migrated_to) return goTo({ chat: chat.group.migrated_to });
  const answers = presses.accept(chat.presses, fresh);
  header.update(chat);
  menu.update(chat);
  members.update(chat);
  composer.update(chat);
  pinned.update(chat);
  replyKeyboard.update(chat);
  paySheet?.update(chat.payments);
  welcome.hidden = chat.messages.length > 0 || here.chat < 0;
  welcome.lastChild.textContent = chat.bot?.description || texts.emptyHint;
  scroll.around(() => history.render(chat), {
    arrived: added.filter(message => !message.outgoing).length,
    sent: added.some(message => message.outgoing),
  });
  answers.forEach(showAnswer);
  if (first) {
    document.body.dataset.ready = 'true';
    composer.focus();
  }
}

const asked = query => `@${chat.bot.username} ${query}`;

function askHere(query) {
  composer.say(asked(query));
}

function askElsewhere(query) {
  openChats({ bot: chat.bot, title: texts.chooseChat, onPick: next => (next === here.chat ? askHere(query) : goTo({ id: person.id, chat: next, say: asked(query) })) });
}

function pay(message) {
  const { title, currency, total_amount: total } = message.invoice;
  const settled = settledState(message, chat.payments);
  if (!settled) paySheet = new PaySheet(message);
  else alertBox((settled === 'paid' ? texts.paySuccess : texts.payRefunded)(price(currency, total), title), texts.receipt);
}

function onOpening() {
  banner.textContent = texts.opening;
  banner.hidden = false;
}

function onLost() {
  banner.textContent = texts.reconnecting;
  banner.hidden = false;
  header.showConnecting();
}

function showAnswer(press) {
  if (press.url) openLink(press.url, chat.bot);
  if (!press.text) return;
  if (press.show_alert) alertBox(press.text, chat.bot?.first_name);
  else toast(press.text);
}

function acceptDrops() {
  let depth = 0;
  const hasFiles = event => event.dataTransfer?.types.includes('Files');
  addEventListener('dragenter', event => { if (hasFiles(event)) { depth += 1; drop.hidden = false; } });
  addEventListener('dragleave', event => { if (hasFiles(event) && --depth <= 0) { depth = 0; drop.hidden = true; } });
  addEventListener('dragover', event => { if (hasFiles(event)) event.preventDefault(); });
  addEventListener('drop', event => {
    depth = 0;
    drop.hidden = true;
    takeFiles(event, event.dataTransfer, attach);
  });
}
