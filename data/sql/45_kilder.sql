-- Where each table comes from, for readers of the method page.

create table kilde as
select * from kilde_kilder
order by all;

-- What somebody has supplied has a source when it is there. When it was fetched, no file says.
insert into kilde
select
    f.tabell,
    v.hva,
    v.utgiver || ', i filen ' || f.fil as utgiver,
    v.lisens,
    '' as hentet,
    v.hvor_sikkert
from kildefil as f
inner join (
    values (
        'anmeldte_lovbrudd',
        'Anmeldte lovbrudd etter gjerningskommune, snitt per år',
        'SSB tabell 08487',
        'CC BY 4.0',
        'Hentet og lagt inn av departementet; sier hva som er anmeldt, ikke hva som har skjedd'
    )
) as v (tabell, hva, utgiver, lisens, hvor_sikkert)
    on f.tabell = v.tabell
where f.rader_godtatt > 0;

drop table kilde_kilder;
