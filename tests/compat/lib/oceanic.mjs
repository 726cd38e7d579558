// oceanic.js, a second client that nobody here wrote: it sends other shapes than discord.js does (a token with "Bot", select menus that
// fill themselves with an empty list of options, file parts with names of their own, op 8, commands of types 2 and 3).
import {
  ApplicationCommandTypes, ButtonStyles, Client, ComponentTypes, InteractionTypes, MessageFlags, TextInputStyles,
} from 'oceanic.js';
import { picture } from './bot.mjs';
import { equal, ok, until, within } from './report.mjs';

const { CHAT_INPUT, USER, MESSAGE } = ApplicationCommandTypes;
const row = (...components) => ({ type: ComponentTypes.ACTION_ROW, components });
const button = { type: ComponentTypes.BUTTON, style: ButtonStyles.PRIMARY, customID: 'more', label: 'More' };
const itself = [ComponentTypes.USER_SELECT, ComponentTypes.ROLE_SELECT, ComponentTypes.MENTIONABLE_SELECT, ComponentTypes.CHANNEL_SELECT];

const commands = [
  { type: CHAT_INPUT, name: 'ocean', description: 'Answers with a button', options: [{ type: 3, name: 'name', description: 'Anything', required: true, autocomplete: true }] },
  { type: CHAT_INPUT, name: 'ocean-form', description: 'Opens a form' },
  { type: CHAT_INPUT, name: 'ocean-slow', description: 'Thinks first' },
  { type: USER, name: 'Wave At' },
  { type: MESSAGE, name: 'Read Aloud' },
];

const answers = {
  ocean: (i) => i.createMessage({ content: i.data.options.getString('name'), components: [row(button)], flags: MessageFlags.EPHEMERAL }),
  'ocean-form': (i) => i.createModal({
    customID: 'form', title: 'A form',
    components: [row({ type: ComponentTypes.TEXT_INPUT, customID: 'note', label: 'Note', style: TextInputStyles.SHORT, required: true })],
  }),
  'ocean-slow': async (i) => {
    await i.defer();
    await i.editOriginal({ content: 'Done thinking.', files: [{ name: 'dot.png', contents: picture, field: 'file0' }] });
    await i.createFollowup({ content: 'And more.' });
  },
  'Wave At': (i) => i.createMessage({ content: `waves at ${i.data.target.globalName}` }),
  'Read Aloud': (i) => i.createMessage({ content: `reads ${i.data.target.content}` }),
};

function behave(client, seen) {
  client.on('error', (error) => seen.errors.push(error));
  client.on('messageCreate', (message) => seen.messages.push(message));
  client.on('interactionCreate', async (i) => {
    try {
      if (i.type === InteractionTypes.APPLICATION_COMMAND_AUTOCOMPLETE) await i.result([{ name: 'Wave', value: 'wave' }]);
      else if (i.type === InteractionTypes.MESSAGE_COMPONENT && i.data.customID === 'more') await i.editParent({ content: 'More.', components: [] });
      else if (i.type === InteractionTypes.MESSAGE_COMPONENT) await i.createMessage({ content: `picked ${i.data.values.raw.join()}` });
      else if (i.type === InteractionTypes.MODAL_SUBMIT) await i.createMessage({ content: `Read: ${i.data.components.getTextInput('note')}` });
      else await answers[i.data.name](i);
    } catch (error) {
      seen.errors.push(error);
    }
  });
}

