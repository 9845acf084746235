-- Hvor mange som sier noe om spørsmålet
--
-- Én rad er hele utvalget. Svart på spørsmålet vil si at svaret har tekst på spørsmålet, eller er
-- kodet med minst én verdi: en utfordring (spørsmål 1), en samarbeidsform eller en ressurs
-- (spørsmål 3). De som har svart med ord uten å nevne noe som er kodet, er også talt for seg. Av
-- kanalene (spørsmål 4) må minst én være nevnt. Dekning regnes i innbyggere: de som bor i kommuner
-- som har svart på spørsmålet.
--
-- kolonner: kommuner bigint, svart bigint, svart_punkt bigint, uten_verdi bigint,
-- innbyggere bigint, innbyggere_svart_punkt bigint

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

    kodet as (
        select distinct kommunenummer
        from kommunekoder($forslag)
        where
            felt = $felt
            or ($felt = 'kanal' and starts_with(felt, 'kanal_') and verdi <> 'ikke_nevnt')
    ),

    paa_punktet as (
        select kommunenummer
        from kodet
        union
        select kommunenummer
        from feltsvarene($forslag)
        where felt = $felt
    )

select
    count(*) as kommuner,
    count(s.innspill_id) as svart,
    count(p.kommunenummer) as svart_punkt,
    count(p.kommunenummer) - count(c.kommunenummer) as uten_verdi,
    coalesce(sum(k.innbyggere), 0)::bigint as innbyggere,
    coalesce(sum(k.innbyggere) filter (where p.kommunenummer is not null), 0)::bigint
        as innbyggere_svart_punkt
from i_utvalget as u
inner join kommune as k on u.kommunenummer = k.kommunenummer
inner join kommunesvar as s on u.kommunenummer = s.kommunenummer
left join paa_punktet as p on u.kommunenummer = p.kommunenummer
left join kodet as c on u.kommunenummer = c.kommunenummer
