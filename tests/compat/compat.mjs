// node compat.mjs BASEURL: lets discord.js and oceanic.js, clients nobody here wrote, be bots in a running sandbox.
import { MessageFlags } from 'discord.js';
import { behave, commands, newClient, newLayout, picture } from './lib/bot.mjs';
import { checkOceanic } from './lib/oceanic.mjs';
import { OpenApi } from './lib/openapi.mjs';
import { Page } from './lib/page.mjs';
import { Report, equal, ok, until, within } from './lib/report.mjs';
import { Watch } from './lib/watch.mjs';

const base = new URL(process.argv[2] ?? 'http://127.0.0.1:5080');
const deadline = setTimeout(() => {
  console.log('FAILED: it did not finish within 90 seconds');
  process.exit(1);
}, 90_000);

const page = new Page(base);
const report = new Report();
const openapi = OpenApi.open();
if (!openapi) console.log('skipped: checking against Discord\'s OpenAPI description (set OPENAPI to its path)');

const watch = new Watch(openapi);
const client = newClient(new URL('api', base).href, watch.rest);
const seen = { interactions: [], messages: [], errors: [] };
client.on('raw', watch.event);
behave(client, seen);

let people;
let start;

await report.check('discord.js logs in and gets ready with both teams', async () => {
  const ready = new Promise((resolve) => client.once('clientReady', resolve));
  await within(10_000, 'ready', Promise.all([client.login(`compat.${process.pid}`), ready]));
  equal(client.guilds.cache.size, 2, 'number of teams');
  ok(client.guilds.cache.every((guild) => guild.available && guild.channels.cache.size > 0), 'a team has no channels');
  start = await page.state();
  people = Object.fromEntries(start.members.map((member) => [member.name, member.id]));
  equal(start.bots.find((bot) => bot.id === client.user.id)?.online, true, 'online on the page');
});

if (report.failed) process.exit(report.end());

await report.check('it registers commands', async () => {
  const registered = await client.application.commands.set(commands);
  equal(registered.size, commands.length, 'number of commands');
  const fetched = await client.application.commands.fetch();
  ok(fetched.every((command) => registered.get(command.id).equals(command)), 'a fetched command is not what was registered');
});

await report.check('members see the commands they may use', async () => {
  const names = async (who) => (await page.state(people[who])).commands.map((command) => command.name).join();
  ok((await names('Coach Kim')).includes('compat-coach'), 'the coach misses compat-coach');
  ok(!(await names('Maya')).includes('compat-coach'), 'an athlete sees compat-coach');
});

let reply;
await report.check('a command is answered with a button, for one member only', async () => {
  const answer = await page.line(people.Maya, '/compat name:double leg: bridge sets:3 role:@Athletes where:#strength who:@Ana');
  equal(answer.outcome, 'message', 'outcome');
  reply = answer.message;
  equal(reply.content, 'double leg: bridge | 3 | Athletes | strength | Ana', 'content');
  equal(reply.flags & 64, 64, 'ephemeral flag');
  equal((await page.state(people.Maya)).messages.some((message) => message.id === reply.id), true, 'Maya sees it');
  equal((await page.state(people.Ana)).messages.some((message) => message.id === reply.id), false, 'Ana sees it');
});

await report.check('the button is pressed and answered by an update', async () => {
  const answer = await page.press(people.Maya, reply, reply.components[0].components[0].custom_id);
  equal(answer.outcome, 'message', 'outcome');
  equal(answer.message.id, reply.id, 'message id');
  equal(answer.message.content, 'Pressed by Maya', 'content');
});

await report.check('another member cannot press it', async () => {
  equal((await page.press(people.Ana, reply, 'again')).outcome, 'refused', 'outcome');
});

await report.check('options are suggested', async () => {
  const answer = await page.interact(people.Maya, { kind: 'autocomplete', name: 'compat', options: { name: 'bri' }, focused: 'name' });
  equal(JSON.stringify(answer.choices), JSON.stringify([{ name: 'You typed bri', value: 'suggested' }]), 'choices');
});

await report.check('a form is shown and read', async () => {
  const form = await page.line(people.Maya, '/compat-form');
  equal(form.outcome, 'form', 'outcome');
  equal(form.title, 'A form', 'title');
  const answer = await page.interact(people.Maya, { kind: 'form', form_id: form.form_id, values: { note: 'hello' } });
  equal(answer.message?.content, 'Read: hello', 'content');
});

await report.check('a slow answer is deferred, edited, and followed up', async () => {
  const answer = await page.line(people.Maya, '/compat-slow');
  equal(answer.outcome, 'deferred', 'outcome');
  equal(answer.message.flags & 128, 128, 'loading flag');
  await until('the edit and the follow-up', async () => {
    const { messages } = await page.state(people.Maya);
    const edited = messages.find((message) => message.id === answer.message.id);
    return edited.content === 'Thought about it.' && !(edited.flags & 128) && messages.some((message) => message.content === 'One last thing.');
  });
});

await report.check('a picture is uploaded, shown and served', async () => {
  const answer = await page.line(people.Maya, '/compat-picture');
  const response = await fetch(answer.message.embeds[0].image.url);
  equal(Buffer.compare(Buffer.from(await response.arrayBuffer()), picture), 0, 'difference of the bytes');
  equal(answer.message.embeds[0].image.width, 1, 'width');
  await until('the message that links to it', () => seen.messages.find((message) => message.content.startsWith('See ')));
});

await report.check('a nonce makes a message once', async () => {
  const channel = client.channels.cache.find((candidate) => candidate.name === 'strength');
  const [one, two] = [await channel.send({ content: 'once', nonce: 'same', enforceNonce: true }), await channel.send({ content: 'once', nonce: 'same', enforceNonce: true })];
  equal(two.id, one.id, 'second id');
  const edited = await one.edit('once, edited');
  equal(edited.content, 'once, edited', 'content');
  await one.delete();
});

