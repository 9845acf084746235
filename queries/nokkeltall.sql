-- Nøkkeltall for utvalget
--
-- Én rad er hele utvalget. Svart vil si at kommunen har et gjeldende innspill, eget, felles eller
-- gjennom et råd. Ønsker og tilbud telles i kommuner; «med forbehold» er svar der ønsket har
-- vilkår. Avstanden er luftlinje, eller reisetid der den er lagt inn, til nærmeste tjenestested:
-- gjennomsnitt av kommunene, og gjennomsnitt der hver innbygger teller likt.
--
-- kolonner: kommuner bigint, svart bigint, etter_frist bigint, innbyggere bigint,
-- innbyggere_svart bigint, onsker bigint, onsker_med_forbehold bigint, onsker_ikke bigint,
-- onsker_uklart bigint, tilbyr bigint, vurderes bigint, lokaler bigint, snitt_kommune double,
-- snitt_innbygger double, uten_tjenestested bigint

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
    count(*) as kommuner,
    count(s.innspill_id) as svart,
    count(*) filter (where s.etter_frist) as etter_frist,
    coalesce(sum(k.innbyggere), 0)::bigint as innbyggere,
    coalesce(sum(k.innbyggere) filter (where s.innspill_id is not null), 0)::bigint
        as innbyggere_svart,
    count(*) filter (where s.onsker in ('ja', 'betinget')) as onsker,
    count(*) filter (where s.onsker = 'betinget') as onsker_med_forbehold,
    count(*) filter (where s.onsker = 'nei') as onsker_ikke,
    count(*) filter (where s.onsker = 'uklart') as onsker_uklart,
    count(*) filter (where s.lokaler = 'ja') as tilbyr,
    count(*) filter (where s.lokaler = 'vurderes') as vurderes,
    coalesce(sum(s.antall_lokaler), 0)::bigint as lokaler,
    avg(k.til_naermeste) as snitt_kommune,
    sum(k.til_naermeste * k.innbyggere) / nullif(sum(k.innbyggere), 0) as snitt_innbygger,
    count(*) filter (where k.tjenestesteder = 0) as uten_tjenestested
from i_utvalget as u
inner join kommune as k on u.kommunenummer = k.kommunenummer
inner join kommunesvar as s on u.kommunenummer = s.kommunenummer
