-- Teams whose server removed the bot. Their reminders rest; after 30 days all that is theirs is erased.
create table suspended_teams (
  team_id bigint primary key,
  suspended_at bigint not null
);

-- The gateway sessions that were begun in the last 24 hours: Discord resets the token of a bot that begins 1000.
create table gateway_identifies (
  at bigint not null
);
create index gateway_identifies_by_time on gateway_identifies (at);

-- Starts in a row that ended because Discord refused the token; a start that is let in empties it.
create table refused_starts (
  at bigint not null
);
