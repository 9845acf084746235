-- Hvor mange kommuner som svarte hva
--
-- Én rad er en verdi for det valgte temaet. Teller kommuner i utvalget og innbyggerne deres.
-- «Uklart», «ikke besvart», «ikke kodet» og «har ikke svart» er fire ulike verdier og slås aldri
-- sammen.
--
-- kolonner: verdi varchar, kommuner bigint, innbyggere bigint

with
    i_utvalget as (
        from
            utvalg(
                $distrikt::varchar[], $fylke::varchar[], $innbyggere::varchar[], $stasjon, $svart
            )
    )

select
    m.verdi,
    count(*) as kommuner,
    sum(k.innbyggere)::bigint as innbyggere
from i_utvalget as u
inner join maalt($maal) as m on u.kommunenummer = m.kommunenummer
inner join kommune as k on u.kommunenummer = k.kommunenummer
group by m.verdi
order by m.verdi
