-- Hva kommunene ønsker av hver kanal
--
-- Én rad er en av de fem kanalene i spørsmål 4 og et ønske: mer, som i dag, mindre eller ikke
-- nevnt. Teller kommuner i utvalget. Andelen er delt på kommuner som har svart på spørsmål 4, det
-- vil si at minst én av kanalene er nevnt i svaret; «ikke nevnt» er derfor en kanal som mangler i
-- et svar der en annen er nevnt. «Ikke kodet» er en kanal det ikke er tatt stilling til i
-- kodingen. Kommuner uten svar på spørsmål 4 er ikke med i noen av tallene. Innbyggere er de som
-- bor i kommunene med ønsket.
--
-- kolonner: kanal varchar, verdi varchar, kommuner bigint, innbyggere bigint, svart_punkt bigint,
-- andel double

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

    svart_paa_fire as (
        select
            u.kommunenummer,
            u.innbyggere
        from i_utvalget as u
        inner join punktsvarene($forslag) as p on u.kommunenummer = p.kommunenummer
        where p.felt = 'kanal'
    ),

    grunnlag as (
        select count(*) as antall
        from svart_paa_fire
    ),

    kanaler as (
        select distinct felt as kanal
        from nevntene($forslag)
        where starts_with(felt, 'kanal_')
    ),

    onsker as (
        select unnest(['mer', 'som_i_dag', 'mindre', 'ikke_nevnt', 'ikke_kodet']) as verdi
    ),

    kodet as (
        select
            f.innbyggere,
            c.kanal,
            coalesce(k.verdi, 'ikke_kodet') as verdi
        from svart_paa_fire as f
        cross join kanaler as c
        left join nevntene($forslag) as k
            on f.kommunenummer = k.kommunenummer and c.kanal = k.felt
    )

select
    c.kanal,
    o.verdi,
    count(k.kanal) as kommuner,
    coalesce(sum(k.innbyggere), 0)::bigint as innbyggere,
    any_value(g.antall) as svart_punkt,
    count(k.kanal) / any_value(g.antall) as andel
from kanaler as c
cross join onsker as o
cross join grunnlag as g
left join kodet as k on c.kanal = k.kanal and o.verdi = k.verdi
where g.antall > 0
group by c.kanal, o.verdi
order by c.kanal, o.verdi
