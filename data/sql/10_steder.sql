-- Places: stations, municipalities, and the straight line between them.

create table tjenestested as
select
    tjenestested_id,
    navn,
    type::varchar as type,
    politidistrikt::varchar as politidistrikt,
    kommunenummer,
    sted,
    lat,
    lon,
    kart_x,
    kart_y,
    presisjon::varchar as presisjon,
    status_2022::varchar as status,
    nedlagt,
    merknad,
    kilde
from kilde_tjenestesteder
order by tjenestested_id;

create table nytt_tjenestested as
select
    sted,
    kommunenummer,
    politidistrikt::varchar as politidistrikt,
    kunngjort,
    apnet,
    etableres,
    sesong::varchar as sesong,
    lat,
    lon,
    kart_x,
    kart_y,
    presisjon::varchar as presisjon,
    kilde,
    merknad
from kilde_nye_tjenestesteder
order by kunngjort, sted;

-- Great-circle kilometres by the haversine formula on a sphere of radius 6 371.0088 km (IUGG mean
-- radius), which differs from the ellipsoid by less than 0.6 %.
create macro km_luftlinje(lat1, lon1, lat2, lon2) as
2 * 6371.0088 * asin(least(1, sqrt(
    power(sin(radians(lat2 - lat1) / 2), 2)
    + cos(radians(lat1)) * cos(radians(lat2)) * power(sin(radians(lon2 - lon1) / 2), 2)
)));

create table kommune as
with
    stasjoner as (
        select
            kommunenummer,
            count(*) filter (where status = 'aktiv') as aktive,
            count(*) filter (where status = 'nedlagt') as nedlagte
        from tjenestested
        group by kommunenummer
    ),

    avstander as (
        select
            k.kommunenummer,
            t.navn,
            t.status,
            km_luftlinje(k.lat, k.lon, t.lat, t.lon) as km
        from kilde_kommuner as k
        cross join tjenestested as t
    ),

    naermest as (
        select
            kommunenummer,
            arg_min(navn, km) filter (where status = 'aktiv') as naermeste_tjenestested,
            min(km) filter (where status = 'aktiv') as til_naermeste,
            min(km) as til_foer_2017
        from avstander
        group by kommunenummer
    ),

    naerhet as (
        select
            a.kommunenummer,
            sum(b.innbyggere_2022) as innbyggere_15_km
        from kilde_kommuner as a
        inner join kilde_kommuner as b on km_luftlinje(a.lat, a.lon, b.lat, b.lon) <= 15
        group by a.kommunenummer
    ),

    navnebrukere as (
        select
            kommunenavn,
            count(*) as antall
        from kilde_kommuner
        group by kommunenavn
    )

select
    k.kommunenummer,
    k.kommunenavn,
    k.fylkesnummer,
    k.fylkesnavn::varchar as fylkesnavn,
    k.politidistrikt::varchar as politidistrikt,
    k.innbyggere_2022 as innbyggere,
    k.kommunesenter,
    k.lat,
    k.lon,
    k.kart_x,
    k.kart_y,
    n.naermeste_tjenestested,
    n.til_naermeste,
    n.til_foer_2017,
    row_number() over (order by k.kommunenummer) - 1 as kart_i,
    if(u.antall > 1, k.kommunenavn || ' (' || k.fylkesnavn::varchar || ')', k.kommunenavn) as navn,
    -- Places in the alphabet, so that a list sorted by name need not know Norwegian.
    row_number() over (order by navn collate nb, k.kommunenummer) as navnerang,
    case
        when k.innbyggere_2022 < 5000 then 'liten'
        when k.innbyggere_2022 < 20000 then 'middels'
        else 'stor'
    end as storrelse,
    case
        when n.til_naermeste < 5 then 'under_5'
        when n.til_naermeste < 15 then '5_14'
        when n.til_naermeste < 30 then '15_29'
        else '30_og_mer'
    end as avstandsgruppe,
    coalesce(s.aktive, 0) as tjenestesteder,
    coalesce(s.nedlagte, 0) as nedlagte_2017,
    h.innbyggere_15_km::bigint as innbyggere_15_km
from kilde_kommuner as k
left join stasjoner as s on k.kommunenummer = s.kommunenummer
left join naermest as n on k.kommunenummer = n.kommunenummer
left join naerhet as h on k.kommunenummer = h.kommunenummer
left join navnebrukere as u on k.kommunenavn = u.kommunenavn
order by k.kommunenummer;

create table politidistrikt as
select * replace (politidistrikt::varchar as politidistrikt)
from kilde_politidistrikter;
