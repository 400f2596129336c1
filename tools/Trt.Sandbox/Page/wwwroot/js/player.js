import { control } from './api.js';
import { el } from './dom.js';
import { icon } from './icons.js';
import { texts } from './texts.js';
import { duration } from './time.js';

let playing;

/** A player for an audio track or a voice message; starting one stops the other. */
export function player(source, { title, subtitle, cover, voice = false }) {
  const sound = el('audio', { src: control.fileUrl(source.file_id), preload: source.duration ? 'none' : 'metadata', data: { testid: 'audio' } });
  const button = el('button', { type: 'button', class: 'round-button', 'aria-label': texts.play, data: { testid: 'audio-play' } }, icon('play'));
  const bar = el('input', { type: 'range', class: 'seek', min: '0', max: '1000', value: '0', step: '1', 'aria-label': texts.seek });
  const time = el('span', { class: 'player-time' }, duration(source.duration));
  const length = () => (Number.isFinite(sound.duration) ? sound.duration : source.duration || 0);

  button.addEventListener('click', () => (sound.paused ? start() : sound.pause()));
  bar.addEventListener('input', () => { sound.currentTime = bar.value / 1000 * length(); });
  for (const event of ['timeupdate', 'loadedmetadata']) sound.addEventListener(event, show);
  sound.addEventListener('ended', () => { sound.currentTime = 0; });
  for (const event of ['play', 'pause']) sound.addEventListener(event, showState);
  sound.addEventListener('error', () => node.classList.add('broken'));

  const node = el('div', { class: voice ? 'player voice' : 'player', role: 'group', 'aria-label': title ?? texts.voice },
    cover && el('img', { class: 'player-cover', src: control.fileUrl(cover.file_id), alt: '', data: { testid: 'cover' } }),
    button,
    el('div', { class: 'player-facts' },
      !voice && el('span', { class: 'player-title', dir: 'auto' }, title),
      !voice && subtitle && el('span', { class: 'player-subtitle', dir: 'auto' }, subtitle),
      bar,
      time),
    sound);
  return node;

  async function start() {
    if (playing !== sound) playing?.pause();
    playing = sound;
    try {
      await sound.play();
    } catch (error) {
      console.info('The sound does not play:', error.message);
      node.classList.add('broken');
    }
  }

  function show() {
    const share = length() > 0 ? sound.currentTime / length() : 0;
    bar.value = String(Math.round(share * 1000));
    bar.style.setProperty('--share', `${share * 100}%`);
    time.textContent = sound.currentTime > 0 ? `${duration(sound.currentTime)} / ${duration(length())}` : duration(length());
  }

  function showState() {
    button.replaceChildren(icon(sound.paused ? 'play' : 'pause'));
    button.setAttribute('aria-label', sound.paused ? texts.play : texts.pause);
  }
}
