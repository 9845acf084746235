-- Hvor mange som sier noe om spørsmålet
--
-- Én rad er hele utvalget. Svart på spørsmålet vil si at svaret har tekst på spørsmålet, eller er
-- kodet med minst én verdi: en utfordring (spørsmål 1), en samarbeidsform eller en ressurs
-- (spørsmål 3). De som har svart med ord uten å nevne noe som er kodet, er også talt for seg. Av
-- kanalene (spørsmål 4) må minst én være nevnt. Dekning regnes i innbyggere: de som bor i kommuner
-- som har svart på spørsmålet.
--
-- deler: felt
--
-- kolonner: kommuner bigint, svart bigint, svart_punkt bigint, uten_verdi bigint,
-- innbyggere bigint, innbyggere_svart_punkt bigint

with
    felter as (
        select unnest(['tema', 'samarbeid', 'ressurs', 'kanal']) as felt
    ),

    paa_punktet as (
        from
            valgte(
                'gruppepunkt',
                $distrikt::varchar[],
                $fylke::varchar[],
                $innbyggere::varchar[],
                $stasjon,
                $svart,
                $forslag
            )
        where gruppering = 'alle'
    )

select
    f.felt,
    count(p.kommunenummer) as kommuner,
    count(*) filter (where p.har_svart) as svart,
    count(*) filter (where p.svart_punkt) as svart_punkt,
    count(*) filter (where not p.har_verdi) as uten_verdi,
    coalesce(sum(p.innbyggere), 0)::bigint as innbyggere,
    coalesce(sum(p.innbyggere) filter (where p.svart_punkt), 0)::bigint as innbyggere_svart_punkt
from felter as f
left join paa_punktet as p on f.felt = p.felt
group by f.felt
