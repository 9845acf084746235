-- Tjenestesteder i dag, nedlagte og nye
--
-- Én rad er et tjenestested i utvalgets kommuner: i drift i 2022, vedtatt nedlagt i 2017, eller
-- ett av de 20 som ble besluttet 2022–2023. Status i 2022 er utledet av strukturen fra 2017, ikke
-- av en liste fra 2022. Punktet er tettstedets eller kommunens, ikke byggets.
--
-- Når en sesong er valgt, står et tjenestested som er åpent i bare én sesong, som stengt i de
-- andre. Det er med i listen, men regnes ikke med i rekkevidden.
--
-- innenfor: kommunenummer
--
-- kolonner: sted_id varchar, lag varchar, navn varchar, type varchar, politidistrikt varchar,
-- kommunenummer varchar, kommune varchar, sted varchar, sesong varchar, presisjon varchar,
-- kunngjort varchar, etableres bigint, nedlagt varchar, merknad varchar, kilde varchar,
-- kart_x double, kart_y double, aapent boolean

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

    gamle as (
        select
            tjenestested_id as sted_id,
            if(status = 'aktiv', 'i_dag', 'nedlagt') as lag,
            navn,
            type,
            politidistrikt,
            kommunenummer,
            sted,
            null::varchar as sesong,
            presisjon,
            null::varchar as kunngjort,
            null::bigint as etableres,
            nedlagt,
            merknad,
            kilde,
            kart_x,
            kart_y
        from tjenestested
    ),

    nye as (
        select
            sted as sted_id,
            'nytt' as lag,
            sted as navn,
            'annet' as type,
            politidistrikt,
            kommunenummer,
            sted,
            sesong,
            presisjon,
            kunngjort,
            etableres,
            null::varchar as nedlagt,
            merknad,
            kilde,
            kart_x,
            kart_y
        from nytt_tjenestested
    ),

    alle as (
        select * from gamle
        union all
        select * from nye
    )

select
    a.*,
    k.navn as kommune,
    er_aapent(a.sesong, $sesong) as aapent
from i_utvalget as u
inner join alle as a on u.kommunenummer = a.kommunenummer
inner join kommune as k on a.kommunenummer = k.kommunenummer
order by a.lag, a.navn collate nb
