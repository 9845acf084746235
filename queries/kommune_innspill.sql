-- Innspill som gjelder kommunen
--
-- Én rad er et innspill som er sendt av eller på vegne av kommunen som er valgt. Ett av dem
-- gjelder: et eget svar går foran et felles, og et felles foran et fra et råd; av flere gjelder
-- det siste, og et som er erstattet, gjelder ikke. Belegg finnes bare for offentlig kjente
-- uttalelser.
--
-- kolonner: innspill_id varchar, gjelder boolean, avsender varchar, avsendertype varchar,
-- kommuner varchar[], dato date, etter_frist boolean, erstattet_dato date, erstattet boolean,
-- belegg varchar, kilde varchar, merknad varchar

with
    sendt as (
        select
            i.*,
            unnest(i.kommunenumre) as kommunenummer
        from innspill as i
        where
            list_contains(i.kommunenumre, $kommune::varchar)
            and i.avsendertype in ('kommune', 'interkommunalt_raad')
    ),

    navngitt as (
        select
            s.innspill_id,
            list(k.navn order by k.navn collate nb, k.kommunenummer) as kommuner
        from sendt as s
        inner join kommune as k on s.kommunenummer = k.kommunenummer
        group by s.innspill_id
    )

select
    i.innspill_id,
    i.avsender,
    i.avsendertype,
    n.kommuner,
    i.dato,
    i.etter_frist,
    e.dato as erstattet_dato,
    i.belegg,
    i.kilde,
    i.merknad,
    g.innspill_id is not null as gjelder,
    i.erstattet_av is not null as erstattet
from navngitt as n
inner join innspill as i on n.innspill_id = i.innspill_id
left join innspill as e on i.erstattet_av = e.innspill_id
left join gjeldende_innspill as g
    on i.innspill_id = g.innspill_id and g.kommunenummer = $kommune::varchar
order by gjelder desc, i.dato desc nulls last, i.innspill_id asc