/** Runs its checks in the same report as those of discord.js. */
export async function checkOceanic(base, page, report) {
  const client = new Client({
    auth: `Bot ocean.${process.pid}`,
    rest: { baseURL: new URL('api/v10', base).href },
    gateway: { intents: ['GUILDS', 'GUILD_MESSAGES', 'GUILD_MEMBERS'] },
  });
  const seen = { messages: [], errors: [] };
  behave(client, seen);
  const check = (fact, body) => report.check(`oceanic.js: ${fact}`, body);
  const ready = new Promise((resolve) => { client.once('ready', resolve); });
  let maya;
  let guild;
  let channel;

  await check('it logs in, and knows both teams', async () => {
    await within(15_000, 'ready', Promise.all([client.connect(), ready]));
    equal(client.guilds.size, 2, 'number of teams');
    maya = (await page.state()).members.find((member) => member.name === 'Maya').id;
    guild = client.guilds.find((one) => one.name === 'Northside Track');
    channel = guild.channels.find((one) => one.name === 'strength');
  });
  if (!channel) return client.disconnect(false);

  await check('it registers commands of all three types', async () => {
    equal((await client.application.bulkEditGlobalCommands(commands)).length, commands.length, 'number of commands');
    equal((await page.state(maya)).commands.filter((one) => one.application_id === client.user.id && one.type !== CHAT_INPUT).length, 2, 'menu commands on the page');
  });

  await check('a command is answered, and its button updates the answer', async () => {
    const { message } = await page.line(maya, '/ocean name:tide');
    equal(message?.content, 'tide', 'content');
    equal((await page.press(maya, message, 'more')).message?.content, 'More.', 'content after the press');
  });

  await check('options are suggested', async () => {
    const { choices } = await page.interact(maya, { kind: 'autocomplete', name: 'ocean', options: { name: 'w' }, focused: 'name' });
    equal(choices?.[0]?.value, 'wave', 'suggestion');
  });

  await check('a form is shown and read', async () => {
    const form = await page.line(maya, '/ocean-form');
    equal((await page.interact(maya, { kind: 'form', form_id: form.form_id, values: { note: 'salt' } })).message?.content, 'Read: salt', 'content');
  });

  await check('a slow answer is edited with a file part named file0, and followed up', async () => {
    const { message } = await page.line(maya, '/ocean-slow');
    await until('the edit and the follow-up', async () => {
      const { messages } = await page.state(maya);
      return messages.find((one) => one.id === message.id).attachments[0]?.filename === 'dot.png' && messages.some((one) => one.content === 'And more.');
    });
  });

  await check('commands are used on a person and on a message', async () => {
    const mine = (await page.state(maya)).commands.filter((one) => one.application_id === client.user.id);
    const use = (type, target_id) => page.interact(maya, { kind: 'menu', command_id: mine.find((one) => one.type === type).id, target_id });
    equal((await use(USER, maya)).message?.content, 'waves at Maya', 'content');
    const { message } = await page.line(maya, 'the sea is calm');
    equal((await use(MESSAGE, message.id)).message?.content, 'reads the sea is calm', 'content');
  });

  await check('selects that fill themselves are sent with an empty list of options, and picked from', async () => {
    const sent = await client.rest.request({
      method: 'POST', path: `/channels/${channel.id}/messages`, auth: true,
      json: { content: 'Pick', components: itself.map((type) => ({ type: 1, components: [{ type, custom_id: `pick-${type}`, options: [] }] })) },
    });
    const picked = await page.interact(maya, { kind: 'select', message_id: sent.id, custom_id: `pick-${ComponentTypes.USER_SELECT}`, values: [maya] });
    equal(picked.message?.content, `picked ${maya}`, 'content');
  });

  await check('all members of a team are asked for with op 8', async () => {
    const members = await within(5000, 'the members', guild.requestMembers());
    ok(members.some((member) => member.id === maya), 'Maya is missing');
  });

  await check('a message that mentions it has its content, and no other', async () => {
    await page.line(maya, 'a word among athletes');
    await page.line(maya, `<@${client.user.id}> are you there?`);
    const asked = await until('the mention', () => seen.messages.find((message) => message.content.includes('are you there?')));
    ok(asked.mentions.users.some((user) => user.id === client.user.id), 'it is not among the mentions');
    ok(!seen.messages.some((message) => message.content.includes('among athletes')), 'it reads what is not for it');
  });

  await check('it resumes after its socket was cut', async () => {
    const resumed = new Promise((resolve) => { client.once('shardResume', resolve); });
    await page.fault('drop');
    await within(15_000, 'the resume', resumed);
    equal((await page.line(maya, '/ocean name:back')).message?.content, 'back', 'content');
  });

  await check('it met no error it did not ask for', () => {
    const asked = /1006|Connection reset|closed/i;
    equal(seen.errors.map(String).filter((error) => !asked.test(error)).join('; '), '', 'errors');
  });

  await client.application?.bulkEditGlobalCommands([]);
  return client.disconnect(false);
}
