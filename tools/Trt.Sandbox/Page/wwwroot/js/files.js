import { texts } from './texts.js';
import { toast } from './toast.js';

/** What a Base64 body of the sandbox can hold. */
const LARGEST_MB = 45;
const MEGABYTE = 1024 * 1024;

/** The files that can be sent at all; the others are named to the person. */
export function sendable(files) {
  return files.filter(file => {
    const problem = file.size === 0 ? texts.emptyFile(file.name)
      : file.size > LARGEST_MB * MEGABYTE ? texts.tooLarge(file.name, LARGEST_MB)
      : undefined;
    if (problem) toast(problem, { error: true });
    return !problem;
  });
}

/** What the messenger makes of a file: a photo, a player or just a file. */
export function kindFor(file, { asFile, asVoice }) {
  if (asFile) return 'document';
  if (/^image\/(jpeg|png|webp)$/.test(file.type)) return 'photo';
  if (file.type === 'image/gif') return 'animation';
  if (/^video\/(mp4|quicktime|webm)$/.test(file.type)) return 'video';
  if (file.type.startsWith('audio/')) return asVoice ? 'voice' : 'audio';
  return 'document';
}

export async function upload(file, { kind, caption, group }) {
  return {
    kind,
    base64: await base64(file),
    file_name: file.name,
    mime: file.type || 'application/octet-stream',
    ...await factsOf(file, kind),
    caption: caption || undefined,
    media_group_id: group,
  };
}

function base64(file) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(file);
  return promise;
}

/** What a client of the messenger tells about a clip: whole seconds and, when there is a picture, its size. */
function factsOf(file, kind) {
  if (!['video', 'audio', 'voice', 'animation'].includes(kind) || file.type === 'image/gif') return {};
  const { promise, resolve } = Promise.withResolvers();
  const probe = document.createElement(kind === 'audio' || kind === 'voice' ? 'audio' : 'video');
  const url = URL.createObjectURL(file);
  probe.preload = 'metadata';
  probe.onloadedmetadata = () => resolve({
    duration: Number.isFinite(probe.duration) ? Math.max(1, Math.round(probe.duration)) : undefined,
    width: probe.videoWidth || undefined,
    height: probe.videoHeight || undefined,
  });
  probe.onerror = () => resolve({});
  probe.src = url;
  return promise.finally(() => URL.revokeObjectURL(url));
}
