-- Nøkkeltall for utvalget
--
-- Én rad er hele utvalget. Svart vil si at kommunen har et gjeldende innspill, eget, felles eller
-- gjennom et råd. Ønsker og tilbud telles i kommuner; «med forbehold» er svar der ønsket har
-- vilkår. «Ukodet» er svar som ingen har kodet på punktet. Avstanden er luftlinje, eller reisetid
-- der den er lagt inn, til nærmeste tjenestested: gjennomsnitt av kommunene, og gjennomsnitt der
-- hver innbygger teller likt.
--
-- kolonner: kommuner bigint, svart bigint, etter_frist bigint, innbyggere bigint, innbyggere_svart
-- bigint, onsker bigint, onsker_med_forbehold bigint, onsker_ikke bigint, onsker_uklart bigint,
-- onsker_ukodet bigint, tilbyr bigint, onsker_og_tilbyr bigint, vurderes bigint,
-- lokaler_ukodet bigint, lokaler_kjent bigint, lokaler bigint,
-- snitt_kommune double, snitt_innbygger double, uten_tjenestested bigint

with
    i_utvalget as (
        from valgte(
            'utvalgsgrunnlag',
            $distrikt::varchar[],
            $fylke::varchar[],
            $innbyggere::varchar[],
            $stasjon,
            $svart,
            $forslag
        )
    )

select
    count(*) as kommuner,
    count(*) filter (where har_svart) as svart,
    count(*) filter (where etter_frist) as etter_frist,
    coalesce(sum(innbyggere), 0)::bigint as innbyggere,
    coalesce(sum(innbyggere) filter (where har_svart), 0)::bigint as innbyggere_svart,
    count(*) filter (where onsker in ('ja', 'betinget')) as onsker,
    count(*) filter (where onsker = 'betinget') as onsker_med_forbehold,
    count(*) filter (where onsker = 'nei') as onsker_ikke,
    count(*) filter (where onsker = 'uklart') as onsker_uklart,
    count(*) filter (where onsker = 'ikke_kodet') as onsker_ukodet,
    count(*) filter (where lokaler = 'ja') as tilbyr,
    count(*) filter (
        where onsker in ('ja', 'betinget') and lokaler = 'ja'
    ) as onsker_og_tilbyr,
    count(*) filter (where lokaler = 'vurderes') as vurderes,
    count(*) filter (where lokaler = 'ikke_kodet') as lokaler_ukodet,
    count(*) filter (where lokaler not in ('ikke_svart', 'ikke_innhentet')) as lokaler_kjent,
    coalesce(sum(antall_lokaler), 0)::bigint as lokaler,
    avg(til_naermeste) as snitt_kommune,
    sum(til_naermeste * innbyggere) / nullif(sum(innbyggere), 0) as snitt_innbygger,
    count(*) filter (where not har_tjenestested) as uten_tjenestested
from i_utvalget
