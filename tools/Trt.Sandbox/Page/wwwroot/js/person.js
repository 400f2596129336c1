/**
 * Who sits in front of the page. The address names the person, so two tabs can be two people;
 * the rest is remembered per person in this browser.
 */
const STORE = 'trt.people';
const LAST = 'trt.person';
const DEFAULT_ID = 1001;

const people = JSON.parse(localStorage.getItem(STORE) ?? '{}');
const query = new URLSearchParams(location.search);

export const person = recall();
/** What a link like `/?start=ref_x` brings: it goes with the first /start. */
export const startPayload = query.get('start') ?? '';
/** What a link from another chat has put into the place to type. */
export const wordsToSay = query.get('say') ?? '';
/** The chat on this page: the private one, which has the person's number, or a group, below zero. */
export const here = { chat: Number.parseInt(query.get('chat') ?? '', 10) < 0 ? Number.parseInt(query.get('chat'), 10) : person.id };

document.documentElement.lang = person.language;
keepInAddress();

function recall() {
  const id = Number.parseInt(query.get('user') ?? localStorage.getItem(LAST) ?? '', 10) || DEFAULT_ID;
  const known = people[id] ?? {};
  const language = query.get('lang') ?? known.language ?? (navigator.language.startsWith('ru') ? 'ru' : 'en');
  return {
    id,
    language: language === 'ru' ? 'ru' : 'en',
    name: query.get('name') ?? known.name ?? (language === 'ru' ? 'Алекс' : 'Alex'),
    username: query.get('username') ?? known.username ?? '',
  };
}

function keepInAddress() {
  remember(person);
  query.set('user', person.id);
  for (const passed of ['name', 'lang', 'username', 'say']) query.delete(passed);
  history.replaceState(null, '', `?${query}`);
}

function remember({ id, name, username, language }) {
  people[id] = { name, username, language };
  localStorage.setItem(STORE, JSON.stringify(people));
  localStorage.setItem(LAST, id);
}

/** Goes to another chat, or on as somebody else: the page starts anew there. */
export function goTo({ id = person.id, name = person.name, username = person.username, language = person.language, chat = id, say, start } = {}) {
  remember({ id, name, username: username ?? '', language: language === 'ru' ? 'ru' : 'en' });
  const next = new URLSearchParams({ user: id, ...(chat < 0 && { chat }), ...(say && { say }), ...(start && { start }) });
  location.assign(`?${next}`);
}

/** Becomes someone else: the page starts anew for them. */
export function become(next) {
  remember(next);
  location.assign(`?user=${next.id}`);
}
