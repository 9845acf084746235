-- Hva et tilbudt lokale ville bety for avstanden
--
-- Én rad er ett tilbudt lokale i utvalgets kommuner, som om det var et tjenestested i tillegg til
-- dem i dag. Lokalet regnes å ligge i kommunesenteret, fordi adressene ikke har koordinater, så
-- lokaler i samme kommune har samme tall. «Flere innenfor» er innbyggere som i dag har lenger enn
-- den valgte avstanden og da får høyst den. «Nærmere» er alle som får kortere vei, også i
-- nabokommuner og utenfor utvalget, med hvor mye kortere i snitt og til sammen. Avstanden er
-- luftlinje i kilometer, ikke reisetid; der departementet har lagt inn reisetider, er den minutter,
-- og tallene er tomme for en kommune uten reisetid.
--
-- innenfor: kommunenummer
--
-- kolonner: lokale_id varchar, kommunenummer varchar, flere_innenfor bigint, naermere bigint,
-- snitt_naermere double, spart double

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

    virkning as (
        select
            kandidat_id,
            sum(innbyggere) filter (
                where avstand <= $grense::double and avstand_i_dag > $grense::double
            ) as flere_innenfor,
            sum(innbyggere) as naermere,
            sum(innbyggere * (avstand_i_dag - avstand)) as spart
        from naermere
        group by kandidat_id
    )

select
    l.lokale_id,
    l.kommunenummer,
    if(n.maal is null, null, coalesce(v.flere_innenfor, 0))::bigint as flere_innenfor,
    if(n.maal is null, null, coalesce(v.naermere, 0))::bigint as naermere,
    if(n.maal is null, null, v.spart / v.naermere)::double as snitt_naermere,
    if(n.maal is null, null, coalesce(v.spart, 0))::double as spart
from i_utvalget as u
inner join tilbudte_lokaler($forslag) as l on u.kommunenummer = l.kommunenummer
inner join kommune_naermest as n on l.kommunenummer = n.kommunenummer and n.struktur = 'i_dag'
left join virkning as v on l.kommunenummer = v.kandidat_id
order by l.lokale_id
