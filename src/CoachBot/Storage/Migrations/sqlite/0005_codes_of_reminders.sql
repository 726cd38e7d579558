-- Why a reminder was not posted is a code: a word, perhaps with the platform's number after a colon. Sentences are made where they are read.
update strength_days set trouble = case
  when trouble like 'Reminders are off: their channel is gone%' then 'ChannelGone'
  when trouble like 'Reminders are off: I may not write in%' then 'MissingPermission'
  when trouble like 'Reminders are off: I can%t read this strength day%' then 'Unreadable'
  when trouble like 'The last reminder was not posted: the server refused it (code %).' then 'Refused:' || replace(substr(trouble, 63), ').', '')
  when trouble like 'I lost the answer%' then 'AnswerLost'
  when trouble like 'The last reminder could not be posted in time%' then 'TooLate'
  when trouble = 'the bot was not running' then 'NotRunning'
  else 'Refused' end
where trouble is not null;

update reminders set note = case
  when note like 'Reminders are off: their channel is gone%' then 'ChannelGone'
  when note like 'Reminders are off: I may not write in%' then 'MissingPermission'
  when note like 'The last reminder was not posted: the server refused it (code %).' then 'Refused:' || replace(substr(note, 63), ').', '')
  when note like 'I lost the answer%' then 'AnswerLost'
  when note like 'The last reminder could not be posted in time%' then 'TooLate'
  when note = 'the bot was not running' then 'NotRunning'
  else 'Refused' end
where note is not null;

-- 0: no coach has been told of the trouble yet.
alter table strength_days add column trouble_told integer not null default 1;

-- What a coach typed, while something about it is still to be asked.
create table strength_day_drafts (
  id integer primary key autoincrement,         -- never reused: buttons carry it
  team_id integer not null,
  weekdays text not null,                       -- 24: Tuesday and Thursday (ISO)
  local_time text not null,
  time_is_sure integer not null,                -- 1: typed with am, pm or the part of the day
  zone text,                                    -- null: the team's own
  channel_id integer not null,
  role_id integer,
  message text,
  created_at integer not null
);
create index strength_day_drafts_by_age on strength_day_drafts (created_at);
