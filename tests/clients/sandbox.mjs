// The test's own hands: the control API of the sandbox, a small web server for media by URL, pictures, and the checks.
import http from "node:http";
import zlib from "node:zlib";

export class Sandbox {
  constructor(address, token) {
    this.address = address;
    this.token = token;
    this.apiRoot = `${address}/telegram`;
  }

  async control(lever, body = {}) {
    const response = await fetch(`${this.address}/control/${lever}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token: this.token, ...body }),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`control/${lever}: ${answer.error}`);
    return answer;
  }

  async chat(id) {
    const response = await fetch(`${this.address}/control/chats/${id}?token=${this.token}`);
    return response.json();
  }

  async isPolling() {
    const { bots } = await (await fetch(`${this.address}/control/bots`)).json();
    return bots.some((bot) => bot.id === Number(this.token.split(":")[0]) && bot.is_polling);
  }

  message(id, predicate, what) {
    return eventually(async () => (await this.chat(id)).messages.find(predicate), what);
  }
}

export async function eventually(ask, what) {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`waited in vain for ${what}`);
}

export function equal(actual, expected, what) {
  const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== e) throw new Error(`${what}: expected ${e}, got ${a}`);
}

export function holds(condition, what) {
  if (!condition) throw new Error(what);
}

/** A web server on a free port of loopback. */
export async function serve(handler) {
  const server = http.createServer(handler);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }),
  };
}

export async function freePort() {
  const server = await serve(() => {});
  await server.close();
  return Number(new URL(server.url).port);
}

/** A real PNG of one colour. */
export function png(width, height, shade = 128) {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(zlib.crc32 ? zlib.crc32(body) : crc32(body), body.length + 4);
    return out;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = Buffer.alloc((width + 1) * height, shade);
  for (let y = 0; y < height; y++) rows[y * (width + 1)] = 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header), chunk("IDAT", zlib.deflateSync(rows)), chunk("IEND", Buffer.alloc(0)),
  ]);
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
