-- What groups of municipalities answered, a row for each measure, question and value, with all that
-- municipalities are chosen by: figures by group are then one scan and one sum. To turn columns
-- into rows when somebody asks took longer than all the rest of the question.
create table gruppesvar as
with
    verdier as (
        unpivot utvalgsgruppe
        on bemanning, tjenestestedstruktur, tjenestetilbud, onsker, lokaler
        into name maal value verdi
    )

select
    *,
    verdi not in ('ikke_besvart', 'ikke_kodet', 'ikke_svart', 'ikke_innhentet') as svart_punkt
from verdier
order by med_forslag desc, gruppering asc, gruppe asc, maal asc, verdi asc, kommunenummer asc;

-- Whether each has answered questions 1, 3 and 4, and named something that is coded.
create table gruppepunkt as
with
    felter as (
        select unnest(['tema', 'samarbeid', 'ressurs', 'kanal']) as felt
    )

select
    u.* exclude (bemanning, tjenestestedstruktur, tjenestetilbud, onsker, lokaler),
    f.felt,
    p.har_verdi,
    p.kommunenummer is not null as svart_punkt
from utvalgsgruppe as u
cross join felter as f
left join punktsvar as p
    on u.med_forslag = p.med_forslag and u.kommunenummer = p.kommunenummer and f.felt = p.felt
order by u.med_forslag desc, u.gruppering asc, f.felt asc, u.gruppe asc, u.kommunenummer asc;

-- What each has named.
create table gruppenevnt as
select
    u.* exclude (bemanning, tjenestestedstruktur, tjenestetilbud, onsker, lokaler),
    n.felt,
    n.verdi
from utvalgsgruppe as u
inner join nevnt_av_kommuner as n
    on u.med_forslag = n.med_forslag and u.kommunenummer = n.kommunenummer
order by
    u.med_forslag desc,
    u.gruppering asc,
    n.felt asc,
    u.gruppe asc,
    n.verdi asc,
    u.kommunenummer asc;
