-- Lokaler som kommunene tilbyr
--
-- Én rad er ett lokale som en kommune i utvalget tilbyr eller vurderer å tilby, og som passer med
-- valgt lokaltype, ønske og søkeord. Ett innspill kan tilby flere lokaler. Avstanden er luftlinje,
-- eller reisetid der den er lagt inn, fra senteret til nærmeste tjenestested i dag. Innbyggere i
-- nærheten er summen for kommuner med senter innen 15 km luftlinje fra dette kommunesenteret.
--
-- innenfor: kommunenummer
--
-- kolonner: lokale_id varchar, kommunenummer varchar, kommune varchar, kommune_rang bigint,
-- politidistrikt varchar,
-- tilbyr varchar, lokaltype varchar, delt_med varchar[], onsker varchar, til_naermeste double,
-- naermeste_tjenestested varchar, innbyggere bigint, innbyggere_15_km bigint, areal_m2 bigint,
-- ledig_fra date, tilstand varchar, adresse varchar, utdrag varchar, malform varchar

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

    tilbud as (
        select
            l.lokale_id,
            l.kommunenummer,
            k.navn as kommune,
            k.navnerang as kommune_rang,
            k.politidistrikt,
            s.lokaler as tilbyr,
            l.lokaltype,
            l.delt_med,
            s.onsker,
            k.til_naermeste,
            k.naermeste_tjenestested,
            k.innbyggere,
            k.innbyggere_15_km,
            l.areal_m2,
            l.ledig_fra,
            l.tilstand,
            l.adresse,
            l.utdrag,
            i.malform,
            lower(concat_ws(
                ' ',
                k.navn,
                k.kommunenummer,
                (
                    -- Few keyboards have their letters.
                    select string_agg(n.navn || ' ' || strip_accents(n.navn), ' ')
                    from stedsnavn as n
                    where n.kommunenummer = k.kommunenummer
                ),
                k.politidistrikt,
                l.lokaltype,
                array_to_string(l.delt_med, ' '),
                l.adresse,
                l.utdrag
            )) as soketekst
        from i_utvalget as u
        inner join tilbudte_lokaler($forslag) as l on u.kommunenummer = l.kommunenummer
        inner join kommune as k on u.kommunenummer = k.kommunenummer
        inner join kommunesvarene($forslag) as s on u.kommunenummer = s.kommunenummer
        inner join innspill as i on l.innspill_id = i.innspill_id
    )

select * exclude (soketekst)
from tilbud
where
    (len($lokaltype::varchar[]) = 0 or list_contains($lokaltype::varchar[], lokaltype))
    and (len($onsker::varchar[]) = 0 or list_contains($onsker::varchar[], onsker))
    and contains(soketekst, lower($sok))
order by til_naermeste desc, kommune collate nb, lokale_id asc
