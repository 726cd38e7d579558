-- Exercises that a team's coaches added. Public team content: they name no person, and who wrote them is not kept.
create table own_exercises (
  id integer primary key autoincrement,         -- never reused: check-ins carry it as own-<id>
  team_id integer not null,
  name text not null,
  name_key text not null,                       -- the name as the search sees it: two that read alike are one
  level text not null check (level in ('basic', 'advanced')),
  steps text not null,                          -- one a line
  cues text not null,                           -- one a line
  dose text not null,
  timed integer not null,                       -- 1: the dose is seconds, 0: repetitions
  after_id text,                                -- id of the exercise just below it on the ladder
  link text,
  retired integer not null default 0,
  created_at integer not null,
  updated_at integer not null
);
create unique index own_exercises_by_name on own_exercises (team_id, name_key) where retired = 0;
create index own_exercises_by_team on own_exercises (team_id);

-- An import between its report and its Confirm.
create table own_exercise_imports (
  id integer primary key autoincrement,
  team_id integer not null,
  json text not null,
  created_at integer not null
);
