-- Work made without a network arrives later, and a tablet's clock may be wrong by a year. made_at is our reading
-- and what counts; claimed_at is what the device's own clock said, kept as it was said (null: made while
-- connected). Both are words of the iteration and go when it is erased.
alter table iteration add column claimed_at timestamptz;
