-- Instants are Unix milliseconds (UTC), dates yyyy-MM-dd, local times HH:mm, snowflakes signed 64-bit integers.
-- No health data has a column here, and nothing that a person wrote about a person.

create table secrets (
  name text primary key,
  value blob not null
);

-- Calls of the chat platform that had their effect; written in the same transaction as the effect.
create table seen_interactions (
  id integer primary key,
  seen_at integer not null
);

create table command_registrations (
  application_id integer not null,
  api text not null,
  hash text not null,
  primary key (application_id, api)
);

create table teams (
  id integer primary key,
  zone text,                                    -- IANA id; null until a coach names one
  coach_role_id integer,
  cards_for_everyone integer not null default 0,
  week_start integer not null default 1         -- 1 Monday ... 7 Sunday
);

create table check_ins (
  id integer primary key autoincrement,
  team_id integer not null,
  athlete_id integer not null,
  training_day text not null,
  effort integer check (effort between 1 and 10),
  minutes integer check (minutes between 1 and 300),
  created_at integer not null,
  updated_at integer not null,
  unique (team_id, athlete_id, training_day)
);

create table check_in_exercises (
  check_in_id integer not null references check_ins (id) on delete cascade,
  position integer not null,
  exercise_id text not null,
  sets integer,
  reps integer,
  seconds integer,
  per_side integer not null default 0,
  primary key (check_in_id, position)
);

-- What a check-in was before each change, so that the change can be undone.
create table check_in_changes (
  id integer primary key autoincrement,
  team_id integer not null,
  athlete_id integer not null,
  training_day text not null,
  changed_at integer not null,
  before text                                   -- JSON; null: there was no check-in
);
create index check_in_changes_of_a_day on check_in_changes (team_id, athlete_id, training_day);

create table strength_days (
  id integer primary key autoincrement,         -- never reused: it is part of an occurrence's key
  team_id integer not null,
  number integer not null,                      -- what people call it: No. 1, No. 2 of their team
  weekdays text not null,                       -- 2,4: Tuesday and Thursday (ISO)
  local_time text not null,
  zone text not null,
  channel_id integer not null,
  role_id integer,
  message text,
  created_at integer not null,
  next_date text not null,
  next_due integer not null,
  trouble text,                                 -- why the last reminder was not posted, for the coach
  unique (team_id, number)
);
create index strength_days_by_due on strength_days (next_due);

-- The outbox. One row an occurrence: the key is the scheduled local date, never the instant, which a zone can move.
create table reminders (
  id integer primary key autoincrement,
  strength_day_id integer not null,
  scheduled_date text not null,
  kind text not null,
  team_id integer not null,
  due_at integer not null,
  state text not null,                          -- pending, sent, skipped, refused, unknown
  first_tried_at integer,
  next_try_at integer not null,
  tries integer not null default 0,
  message_id integer,
  note text,
  unique (strength_day_id, scheduled_date, kind)
);
create index reminders_to_send on reminders (next_try_at) where state = 'pending';
