-- Distance and reach: who is nearest to whom in three structures, and what a new station at each
-- municipality's centre would bring nearer.
--
-- The measure («maal») is straight-line kilometres. Where travel times are supplied it is minutes,
-- everywhere, and the two are never mixed: a municipality without travel time has no measure and is
-- counted as not covered. Travel time is given from a municipality and holds for all who live
-- there; a pair that is not given is a journey that cannot be made. A structure whose own stations
-- (closed or new) have no travel time at all has no measure, since nothing is known about it.

-- Every station in one of three layers, and the one season it is open in, where it has one.
create table sted as
select
    tjenestested_id as sted_id,
    if(status = 'aktiv', 'i_dag', 'nedlagt') as lag,
    null as sesong,
    navn,
    sted,
    kommunenummer,
    lat,
    lon
from tjenestested
union all
select
    sted as sted_id,
    'nytt' as lag,
    sesong,
    sted as navn,
    sted,
    kommunenummer,
    lat,
    lon
from nytt_tjenestested
order by lag, sted_id;

-- A structure with a season has of the stations that are open in one season only those of that one.
create table struktur_lag (struktur varchar, lag varchar, sesong varchar);

insert into struktur_lag values
('i_dag', 'i_dag', null),
('foer_2017', 'i_dag', null),
('foer_2017', 'nedlagt', null),
('med_nye', 'i_dag', null),
('med_nye', 'nytt', null),
('med_nye_helaar', 'i_dag', null),
('med_nye_helaar', 'nytt', 'helaar'),
('med_nye_sommer', 'i_dag', null),
('med_nye_sommer', 'nytt', 'sommer'),
('med_nye_vinter', 'i_dag', null),
('med_nye_vinter', 'nytt', 'vinter');

-- Whether a station with a season, or none, is open in the one that is asked for, or in any.
create macro er_aapent(stedets, valgt) as
(valgt is null or stedets is null or stedets = valgt);

create table reisetid as
select
    fra_kommunenummer,
    til_id,
    minutter
from kilde_reisetid
order by fra_kommunenummer, til_id;

-- The station that takes least time from each municipality, in each structure.
create table raskest as
with
    oppgitt as (
        select
            r.fra_kommunenummer as kommunenummer,
            s.lag,
            s.sesong,
            s.sted_id,
            r.minutter
        from reisetid as r
        inner join sted as s on r.til_id = s.sted_id
    ),

    kjente_strukturer as (
        select struktur
        from struktur_lag
        group by struktur
        having bool_and(lag in (select o.lag from oppgitt as o))
    )

select
    o.kommunenummer,
    l.struktur,
    o.sted_id,
    o.minutter
from oppgitt as o
inner join struktur_lag as l on o.lag = l.lag and er_aapent(o.sesong, l.sesong)
where l.struktur in (select k.struktur from kjente_strukturer as k)
qualify
    row_number() over (
        partition by o.kommunenummer, l.struktur
        order by o.minutter, o.lag, o.sted_id
    ) = 1;

create table avstandsmaal as
with
    tall as (
        select
            (
                select count(*)
                from raskest
                where struktur = 'i_dag'
            ) as dekket,
            (select count(*) from kommune) as kommuner,
            (select punkter from kilde_punkter) as levert,
            (select count(*) from punkt) as punkter
    )

select
    if(dekket > 0, 'reisetid', 'luftlinje') as kilde,
    if(dekket > 0, 'min', 'km') as enhet,
    if(levert > 0, 'befolkning_punkt', 'kommunesenter') as punktkilde,
    punkter,
    if(dekket > 0, kommuner - dekket, 0) as kommuner_uten_reisetid
from tall;

create macro himmelretning(lat1, lon1, lat2, lon2) as
(['N', 'NØ', 'Ø', 'SØ', 'S', 'SV', 'V', 'NV'])[
    1 + floor((degrees(atan2(
        sin(radians(lon2 - lon1)) * cos(radians(lat2)),
        cos(radians(lat1)) * sin(radians(lat2))
        - sin(radians(lat1)) * cos(radians(lat2)) * cos(radians(lon2 - lon1))
    )) + 382.5) / 45)::bigint % 8
];

create table kommune_naermest as
with
    valgt as (
        select
            n.kommunenummer,
            n.struktur,
            r.minutter,
            coalesce(r.sted_id, n.sted_id) as sted_id
        from kilde_naermest_senter as n
        left join raskest as r
            on n.kommunenummer = r.kommunenummer and n.struktur = r.struktur
    ),

    maalt as (
        select
            v.kommunenummer,
            v.struktur,
            v.sted_id,
            v.minutter,
            s.navn,
            s.sted,
            km_luftlinje(k.lat, k.lon, s.lat, s.lon) as km,
            himmelretning(k.lat, k.lon, s.lat, s.lon) as retning
        from valgt as v
        inner join kommune as k on v.kommunenummer = k.kommunenummer
        left join sted as s on v.sted_id = s.sted_id
    )

