// A stand-in for the sandbox: it serves the page and answers the page's API with canned data, so that the page can be built and
// tested without the bot. Run it with `node stub.mjs [port]`.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pictureOfBridge } from './picture-of-bridge.mjs';
import { answer, author, react, received, suggest } from './stub-bot.mjs';
import { bot, channels, commands, members, roles, teams } from './stub-world.mjs';

const pageFolder = fileURLToPath(new URL('../../src/CoachBot.Sandbox/Page/', import.meta.url));
// As strict as the sandbox's own.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'";
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' };
// Long enough to see that the page waits, short enough for a test.
const silence = 600;

/** Starts a stub on a port (0 takes a free one); the answer has address, say(text) as Maya, tell(fields) as the bot, setOnline(yes), cut() and close(). */
export async function startStub(port = 0) {
  const messages = [];
  const listeners = new Set();
  const forms = new Map();
  const picture = pictureOfBridge();
  // Two frames of one dot, red and blue, for ever.
  const film = Buffer.from('R0lGODlhAQABAIAAAP8AAAAA/yH/C05FVFNDQVBFMi4wAwEAAAAh+QQACgAAACwAAAAAAQABAAACAkQBACH5BAAKAAAALAAAAAABAAEAAAICTAEAOw==', 'base64');
  let count = 0;

  const nextId = () => String((BigInt(Date.now()) << 22n) + BigInt(count++));
  const member = (id) => members.find((one) => one.id === id) ?? refuse('Nobody has that id.');
  const commandsOf = (me) => commands.filter((one) => !one.coachOnly || me.title === 'coach');
  const channelsOf = (me) => channels.filter((one) => one.teamId === me.teamId && (!one.coachOnly || me.title === 'coach'));
  const sees = (me, message) => channelsOf(me).some((one) => one.id === message.channel_id) && (!message.onlyFor || message.onlyFor === me.id);
  const shown = ({ onlyFor, ...message }) => message;

  function tell(event, data, message) {
    for (const { me, response } of listeners) {
      if (!message || sees(me, message)) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    }
  }

  function post(fields) {
    const message = { id: nextId(), type: 0, timestamp: new Date().toISOString(), flags: 0, content: '', embeds: [], components: [], mentions: [], ...fields };
    message.attachments = (fields.attachments ?? []).map((filename) => ({
      id: nextId(), filename, url: `/cdn/${filename}`, content_type: 'image/png', size: picture.length, width: 720, height: 360,
      description: 'Side view of a bridge: shoulders and feet on the floor, hips lifted in line with shoulders and knees.',
    }));
    messages.push(message);
    tell('message', shown(message), message);
    return message;
  }

  const postAsBot = (me, channel_id, reply, name) => post({
    ...reply, channel_id, author,
    onlyFor: reply.flags & 64 ? me.id : null,
    interaction_metadata: { name, user: { id: me.id, username: me.name } },
  });

  function change(message, fields) {
    Object.assign(message, fields, { edited_timestamp: new Date().toISOString() });
    tell('message', shown(message), message);
    return { outcome: 'message', message: shown(message) };
  }

  function openForm(form) {
    const form_id = nextId();
    forms.set(form_id, form);
    return { outcome: 'form', form_id, ...form };
  }

  async function noAnswer() {
    await new Promise((resolve) => { setTimeout(resolve, silence); });
    return { outcome: 'failed', error: 'The application did not respond' };
  }

  function runCommand(me, channel_id, name, options) {
    const [head, tail] = name.split(' ');
    const command = commandsOf(me).find((one) => one.name === head) ?? refuse(`There is no command /${name} for you here.`);
    const known = tail ? command.options.find((one) => one.name === tail).options : command.options;
    const lacking = known.find((one) => one.required && !options[one.name]);
    if (lacking) refuse(`/${name} needs ${lacking.name}.`);
    const reply = answer(name, options);
    if (!reply) return noAnswer();
    if (reply.form) return openForm(reply.form);
    if (!reply.later) return { outcome: 'message', message: shown(postAsBot(me, channel_id, reply, name)) };
    const message = postAsBot(me, channel_id, { flags: 128 | 64 }, name);
    setTimeout(() => change(message, { ...reply.later, flags: 64 }), silence);
    return { outcome: 'deferred', message: shown(message) };
  }

  function runLine(me, channel_id, text) {
    const words = /^\/([\w-]+)(?: (add|list))?(.*)$/.exec(text) ?? refuse('A command starts with a slash.');
    const options = Object.fromEntries([...words[3].matchAll(/([\w-]+):(.+?)(?= [\w-]+:|$)/g)].map((match) => [match[1], match[2]]));
    return runCommand(me, channel_id, [words[1], words[2]].filter(Boolean).join(' '), options);
  }

  function interact(request) {
    const me = member(request.as);
    if (request.kind === 'autocomplete') return { outcome: 'choices', choices: suggest(request.name, request.options, request.focused) };
    if (request.kind === 'command') return runCommand(me, request.channel_id, request.name, request.options);
    if (request.kind === 'line') return runLine(me, request.channel_id, request.text);
    if (request.kind === 'menu') {
      const command = commands.find((one) => one.id === request.command_id) ?? refuse('There is no such command.');
      const target = command.type === 2 ? member(request.target_id).name : messages.find((one) => one.id === request.target_id).content;
      return { outcome: 'message', message: shown(postAsBot(me, request.channel_id, answer(command.name, { target }), command.name)) };
    }
    if (request.kind === 'form') {
      if (request.values.title === 'refused') refuse('That line is not allowed here.');
      return { outcome: 'message', message: shown(postAsBot(me, request.channel_id, received(request.values))) };
    }
    const message = messages.find((one) => one.id === request.message_id && sees(me, one)) ?? refuse('That message is gone.');
    const reaction = react(request.custom_id, request.values);
    if (!reaction) return noAnswer();
    if (reaction.update) return change(message, reaction.update);
    if (reaction.form) return openForm(reaction.form);
    return { outcome: 'message', message: shown(postAsBot(me, request.channel_id, reaction.reply)) };
  }

  function speak({ as, channel_id, text }) {
    const me = member(as);
    return { message: shown(post({ channel_id, content: text, author: { id: me.id, username: me.name } })) };
  }

  function state(as) {
    const me = as ? member(as) : members[0];
    return {
      me, members, bots: [bot],
      team: teams.find((team) => team.id === me.teamId),
      channels: channelsOf(me),
      roles: roles.filter((role) => role.teamId === me.teamId),
      commands: commandsOf(me),
      messages: messages.filter((message) => sees(me, message)).map(shown),
    };
  }

  function openStream(as, request, response) {
    const listener = { me: member(as), response };
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(': hello\n\n');
    listeners.add(listener);
    request.on('close', () => listeners.delete(listener));
  }

  async function route(request, response) {
    const url = new URL(request.url, 'http://stub');
    const as = url.searchParams.get('as');
    const json = (body, status = 200) => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    try {
      if (url.pathname === '/page/state') json(state(as));
      else if (url.pathname === '/page/events') openStream(as, request, response);
      else if (url.pathname === '/page/interactions') json(await interact(await bodyOf(request)));
      else if (url.pathname === '/page/messages') json(speak(await bodyOf(request)));
      else if (url.pathname === '/page/gallery') json([{ title: 'Bridge', pictures: [{ file: 'bridge.png', label: 'Bridge', alt: 'A bridge' }] }]);
      else if (url.pathname.endsWith('.gif')) response.writeHead(200, { 'Content-Type': 'image/gif' }).end(film);
      else if (url.pathname.startsWith('/page/gallery/')) response.writeHead(200, { 'Content-Type': 'image/png' }).end(picture);
      else if (url.pathname.startsWith('/cdn/')) response.writeHead(200, { 'Content-Type': 'image/png' }).end(picture);
      else await sendFile(url.pathname, response);
    } catch (error) {
      json({ error: error.message }, error.refused ? 400 : 500);
    }
  }

  const server = createServer(route);
  await new Promise((resolve) => { server.listen(port, '127.0.0.1', resolve); });
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    say: (text) => speak({ as: members[1].id, channel_id: channels[0].id, text }),
    tell: (fields) => post({ channel_id: channels[0].id, author, ...fields }),
    setOnline: (online) => {
      bot.online = online;
      tell('bots', {});
    },
    cut: () => listeners.forEach(({ response }) => response.destroy()),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function refuse(sentence) {
  throw Object.assign(new Error(sentence), { refused: true });
}

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

async function sendFile(path, response) {
  const file = join(pageFolder, normalize(path === '/' ? '/index.html' : path));
  const content = await readFile(file).catch(() => null);
  const headers = { 'Content-Type': types[extname(file)] ?? 'text/plain', 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' };
  response.writeHead(content ? 200 : 404, headers).end(content ?? 'Not found');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { address } = await startStub(Number(process.argv[2] ?? 5081));
  console.log(`The page is at ${address}`);
}
