import { control } from './api.js';
import { largest } from './content.js';
import { el } from './dom.js';
import { icon } from './icons.js';
import { player } from './player.js';
import { texts } from './texts.js';
import { duration, fileSize } from './time.js';
import { openViewer } from './viewer.js';

const LARGEST = 430;
const SMALLEST = 120;
/** A clip needs room for its controls. */
const SMALLEST_CLIP = 260;

/** The media of one message as a node. `album` are all messages shown beside it, for the viewer. */
export function media(kind, message, album = [message]) {
  switch (kind) {
    case 'photo': return photo(message, album);
    case 'video': return video(message.video);
    case 'animation': return animation(message.animation);
    case 'video_note': return video({ width: 240, height: 240, ...message.video_note });
    case 'audio': return player(message.audio, { title: message.audio.title ?? message.audio.file_name ?? texts.audio, subtitle: message.audio.performer, cover: message.audio.thumbnail });
    case 'voice': return player(message.voice, { voice: true });
    case 'document': return file(message.document);
    case 'sticker': return el('div', { class: 'big-emoji', role: 'img', 'aria-label': texts.sticker }, message.sticker.emoji ?? '🖼');
    case 'dice': return el('div', { class: 'big-emoji' }, `${message.dice.emoji} ${message.dice.value}`);
    case 'location': return note(texts.location, `${message.location.latitude}, ${message.location.longitude}`);
    case 'contact': return note(message.contact.first_name, message.contact.phone_number);
    case 'poll': return note(message.poll.question, message.poll.options.map(option => option.text).join(' · '));
    default: return null;
  }
}

/** The frame a picture gets in the chat, known before a byte of it has come: so nothing jumps when it does. */
export function frame({ width, height }, smallest = SMALLEST) {
  const [w, h] = width > 0 && height > 0 ? [width, height] : [16, 9];
  const scale = Math.min(LARGEST / w, LARGEST / h, Math.max(1, smallest / Math.min(w, h)));
  return { width: Math.max(SMALLEST, Math.round(w * scale)), height: Math.max(SMALLEST, Math.round(h * scale)) };
}

function framed(node, size, smallest) {
  const { width, height } = frame(size, smallest);
  node.style.setProperty('--w', `${width}px`);
  node.style.setProperty('--ratio', `${width} / ${height}`);
  return node;
}

function photo(message, album) {
  const size = largest(message.photo);
  const image = el('img', { src: control.fileUrl(size.file_id), alt: message.caption ?? texts.photo, draggable: 'false', data: { testid: 'photo' } });
  const button = el('button', {
    type: 'button',
    class: message.has_media_spoiler ? 'photo veiled' : 'photo',
    'aria-label': texts.enlarge,
    data: { messageId: message.message_id },
    on: {
      click: () => {
        if (button.classList.contains('veiled')) button.classList.remove('veiled');
        else openViewer(album.filter(one => one.photo), message);
      },
    },
  }, image);
  settle(image, button);
  return framed(button, size);
}

function settle(image, holder) {
  holder.classList.add('loading');
  const done = () => holder.classList.remove('loading');
  image.addEventListener('load', done);
  image.addEventListener('error', () => {
    done();
    holder.classList.add('broken');
  });
}

function video(source) {
  const clip = el('video', {
    src: control.fileUrl(source.file_id),
    poster: source.thumbnail && control.fileUrl(source.thumbnail.file_id),
    preload: 'metadata',
    playsinline: true,
    data: { testid: 'video' },
  });
  const start = el('button', {
    type: 'button',
    class: 'video-start',
    'aria-label': texts.play,
    data: { testid: 'video-play' },
    on: { click: () => play(clip, start) },
  }, icon('play'));
  const left = el('span', { class: 'badge' }, duration(source.duration));
  clip.addEventListener('loadedmetadata', () => { left.textContent = duration(clip.duration || source.duration); });
  clip.addEventListener('play', () => {
    clip.controls = true;
    clip.parentElement.classList.add('started');
    start.hidden = true;
    left.hidden = true;
  });
  return framed(el('div', { class: 'video' }, clip, start, left), source, SMALLEST_CLIP);
}

async function play(clip, start) {
  try {
    await clip.play();
    clip.focus();
  } catch (error) {
    console.info('The video does not play:', error.message);
    start.parentElement.classList.add('broken');
  }
}

function animation(source) {
  if (source.mime_type === 'image/gif') {
    return framed(el('div', { class: 'video' }, el('img', { src: control.fileUrl(source.file_id), alt: texts.animation }), el('span', { class: 'badge' }, 'GIF')), source);
  }
  const clip = el('video', { src: control.fileUrl(source.file_id), autoplay: true, loop: true, playsinline: true, 'aria-label': texts.animation, props: { muted: true } });
  return framed(el('div', { class: 'video' }, clip, el('span', { class: 'badge' }, 'GIF')), source);
}

function file(source) {
  const name = source.file_name ?? texts.document;
  const extension = name.includes('.') ? name.split('.').pop().slice(0, 5) : '';
  const thumbnail = source.thumbnail && el('img', { src: control.fileUrl(source.thumbnail.file_id), alt: '' });
  return el('a', {
    class: 'file',
    href: control.fileUrl(source.file_id),
    download: name,
    'aria-label': `${texts.download}: ${name}`,
    data: { testid: 'document' },
  },
  el('span', { class: thumbnail ? 'file-icon pictured' : 'file-icon' }, thumbnail ?? el('span', {}, extension || icon('file')), el('span', { class: 'file-get' }, icon('download'))),
  el('span', { class: 'file-facts' }, el('span', { class: 'file-name', dir: 'auto' }, name), el('span', { class: 'file-size' }, fileSize(source.file_size))));
}

function note(title, line) {
  return el('div', { class: 'note' }, el('b', { dir: 'auto' }, title), el('span', { dir: 'auto' }, line));
}
