-- What a learner tagged a piece with comes along into a collection like their reflections: when they tick it there.
create or replace view chosen_beside with (security_invoker = true) as
  select x.collection_id, x.choice_id, r.id as reflection_id, null::uuid as feedback_id, null::uuid as tag_id
  from present_choice x join standing_reflection r
    on r.id = any(x.beside) and r.piece_id = x.piece_id and r.learner_id = x.learner_id
  where x.rests is null
  union all
  select x.collection_id, x.choice_id, null, f.id, null
  from present_choice x join iteration i on i.piece_id = x.piece_id
    join feedback f on f.iteration_id = i.id and f.id = any(x.beside)
  where x.rests is null
    and not exists (select 1 from standing_deletion d where d.iteration_id = i.id)
    and not exists (select 1 from retraction t where t.feedback_id = f.id)
  union all
  select x.collection_id, x.choice_id, null, null, g.id
  from present_choice x join tag g
    on g.id = any(x.beside) and g.piece_id = x.piece_id and g.learner_id = x.learner_id and g.removed_at is null
  where x.rests is null;

-- A tag that was removed since is no longer shown of a copy either.
create or replace view showcase_resting with (security_invoker = true) as
  select s.id as showcase_id, c.value ->> 'id' as rests
  from showcase s
  join collection_copy k on k.id = s.copy_id
  cross join lateral jsonb_array_elements(k.content -> 'sections') e
  cross join lateral jsonb_array_elements(e.value -> 'choices') c
  left join piece p on p.id = (c.value -> 'piece' ->> 'id')::uuid
  where p.id is null
    or exists (select 1 from standing_deletion d where d.piece_id = p.id and d.iteration_id is null)
    or (exists (select 1 from share h join withdrawal w on w.share_id = h.id
          where h.piece_id = p.id and w.withdrawn_at > k.copied_at)
        and not exists (select 1 from live_share h where h.piece_id = p.id))
    or exists (select 1 from jsonb_array_elements(c.value -> 'iterations') t
        left join iteration i on i.id = (t.value ->> 'id')::uuid
        where i.id is null or i.revision <> (t.value ->> 'revision')::integer
          or exists (select 1 from standing_deletion d where d.iteration_id = i.id))
  union all
  select s.id, b.value ->> 'id'
  from showcase s
  join collection_copy k on k.id = s.copy_id
  cross join lateral jsonb_array_elements(k.content -> 'sections') e
  cross join lateral jsonb_array_elements(e.value -> 'choices') c
  cross join lateral jsonb_array_elements(c.value -> 'beside') b
  where case b.value ->> 'kind'
    when 'reflection' then not exists (select 1 from standing_reflection r
      where r.id = (b.value ->> 'id')::uuid and r.revision = (b.value ->> 'revision')::integer)
    when 'tag' then not exists (select 1 from tag g
      where g.id = (b.value ->> 'id')::uuid and g.removed_at is null)
    else not exists (select 1 from feedback f
        where f.id = (b.value ->> 'id')::uuid and f.revision = (b.value ->> 'revision')::integer)
      or exists (select 1 from retraction t where t.feedback_id = (b.value ->> 'id')::uuid) end;
