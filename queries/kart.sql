-- Kommunene på kartet
--
-- Én rad er en kommune i inndelingen 2020–2023. Viser hva kommunen er kodet med for det valgte
-- temaet, og om kommunen er med i utvalget. Kommuner som ikke har svart, har egen verdi; de er
-- aldri bare borte.
--
-- merker: i_utvalg
--
-- kolonner: kommunenummer varchar, navn varchar, politidistrikt varchar, verdi varchar,
-- i_utvalg boolean, innbyggere bigint, til_naermeste double, naermeste_tjenestested varchar,
-- kart_x double, kart_y double, avstandsgruppe varchar

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
    k.kommunenummer,
    k.navn,
    k.politidistrikt,
    m.verdi,
    k.innbyggere,
    k.til_naermeste,
    k.naermeste_tjenestested,
    k.kart_x,
    k.kart_y,
    k.avstandsgruppe,
    k.kommunenummer in (select kommunenummer from i_utvalget) as i_utvalg
from kommune as k
inner join maalt($maal, $forslag) as m on k.kommunenummer = m.kommunenummer
order by k.kommunenummer
