// The people, channels and commands the stub pretends to know: the same names as in the real sandbox.

const id = (n) => String(1191168000000000000n + BigInt(n) * 1000003n);

export const teams = [{ id: id(1), name: 'Northside Track' }, { id: id(2), name: 'Westside Runners' }];
export const bot = { id: id(51), name: 'CoachBot', online: true };
export const roles = [
  { id: id(21), name: 'Coaches', teamId: id(1) },
  { id: id(22), name: 'Athletes', teamId: id(1) },
  { id: id(23), name: 'Athletes', teamId: id(2) },
];
export const members = [
  { id: id(31), name: 'Coach Kim', title: 'coach', teamId: id(1), teamName: 'Northside Track' },
  { id: id(32), name: 'Maya', title: 'athlete', teamId: id(1), teamName: 'Northside Track' },
  { id: id(33), name: 'Ana', title: 'athlete', teamId: id(1), teamName: 'Northside Track' },
  { id: id(34), name: 'Zoe', title: 'athlete', teamId: id(2), teamName: 'Westside Runners' },
];
export const channels = [
  { id: id(11), name: 'strength', teamId: id(1) },
  { id: id(12), name: 'coaches', teamId: id(1), coachOnly: true },
  { id: id(14), name: 'long-runs', teamId: id(1) },
  { id: id(13), name: 'strength', teamId: id(2) },
];

export const exercises = ['Bridge', 'Single-leg bridge', 'Side plank', 'Front plank', 'Clamshell', 'Squat', 'Split squat', 'Calf raise', 'Bird dog', 'Dead bug'];

const text = (name, description, more = {}) => ({ type: 3, name, description, ...more });
const subcommand = (name, description, options = []) => ({ type: 1, name, description, options });
const choices = (...names) => names.map((name) => ({ name, value: name.toLowerCase() }));

export const commands = [
  // Known to everybody, and for coaches all the same: who is one is a matter of a role.
  { name: 'close-season', description: 'Coaches: end the season', options: [] },
  { name: 'exercise', description: 'How an exercise is done, with a picture', options: [
    text('name', 'Which exercise', { required: true, autocomplete: true }),
    text('share', 'Who sees the answer', { choices: [{ name: 'Only me', value: 'me' }, { name: 'Everyone here', value: 'everyone' }] }),
  ] },
  { name: 'checkin', description: 'Log a strength session', options: [
    { type: 4, name: 'minutes', description: 'How long it took', min_value: 1, max_value: 180 },
    text('effort', 'How hard it felt', { choices: choices('Easy', 'Right', 'Hard') }),
    text('day', 'When', { autocomplete: true }),
    text('what', 'What you did'),
  ] },
  { name: 'progress', description: 'Your last weeks at a glance', options: [] },
  { name: 'goal', description: 'Write down what you work on', options: [] },
  { name: 'broken', description: 'Never answers, to see how that looks', options: [] },
  { name: 'ladder', description: 'One step after the other', options: [] },
  { name: 'film', description: 'An exercise in motion', options: [] },
  { name: 'Wave at', type: 2, description: '', options: [] },
  { name: 'Read aloud', type: 3, description: '', options: [] },
  { name: 'strength-day', description: 'The team’s strength days', coachOnly: true, default_member_permissions: '32', options: [
    subcommand('add', 'Set strength days with a reminder', [
      text('channel-note', 'A word for the reminder', { max_length: 60 }),
      text('days', 'Which days, such as Tue,Thu', { required: true, autocomplete: true }),
      text('time', 'Local time, such as 15:30', { required: true }),
      { type: 8, name: 'role', description: 'Who is reminded' },
      { type: 7, name: 'channel', description: 'Where the reminder goes' },
      { type: 5, name: 'silent', description: 'Without a sound' },
    ]),
    subcommand('list', 'What is set'),
  ] },
].map((command, index) => ({ id: id(100 + index), type: 1, application_id: bot.id, ...command }));
