// A small bot as any user of discord.js would write it.
import {
  ActionRowBuilder, AttachmentBuilder, ButtonBuilder, ButtonStyle, Client, ContainerBuilder, DefaultRestOptions, EmbedBuilder, GatewayIntentBits,
  LabelBuilder, MediaGalleryBuilder, MessageFlags, ModalBuilder, PermissionFlagsBits, RoleSelectMenuBuilder, SectionBuilder, SeparatorBuilder,
  SlashCommandBuilder, StringSelectMenuBuilder, TextDisplayBuilder, TextInputBuilder, TextInputStyle, ThumbnailBuilder,
} from 'discord.js';

export const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** observe(method, url, body, status, text) is called for every REST response, before the client sees it. */
export function newClient(api, observe) {
  const makeRequest = async (url, init) => {
    const response = await DefaultRestOptions.makeRequest(url, init);
    const text = await response.text();
    observe(init.method, url, init.body, response.status, text);
    return new Response(text || null, { status: response.status, statusText: response.statusText, headers: response.headers });
  };
  return new Client({ intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages], rest: { api, timeout: 5000, makeRequest } });
}

export const commands = [
  new SlashCommandBuilder()
    .setName('compat')
    .setDescription('Answers with a button')
    .addStringOption((o) => o.setName('name').setDescription('Anything').setRequired(true).setAutocomplete(true))
    .addIntegerOption((o) => o.setName('sets').setDescription('How many').setMinValue(1).setMaxValue(9))
    .addRoleOption((o) => o.setName('role').setDescription('Somebody'))
    .addChannelOption((o) => o.setName('where').setDescription('Somewhere'))
    .addUserOption((o) => o.setName('who').setDescription('A member')),
  new SlashCommandBuilder().setName('compat-form').setDescription('Opens a form'),
  new SlashCommandBuilder().setName('compat-slow').setDescription('Thinks first'),
  new SlashCommandBuilder().setName('compat-picture').setDescription('Shows a picture'),
  new SlashCommandBuilder()
    .setName('compat-coach')
    .setDescription('For coaches')
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
    .addSubcommand((s) => s.setName('add').setDescription('Adds').addStringOption((o) => o.setName('days').setDescription('Days').setRequired(true))),
].map((command) => command.toJSON());

const again = () => new ActionRowBuilder().addComponents(new ButtonBuilder().setCustomId('again').setLabel('Again').setStyle(ButtonStyle.Primary));

const answers = {
  compat: async (i) => {
    const role = i.options.getRole('role');
    const channel = i.options.getChannel('where');
    const user = i.options.getUser('who');
    await i.reply({
      content: [i.options.getString('name'), i.options.getInteger('sets'), role?.name, channel?.name, user?.displayName].filter(Boolean).join(' | '),
      components: [again()],
      flags: MessageFlags.Ephemeral,
    });
  },
  'compat-form': (i) =>
    i.showModal(
      new ModalBuilder().setCustomId('form').setTitle('A form').addLabelComponents(
        new LabelBuilder().setLabel('Note').setTextInputComponent(new TextInputBuilder().setCustomId('note').setStyle(TextInputStyle.Short).setMaxLength(20)),
      ),
    ),
  'compat-slow': async (i) => {
    await i.deferReply();
    await i.editReply({ content: 'Thought about it.' });
    const extra = await i.followUp({ content: 'One more thing.', flags: MessageFlags.Ephemeral });
    await i.webhook.editMessage(extra.id, { content: 'One last thing.' });
  },
  'compat-picture': async (i) => {
    const reply = await i.reply({
      embeds: [new EmbedBuilder().setTitle('A picture').setImage('attachment://dot.png').addFields({ name: 'Sets', value: '3', inline: true })],
      files: [new AttachmentBuilder(picture, { name: 'dot.png', description: 'A dot' })],
      withResponse: true,
    });
    await i.channel.send({ content: `See ${reply.resource.message.url}`, nonce: 'compat-1', enforceNonce: true });
  },
  'compat-coach': (i) => i.reply(`${i.options.getSubcommand()} ${i.options.getString('days')}`),
};

/** One of everything that components of version 2 offer here. */
export const newLayout = () =>
  new ContainerBuilder()
    .setAccentColor(0x0b5f7d)
    .addTextDisplayComponents(new TextDisplayBuilder().setContent('# Today'))
    .addSectionComponents(
      new SectionBuilder()
        .addTextDisplayComponents(new TextDisplayBuilder().setContent('Bridge'))
        .setThumbnailAccessory(new ThumbnailBuilder().setURL('attachment://dot.png').setDescription('A dot')),
    )
    .addSeparatorComponents(new SeparatorBuilder())
    .addMediaGalleryComponents(new MediaGalleryBuilder().addItems({ media: { url: 'attachment://dot.png' } }))
    .addActionRowComponents(
      new ActionRowBuilder().addComponents(new RoleSelectMenuBuilder().setCustomId('pick-role')),
      new ActionRowBuilder().addComponents(
        new StringSelectMenuBuilder().setCustomId('pick-word').setPlaceholder('A word').addOptions({ label: 'One', value: 'one' }, { label: 'Two', value: 'two' }),
      ),
    );

/** Counts what arrived, so that the checks can ask. */
export function behave(client, seen) {
  client.on('interactionCreate', async (i) => {
    seen.interactions.push(i.id);
    try {
      if (i.isAutocomplete()) await i.respond([{ name: `You typed ${i.options.getFocused()}`, value: 'suggested' }]);
      else if (i.isButton()) await i.update({ content: `Pressed by ${i.user.displayName}`, components: [] });
      else if (i.isRoleSelectMenu()) await i.reply(`picked ${i.roles.first().name}`);
      else if (i.isStringSelectMenu()) await i.reply(`picked ${i.values.join()}`);
      else if (i.isModalSubmit()) await i.reply(`Read: ${i.fields.getTextInputValue('note')}`);
      else if (i.isChatInputCommand()) await answers[i.commandName](i);
    } catch (error) {
      seen.errors.push(error);
    }
  });
  client.on('messageCreate', (message) => seen.messages.push(message));
}
