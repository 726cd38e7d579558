-- The country whose helplines a person in trouble is given; null until a coach names one, and the zone's stands in.
alter table teams add column country text; -- ISO 3166: DE
