-- Hvem som får kortere vei av et nytt tjenestested
--
-- Én rad er et punkt i utvalget og et nytt sted i utvalget som ligger nærmere enn alle
-- tjenestestedene i dag: et kommunesenter («senter»), eller et av de 20 som ble besluttet
-- («besluttet»).
--
-- kolonner: kandidat_id varchar, punkt_id bigint, avstand double

with
    i_utvalget as (
        from utvalg(
            $distrikt::varchar[],
            $fylke::varchar[],
            $innbyggere::varchar[],
            $stasjon,
            $svart
        )
    ),

    steder as (
        select
            'senter' as slag,
            kommunenummer as kandidat_id
        from i_utvalget
        union all
        select
            'besluttet' as slag,
            s.sted_id as kandidat_id
        from i_utvalget as u
        inner join sted as s on u.kommunenummer = s.kommunenummer
        where s.lag = 'nytt'
    )

select
    n.kandidat_id,
    n.punkt_id,
    n.avstand
from steder as s
inner join naermere as n on s.slag = n.slag and s.kandidat_id = n.kandidat_id
where s.slag = $slag and n.kommunenummer in (select u.kommunenummer from i_utvalget as u)
order by n.punkt_id, n.avstand, n.kandidat_id
