-- What came in: answers, whom they speak for, and which of them governs for each municipality.

create table innspill as
with
    erstatninger as (
        select
            erstatter,
            min(innspill_id) as erstattet_av
        from kilde_innspill
        where erstatter is not null
        group by erstatter
    )

select
    i.innspill_id,
    i.avsender,
    i.avsendertype::varchar as avsendertype,
    string_split(i.kommunenumre, '|') as kommunenumre,
    -- Where nobody noted when a letter came in, its own date is the nearest that is known.
    coalesce(i.dato, i.brevdato) as dato,
    i.brevdato,
    i.malform::varchar as malform,
    i.erstatter,
    e.erstattet_av,
    coalesce(coalesce(i.dato, i.brevdato) > date '2022-06-01', false) as etter_frist,
    i.belegg::varchar as belegg,
    i.kilde,
    i.merknad
from kilde_innspill as i
left join erstatninger as e on i.innspill_id = e.erstatter
order by i.innspill_id;

create table svar as
select * from kilde_svar
order by innspill_id, sporsmal;

create table koding as
select * replace (felt::varchar as felt, kodet_av::varchar as kodet_av)
from kilde_koding;

create table merknad as
select * replace (alvor::varchar as alvor, status::varchar as status)
from kilde_merknader
order by merknad_id;

create table regnskap as
select * from kilde_regnskap
order by mappe, fil;

create table raad as
select * replace (raad::varchar as raad)
from kilde_raad;

create table undersokelse as
select * from kilde_undersokelser;

create table politidekning as
select * from kilde_politidekning;

-- A municipality's own answer goes before a joint one, and that before one from a council; among
-- equals the latest counts. Other senders never speak for a municipality.
create table gjeldende_innspill as
with
    taler_for as (
        select
            i.innspill_id,
            i.dato,
            unnest(i.kommunenumre) as kommunenummer,
            case
                when i.avsendertype = 'kommune' and len(i.kommunenumre) = 1 then 1
                when i.avsendertype = 'kommune' then 2
                when i.avsendertype = 'interkommunalt_raad' then 3
            end as rang
        from innspill as i
        where i.erstattet_av is null and i.kommunenumre is not null
    )

select
    kommunenummer,
    innspill_id,
    rang
from taler_for
where rang is not null
qualify
    row_number() over (
        partition by kommunenummer
        order by rang asc, dato desc nulls last, innspill_id asc
    ) = 1
order by kommunenummer;

-- What a reader may look at: everything, or only what a person has confirmed. All that rests on
-- codes is made for both, and told apart by med_forslag.
create table kodegrunnlag as
select unnest([true, false]) as med_forslag;

create table koder_for_kommuner as
with
    alle as (
        select
            m.med_forslag,
            g.kommunenummer,
            k.* exclude (kommunenummer),
            k.kommunenummer is not null as saerskilt
        from gjeldende_innspill as g
        inner join koding as k
            on
                g.innspill_id = k.innspill_id
                and (k.kommunenummer is null or g.kommunenummer = k.kommunenummer)
        inner join kodegrunnlag as m on m.med_forslag or k.status = 'bekreftet'
        where k.status <> 'avvist'
    )

-- What is coded for this municipality alone goes before what is coded for all in the answer.
select * exclude (saerskilt)
from alle
qualify saerskilt or not bool_or(saerskilt) over (partition by med_forslag, kommunenummer, felt)
order by med_forslag desc, kommunenummer asc, felt asc, verdi asc;

create macro kommunekoder(forslag) as table
    select * exclude (med_forslag)
    from koder_for_kommuner
    where med_forslag = forslag;

create table kommunekoding as
select *
from kommunekoder(true);

create table lokale as
select
    l.lokale_id,
    l.innspill_id,
    l.kommunenummer,
    l.lokaltype::varchar as lokaltype,
    string_split(l.delt_med, '|') as delt_med,
    l.adresse,
    l.areal_m2,
    l.ledig_fra,
    l.tilstand::varchar as tilstand,
    l.utdrag,
    l.betingelse,
    l.status,
    l.regel,
    l.sikkerhet
from kilde_lokaler as l
inner join innspill as i on l.innspill_id = i.innspill_id
where
    i.erstattet_av is null
    and i.avsendertype in ('kommune', 'interkommunalt_raad')
    and l.status <> 'avvist'
order by l.kommunenummer, l.lokale_id;

create macro tilbudte_lokaler(forslag) as table
    select *
    from lokale
    where forslag or status = 'bekreftet';

-- One row per municipality, answered or not. Silence, no code and no answer to the point are three
-- different values, and so is what was never collected.
create table svar_for_kommuner as
with
    kodet as (
        select
            med_forslag,
            kommunenummer,
            max(verdi) filter (where felt = 'tilfreds_bemanning') as bemanning,
            max(verdi) filter (where felt = 'tilfreds_tjenestestedstruktur')
                as tjenestestedstruktur,
            max(verdi) filter (where felt = 'tilfreds_tjenestetilbud') as tjenestetilbud,
            max(verdi) filter (where felt = 'onsker_tjenestested') as onsker,
            max(verdi) filter (where felt = 'tilbyr_lokaler') as lokaler
        from koder_for_kommuner
        group by med_forslag, kommunenummer
    ),

    rom as (
        select
            m.med_forslag,
            l.kommunenummer,
            count(*) as antall_lokaler
        from lokale as l
        inner join kodegrunnlag as m on m.med_forslag or l.status = 'bekreftet'
        group by m.med_forslag, l.kommunenummer
    )

select
    b.med_forslag,
    k.kommunenummer,
    g.innspill_id,
    i.avsender,
    i.dato,
    i.belegg,
    i.etter_frist,
    if(g.innspill_id is null, m.taushet, m.svart) as svarstatus,
    if(g.innspill_id is null, m.taushet, coalesce(c.bemanning, m.ukodet)) as bemanning,
    if(g.innspill_id is null, m.taushet, coalesce(c.tjenestestedstruktur, m.ukodet))
        as tjenestestedstruktur,
    if(g.innspill_id is null, m.taushet, coalesce(c.tjenestetilbud, m.ukodet)) as tjenestetilbud,
    if(g.innspill_id is null, m.taushet, coalesce(c.onsker, m.ukodet)) as onsker,
    if(g.innspill_id is null, m.taushet, coalesce(c.lokaler, m.ukodet)) as lokaler,
    coalesce(r.antall_lokaler, 0) as antall_lokaler
from kommune as k
cross join meta as m
cross join kodegrunnlag as b
left join gjeldende_innspill as g on k.kommunenummer = g.kommunenummer
left join innspill as i on g.innspill_id = i.innspill_id
left join kodet as c on k.kommunenummer = c.kommunenummer and b.med_forslag = c.med_forslag
left join rom as r on k.kommunenummer = r.kommunenummer and b.med_forslag = r.med_forslag
order by b.med_forslag desc, k.kommunenummer asc;

create macro kommunesvarene(forslag) as table
    select * exclude (med_forslag)
    from svar_for_kommuner
    where med_forslag = forslag;

create table kommunesvar as
select *
from kommunesvarene(true);
