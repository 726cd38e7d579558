-- Since when the platform has let nothing of ours into the channel; null: reminders go out. A coach who adds the day again switches it on.
alter table strength_days add column off_since bigint;
