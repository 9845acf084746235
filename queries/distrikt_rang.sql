-- Distriktene mål for mål
--
-- Én rad er et politidistrikt og et mål, som distriktene rangeres etter. Andelene er ikke tilfreds,
-- ønsker nytt tjenestested (også med forbehold) og tilbyr eller vurderer lokaler, delt på kommuner
-- som har svart på punktet; kommuner som ikke har svart, og kommuner uten tjenestested, delt på
-- alle; og snittet av avstanden fra kommunesenteret til nærmeste tjenestested i dag, i kilometer
-- luftlinje, eller reisetid i minutter der den er lagt inn. Nevneren er de som har svart på
-- punktet; alle er alle kommuner i distriktet, også de tause. Filteret virker, unntatt valget av
-- distrikt.
--
-- kolonner: politidistrikt varchar, maal varchar, verdi double, teller bigint, nevner bigint,
-- alle bigint

with
    i_utvalget as (
        from utvalg(
            []::varchar[],
            $fylke::varchar[],
            $innbyggere::varchar[],
            $stasjon,
            $svart
        )
    ),

    valgte as (
        select
            k.kommunenummer,
            k.politidistrikt,
            k.til_naermeste,
            k.tjenestesteder,
            s.innspill_id is null as taus
        from i_utvalget as u
        inner join kommune as k on u.kommunenummer = k.kommunenummer
        inner join kommunesvar as s on u.kommunenummer = s.kommunenummer
    ),

    observert as (
        select
            v.politidistrikt,
            m.maal,
            m.i_fokus::double as verdi,
            m.i_fokus as teller
        from valgte as v
        inner join kommunemaalene($forslag) as m on v.kommunenummer = m.kommunenummer
        where m.svart_punkt
        union all
        select
            politidistrikt,
            'taushet' as maal,
            taus::double as verdi,
            taus as teller
        from valgte
        union all
        select
            politidistrikt,
            'uten_tjenestested' as maal,
            (tjenestesteder = 0)::double as verdi,
            tjenestesteder = 0 as teller
        from valgte
        union all
        select
            politidistrikt,
            'avstand' as maal,
            til_naermeste as verdi,
            true as teller
        from valgte
    ),

    storrelser as (
        select
            politidistrikt,
            count(*) as alle
        from valgte
        group by politidistrikt
    )

select
    o.politidistrikt,
    o.maal,
    avg(o.verdi) as verdi,
    count(*) filter (where o.teller) as teller,
    count(*) as nevner,
    any_value(s.alle) as alle
from observert as o
inner join storrelser as s on o.politidistrikt = s.politidistrikt
group by o.politidistrikt, o.maal
order by o.maal, o.politidistrikt collate nb