select
    m.kommunenummer,
    m.struktur,
    m.sted_id,
    m.navn,
    m.sted,
    m.km,
    m.minutter,
    if(m.km >= 1, m.retning, null) as himmelretning,
    if(a.enhet = 'min', m.minutter, m.km) as maal
from maalt as m
cross join avstandsmaal as a
order by m.kommunenummer, m.struktur;

create table punkt_naermest as
with
    valgt as (
        select
            n.punkt_id,
            n.struktur,
            n.km,
            p.lat,
            p.lon,
            r.minutter,
            r.sted_id as raskest_id,
            coalesce(r.sted_id, n.sted_id) as sted_id
        from kilde_naermest_punkt as n
        inner join punkt as p on n.punkt_id = p.punkt_id
        left join raskest as r
            on p.kommunenummer = r.kommunenummer and n.struktur = r.struktur
    ),

    maalt as (
        select
            v.punkt_id,
            v.struktur,
            v.sted_id,
            v.minutter,
            s.navn,
            if(v.raskest_id is null, v.km, km_luftlinje(v.lat, v.lon, s.lat, s.lon)) as km
        from valgt as v
        left join sted as s on v.sted_id = s.sted_id
    )

select
    m.punkt_id,
    m.struktur,
    m.sted_id,
    m.navn,
    m.km,
    m.minutter,
    if(a.enhet = 'min', m.minutter, m.km) as maal
from maalt as m
cross join avstandsmaal as a
order by m.struktur, m.punkt_id;

-- Inhabitants by whole kilometres or minutes to the nearest, rounded up: a distance of 15 is within
-- 15. Where there is no measure, `trinn` is null. Reach is asked for with every move of a slider,
-- so it is answered from here and not from some hundred thousand points.
create table kommune_trinn as
with
    trinnvis as (
        select
            p.kommunenummer,
            n.struktur,
            p.innbyggere,
            n.maal,
            ceil(n.maal)::bigint as trinn
        from punkt_naermest as n
        inner join punkt as p on n.punkt_id = p.punkt_id
    )

select
    kommunenummer,
    struktur,
    trinn,
    sum(innbyggere)::bigint as innbyggere,
    sum(innbyggere * maal)::double as samlet,
    count(*) as punkter
from trinnvis
group by kommunenummer, struktur, trinn
order by kommunenummer, struktur, trinn;

-- The three structures as they are in the season that is asked for, null for any.
create macro struktur_i_sesong(struktur, sesong) as
(
    if(
        struktur = coalesce('med_nye_' || sesong, 'med_nye'),
        'med_nye',
        if(starts_with(struktur, 'med_nye'), null, struktur)
    )
);

-- The points that a new station at a municipality's centre would be nearer to than any is today. In
-- minutes the own centre is no journey unless the time is given.
create table naermere as
with
    i_dag as (
        select
            p.punkt_id,
            p.kommunenummer,
            p.innbyggere,
            n.maal
        from punkt as p
        inner join punkt_naermest as n on p.punkt_id = n.punkt_id
        where n.struktur = 'i_dag' and n.maal is not null
    ),

    reiser as (
        select
            k.kommunenummer as kandidat_id,
            r.fra_kommunenummer,
            r.minutter
        from kommune as k
        inner join reisetid as r on k.kommunenummer = r.til_id
        union all
        select
            k.kommunenummer as kandidat_id,
            k.kommunenummer as fra_kommunenummer,
            0 as minutter
        from kommune as k
        anti join reisetid as r
            on k.kommunenummer = r.til_id and k.kommunenummer = r.fra_kommunenummer
    ),

    par as (
        select
            n.kandidat_id,
            n.punkt_id,
            n.km as avstand
        from kilde_naermere as n
        where (select enhet from avstandsmaal) = 'km'
        union all
        select
            r.kandidat_id,
            i.punkt_id,
            r.minutter as avstand
        from reiser as r
        inner join i_dag as i on r.fra_kommunenummer = i.kommunenummer and r.minutter < i.maal
        where (select enhet from avstandsmaal) = 'min'
    )

select
    p.kandidat_id,
    p.punkt_id,
    p.avstand,
    i.kommunenummer,
    i.innbyggere,
    i.maal as avstand_i_dag
from par as p
inner join i_dag as i on p.punkt_id = i.punkt_id
where i.innbyggere > 0
order by p.kandidat_id, p.punkt_id;

-- How much one satisfaction value weighs when people are weighted by it. What is not answered, or
-- cannot be told, is neutral: it must neither move a station to the silent nor away from them.
create macro misnoyevekt(verdi) as
(
    case verdi
        when 'ikke_tilfreds' then 1.0
        when 'delvis' then 0.5
        when 'tilfreds' then 0.0
        else 1.0 / 3
    end
)::double;

drop table kilde_reisetid;

drop table kilde_punkter;

drop table kilde_naermest_punkt;

drop table kilde_naermest_senter;

drop table kilde_naermere;

drop table raskest;
