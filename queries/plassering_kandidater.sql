-- Hvor et nytt tjenestested kan ligge i modellen
--
-- Én rad er et kommunesenter i utvalget som modellen kan velge: alle, de som ønsker et tjenestested
-- (ja eller med forbehold), eller de som tilbyr eller vurderer å tilby lokaler.
--
-- innenfor: kommunenummer
--
-- kolonner: kommunenummer varchar, navn varchar, politidistrikt varchar, innbyggere bigint,
-- onsker varchar, lokaler varchar, lat double, lon double, kart_x double, kart_y double

with
    i_utvalget as (
        from utvalg(
            $distrikt::varchar[],
            $fylke::varchar[],
            $innbyggere::varchar[],
            $stasjon,
            $svart
        )
    )

select
    k.kommunenummer,
    k.navn,
    k.politidistrikt,
    k.innbyggere,
    s.onsker,
    s.lokaler,
    k.lat,
    k.lon,
    k.kart_x,
    k.kart_y
from i_utvalget as u
inner join kommune as k on u.kommunenummer = k.kommunenummer
inner join kommunesvarene($forslag) as s on u.kommunenummer = s.kommunenummer
where
    case $kandidater
        when 'onsker' then s.onsker in ('ja', 'betinget')
        when 'tilbyr' then s.lokaler in ('ja', 'vurderes') or s.antall_lokaler > 0
        else true
    end
order by k.kommunenummer