await report.check('a subcommand reaches its handler', async () => {
  equal((await page.line(people['Coach Kim'], '/compat-coach add days:Tue,Thu')).message?.content, 'add Tue,Thu', 'content');
  equal((await page.line(people.Maya, '/compat-coach add days:Tue')).outcome, 'refused', 'outcome for an athlete');
});

await report.check('a wrong body is refused with the field named', async () => {
  const channel = client.channels.cache.find((candidate) => candidate.name === 'strength');
  const error = await channel.send('x'.repeat(2001)).then(() => null, (refused) => refused);
  equal(error?.code, 50035, 'code');
  ok(error.message.includes('content'), `the error does not name the field: ${error.message}`);
});

await report.check('every other route it knows can be read', async () => {
  const guild = client.guilds.cache.first();
  const channel = guild.channels.cache.find((candidate) => candidate.name === 'strength');
  const sent = await channel.send({ content: 'read me' });
  const command = await client.application.commands.create({ name: 'compat-extra', description: 'Created alone' });
  const home = await guild.commands.create({ name: 'compat-here', description: 'One team only', options: [{ type: 10, name: 'weight', description: 'kg', min_value: 0.5 }] });
  const paths = [
    '/gateway', '/gateway/bot', '/users/@me', '/users/@me/guilds', `/users/${people.Maya}`, '/applications/@me', '/oauth2/applications/@me',
    `/guilds/${guild.id}?with_counts=true`, `/guilds/${guild.id}/channels`, `/guilds/${guild.id}/roles`, `/guilds/${guild.id}/members/${people.Maya}`,
    `/guilds/${guild.id}/members/${client.user.id}`, `/channels/${channel.id}`, `/channels/${channel.id}/messages?limit=10`,
    `/channels/${channel.id}/messages/${sent.id}`, `/applications/${client.user.id}/commands?with_localizations=true`,
    `/applications/${client.user.id}/commands/${command.id}`, `/applications/${client.user.id}/guilds/${guild.id}/commands/${home.id}`,
  ];
  for (const path of paths) ok(await client.rest.get(path), path);
  equal((await command.edit({ description: 'Edited' })).description, 'Edited', 'description');
  await command.delete();
  await guild.commands.set([]);
});

await report.check('components of version 2 and selects come back as described', async () => {
  const channel = client.channels.cache.find((candidate) => candidate.name === 'coaches');
  const sent = await channel.send({ flags: MessageFlags.IsComponentsV2, components: [newLayout()], files: [{ attachment: picture, name: 'dot.png' }] });
  equal(sent.components[0].components.length, 6, 'number of parts');
  const [role, word] = sent.components[0].components.slice(4).map((row) => row.components[0].customId);
  const { messages } = await page.state(people['Coach Kim']);
  const shown = messages.find((message) => message.id === sent.id);
  const pick = (custom_id, values) => page.interact(people['Coach Kim'], { kind: 'select', message_id: shown.id, custom_id, values });
  equal((await pick(role, [start.roles[1].id])).message?.content, `picked ${start.roles[1].name}`, 'content');
  equal((await pick(word, ['two'])).message?.content, 'picked two', 'content');
});

await report.check('a dropped socket is survived by RESUME', async () => {
  const resumed = new Promise((resolve) => client.once('shardResume', resolve));
  await page.fault('drop');
  await within(10_000, 'resume', resumed);
  equal((await page.line(people.Maya, '/compat name:back')).message?.content, 'back', 'content');
});

await report.check('a command typed while the socket is down is replayed', async () => {
  const resumed = new Promise((resolve) => client.once('shardResume', resolve));
  await page.fault('drop');
  const answer = page.line(people.Maya, '/compat name:meanwhile');
  await within(10_000, 'resume', resumed);
  equal((await answer).message?.content, 'meanwhile', 'content');
});

await report.check('op 7 is followed by RESUME', async () => {
  const resumed = new Promise((resolve) => client.once('shardResume', resolve));
  await page.fault('reconnect');
  await within(10_000, 'resume', resumed);
  equal((await page.line(people.Maya, '/compat name:moved')).message?.content, 'moved', 'content');
});

await report.check('an interaction delivered twice can be answered once: 40060', async () => {
  const last = seen.interactions.at(-1);
  await page.fault('repeat');
  await until('the second delivery', () => seen.errors.find((error) => error.code === 40060));
  equal(seen.interactions.at(-1), last, 'id');
  seen.errors.length = 0;
});

await report.check('op 9 is followed by a new session', async () => {
  const ready = new Promise((resolve) => client.once('shardReady', resolve));
  await page.fault('invalidate');
  await within(20_000, 'ready', ready);
  equal((await page.line(people.Maya, '/compat name:new')).message?.content, 'new', 'content');
});

await report.check('the bot met no error it did not ask for', () => equal(seen.errors.map(String).join('; '), '', 'errors'));

if (openapi) {
  await report.check('all of it is as Discord describes it', async () => {
    ok(openapi.checked > 40, `only ${openapi.checked} bodies were checked`);
    for (const [problem, value] of openapi.problems) console.log(`  ${problem}\n    ${JSON.stringify(value)?.slice(0, 600)}`);
    equal(openapi.problems.size, 0, 'number of differences');
  });
  console.log(`checked: ${openapi.checked} bodies and payloads against Discord's OpenAPI description`);
}

await client.application?.commands.set([]);
await client.destroy();
await checkOceanic(base, page, report);
clearTimeout(deadline);
process.exit(report.end());
