-- Distriktene etter rang
--
-- Én rad er et politidistrikt og et mål. Rang 1 er den høyeste verdien. Andelene er ikke tilfreds,
-- ønsker nytt tjenestested (også med forbehold) og tilbyr eller vurderer lokaler, delt på kommuner
-- som har svart på punktet; kommuner som ikke har svart, og kommuner uten tjenestested, delt på
-- alle; og snittet av avstanden fra kommunesenteret til nærmeste tjenestested i dag, i kilometer
-- luftlinje, eller reisetid i minutter der den er lagt inn. Andeler av svar rangeres bare der minst
-- fem har svart på punktet, slik at ett svar ikke avgjør. Like verdier deler rang. Filteret virker,
-- unntatt valget av distrikt.
--
-- kolonner: politidistrikt varchar, maal varchar, verdi double, teller bigint, nevner bigint,
-- rang bigint, av bigint, landet double

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
            m.i_fokus as teller,
            true as er_svar
        from valgte as v
        inner join kommunemaalene($forslag) as m on v.kommunenummer = m.kommunenummer
        where m.svart_punkt
        union all
        select
            politidistrikt,
            'taushet' as maal,
            taus::double as verdi,
            taus as teller,
            false as er_svar
        from valgte
        union all
        select
            politidistrikt,
            'uten_tjenestested' as maal,
            (tjenestesteder = 0)::double as verdi,
            tjenestesteder = 0 as teller,
            false as er_svar
        from valgte
        union all
        select
            politidistrikt,
            'avstand' as maal,
            til_naermeste as verdi,
            true as teller,
            false as er_svar
        from valgte
    ),

    landet as (
        select
            maal,
            avg(verdi) as landet
        from observert
        group by maal
    ),

    distrikter as (
        select
            politidistrikt,
            maal,
            avg(verdi) as verdi,
            count(*) filter (where teller) as teller,
            count(*) as nevner,
            not any_value(er_svar) or count(*) >= 5 as kan_rangeres
        from observert
        group by politidistrikt, maal
    ),

    rangert as (
        select
            politidistrikt,
            maal,
            rank() over (partition by maal order by verdi desc) as rang,
            count(*) over (partition by maal) as av
        from distrikter
        where kan_rangeres
    )

select
    d.politidistrikt,
    d.maal,
    d.verdi,
    d.teller,
    d.nevner,
    r.rang,
    r.av,
    l.landet
from distrikter as d
inner join landet as l on d.maal = l.maal
left join rangert as r on d.politidistrikt = r.politidistrikt and d.maal = r.maal
order by d.maal, d.politidistrikt collate nb
