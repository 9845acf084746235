-- Hvem som får kortere vei av et nytt tjenestested
--
-- Én rad er et punkt i utvalget og et kommunesenter i utvalget som ligger nærmere enn alle
-- tjenestestedene i dag. Et besluttet tjenestested regnes å ligge i kommunesenteret som de andre.
--
-- innenfor: kandidat_id, kommunenummer
--
-- kolonner: kandidat_id varchar, punkt_id bigint, kommunenummer varchar,
-- avstand double

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
    n.kandidat_id,
    n.punkt_id,
    n.kommunenummer,
    n.avstand
from i_utvalget as u
inner join naermere as n on u.kommunenummer = n.kandidat_id
where n.kommunenummer in (select i.kommunenummer from i_utvalget as i)
order by n.punkt_id, n.avstand, n.kandidat_id
