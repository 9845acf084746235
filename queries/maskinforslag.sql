-- Koder som ingen har bekreftet
--
-- Én rad er hele utvalget. Teller kodede verdier i de gjeldende svarene, og hvor mange av dem som
-- er maskinforslag: foreslått av regler eller en språkmodell, eller kodet på en tekst som er endret
-- siden, uten at noen har bekreftet dem. Leses bare bekreftede koder, er det ingen.
--
-- kolonner: koder bigint, forslag bigint

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
    count(*) as koder,
    count(*) filter (where k.status <> 'bekreftet') as forslag
from i_utvalget as u
inner join kommunekoder($forslag) as k on u.kommunenummer = k.kommunenummer
