-- Det som må ses på etter innlesingen
--
-- Én rad er én ting i en lest fil som et menneske må se på, og om det er gjort. Viktig er det som
-- kan mangle tekst eller ha feil avsender; kontroller er det programmet har avgjort og et menneske
-- skal se over. Det som bare er til orientering, er ikke med.
--
-- Hele listen, med filnavn og mappe, står i merknader.csv blant kildefilene. Der skrives «gjort»
-- når noe er sett på. Filer som kan være fra privatpersoner, vises her bare med nummer i listen.
--
-- kolonner: merknad_id varchar, alvor varchar, fil varchar, hva varchar, gjort boolean

with
    navngitt as (
        select
            m.merknad_id,
            m.fil,
            m.hva,
            m.alvor,
            m.status,
            coalesce(i.avsendertype not in ('privatperson', 'annet'), false) as er_offentlig
        from merknad as m
        left join innspill as i on m.innspill_id = i.innspill_id
    )

select
    merknad_id,
    alvor,
    if(er_offentlig, fil, '') as fil,
    if(er_offentlig, hva, regexp_replace(hva, '«[^»]*»', '«…»', 'g')) as hva,
    status = 'gjort' as gjort
from navngitt
where alvor <> 'til_orientering'
order by gjort asc, alvor desc, fil asc, merknad_id asc
