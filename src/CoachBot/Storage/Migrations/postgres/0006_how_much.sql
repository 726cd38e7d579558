-- How much of an exercise was done, as it was typed. A row is sets that are alike; an exercise whose sets differ has several.
alter table check_in_exercises add column reps_to integer;       -- the upper end of a range
alter table check_in_exercises add column seconds_to integer;
alter table check_in_exercises add column as_many_as_possible boolean not null default false;
alter table check_in_exercises add column only_side text;        -- left, right; null: both, or without sides
alter table check_in_exercises add column load integer;          -- of each piece, in hundredths of its unit
alter table check_in_exercises add column load_unit text;        -- kg, lb, unnamed, bodyweight (nothing but the athlete; never how heavy she is)
alter table check_in_exercises add column load_pieces integer;
