import { here, person } from './person.js';
import { texts } from './texts.js';

/** An act that the sandbox refused, or could not be asked for. */
export class ControlError extends Error {}

/** The control API of the sandbox, with the acts of one person. */
export const control = {
  text: text => act('text', { text }),
  /** Said to the bot alone, wherever the page is. */
  whisper: text => act('text', { chat_id: person.id, from: undefined, text }),
  groups: () => get(`groups?as=${person.id}`),
  found: (title, members) => post('groups', { title, members }),
  letIn: (chat, status) => post('groups/bot', { chat_id: chat, from: person.id, status }),
  migrate: () => post('groups/migrate', { chat_id: here.chat, from: person.id }),
  inline: (query, offset) => act('inline', { query, offset }),
  choose: (queryId, resultId) => post('inline/choose', { query_id: queryId, result_id: resultId }),
  click: (messageId, data) => act('click', { message_id: messageId, data }),
  media: upload => act('media', upload),
  pay: messageId => act('pay', { message_id: messageId }),
  block: blocked => act('block', { blocked }),
  reset: () => post('reset', {}),
  advance: milliseconds => post('clock', { advance_ms: milliseconds }),
  dial: () => get('kie'),
  setDial: dial => post('kie', dial),
  shop: signal => get('shop', signal),
  history: (after, signal) => get(`chats/${here.chat}?as=${person.id}${after === undefined ? '' : `&after=${after}`}`, signal),
  fileUrl: fileId => `/control/files/${encodeURIComponent(fileId)}`,
};

/** Something this person does; who they are goes with it, as a client of the messenger tells its server. */
function act(path, details) {
  const { id, name, username, language } = person;
  return post(path, { chat_id: here.chat, from: id, name, username: username || undefined, language_code: language, ...details });
}

function post(path, body) {
  return ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function get(path, signal) {
  return ask(path, { signal, headers: { accept: 'application/json' } });
}

async function ask(path, request) {
  let response;
  try {
    response = await fetch(`/control/${path}`, request);
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new ControlError(texts.noServer, { cause: error });
  }
  const answer = await body(response);
  if (!response.ok) throw Object.assign(new ControlError(answer.description ?? answer.error ?? answer.detail ?? `HTTP ${response.status}`), { status: response.status });
  return answer;
}

async function body(response) {
  const text = await response.text();
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return { description: text.slice(0, 200) };
  }
}
