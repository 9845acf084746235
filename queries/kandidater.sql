-- Stedene som kan komme på tale
--
-- Én rad er en kommune i utvalget som ønsker et tjenestested (ja eller med forbehold), tilbyr eller
-- vurderer lokaler, har lenger enn den valgte avstanden til nærmeste tjenestested i dag, eller fikk
-- et av de 20 som ble besluttet. Et nytt tjenestested regnes å ligge i kommunesenteret, også der et
-- er besluttet, slik at alle steder måles likt. «Flere innenfor» er innbyggere som i dag har lenger
-- enn den valgte avstanden og da får høyst den, i hele landet. «Spart» er innbyggere ganger hvor
-- mye kortere de får. Tallene er tomme for en kommune uten kjent reisetid.
--
-- Naboer som ønsker det samme, er kommuner med felles grense som ønsker et tjenestested; «samme
-- svar» er kommuner som har sendt svaret sammen med denne. Rådet er politidistriktets
-- siste, ellers direktoratets.
--
-- Poengene er en sum av det som taler for stedet, etter vekter leseren setter. Ønske, lokaler og
-- råd teller helt ved ja, halvt ved forbehold, vurderes eller nøytral, og ikke ved nei. Avstand,
-- folk og kriminalitet deles på det største i landet, og misnøye er snittet av punktene som er
-- besvart. Det som er ukjent, gir ingen poeng og sies for seg; ingen regnes som dårligere enn en
-- annen på grunn av noe som er ukjent. En grunn som ikke er kjent for noen kommune, teller ikke.
--
-- Anmeldt per 1 000 er anmeldte lovbrudd begått i kommunen, alle grupper, snitt per år i den nyeste
-- perioden i filen fra SSBs tabell 08487, per 1 000 innbyggere 1. januar 2022, med 95 prosent
-- intervall. Det er tomt der filen ikke er levert eller ikke har tallet, og aldri regnet som null.
--
-- Når en sesong er valgt, regnes besluttede tjenestesteder som er åpne i bare én sesong, bare med i
-- sin egen; ellers regnes alle 20 med. Innbyggerne er de samme: hyttefolk og turister telles ikke.
--
-- innenfor: kommunenummer
--
-- kolonner: kommunenummer varchar, navn varchar, navnerang bigint, politidistrikt varchar,
-- innbyggere bigint, har_svart boolean, onsker varchar, lokaler varchar, lokaltyper varchar[],
-- ledig_fra date,
-- bemanning varchar, tjenestestedstruktur varchar, tjenestetilbud varchar, til_naermeste double,
-- naermeste_tjenestested varchar, flere_innenfor bigint, spart double, naboer varchar[],
-- samme_svar varchar[], anmeldt_per_tusen double,
-- anmeldt_lavest double, anmeldt_hoyest double,
-- raad varchar, raad_fra varchar, besluttet varchar[], sesonger varchar[], stengte varchar[],
-- teller_besluttet boolean, nevner_sesong boolean,
-- kart_x double, kart_y double

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

    svarene as (
        from kommunesvarene($forslag)
    ),

    virkning as (
        select
            kandidat_id,
            sum(innbyggere) filter (
                where avstand <= $grense::double and avstand_i_dag > $grense::double
            ) as flere_innenfor,
            sum(innbyggere * (avstand_i_dag - avstand)) as spart
        from naermere
        group by kandidat_id
    ),

    rom as (
        select
            kommunenummer,
            list(distinct lokaltype order by lokaltype) as lokaltyper,
            min(ledig_fra) as ledig_fra
        from tilbudte_lokaler($forslag)
        group by kommunenummer
    ),

    ved_siden as (
        select
            n.kommunenummer,
            list(k.navn order by k.navn collate nb) as naboer
        from nabo as n
        inner join svarene as s on n.nabo = s.kommunenummer
        inner join kommune as k on n.nabo = k.kommunenummer
        where s.onsker in ('ja', 'betinget')
        group by n.kommunenummer
    ),

    sammen as (
        select
            a.kommunenummer,
            list(k.navn order by k.navn collate nb) as samme_svar
        from gjeldende_innspill as a
        inner join gjeldende_innspill as b
            on a.innspill_id = b.innspill_id and a.kommunenummer <> b.kommunenummer
        inner join kommune as k on b.kommunenummer = k.kommunenummer
        group by a.kommunenummer
    ),

    raadene as (
        select
            kommunenummer,
            arg_max(
                raad, (fra <> 'Politidirektoratet', dato is not null, dato, fra)
            ) as raad,
            arg_max(
                fra, (fra <> 'Politidirektoratet', dato is not null, dato, fra)
            ) as raad_fra
        from raad
        group by kommunenummer
    ),

    nevner_sesong as (
        select distinct kommunenummer
        from kommunekoder($forslag)
        where felt = 'tema' and verdi = 'reiseliv_og_sesong'
    ),

    nye as (
        select
            kommunenummer,
            list(sted order by kunngjort, sted) as besluttet,
            list(sesong order by kunngjort, sted) as sesonger,
            list(sted order by kunngjort, sted)
            filter (where not er_aapent(sesong, $sesong)) as stengte,
            bool_or(er_aapent(sesong, $sesong)) as er_aapent
        from nytt_tjenestested
        group by kommunenummer
    )

select
    k.kommunenummer,
    k.navn,
    k.navnerang,
    k.politidistrikt,
    k.innbyggere,
    s.onsker,
    s.lokaler,
    r.ledig_fra,
    s.bemanning,
    s.tjenestestedstruktur,
    s.tjenestetilbud,
    n.maal as til_naermeste,
    k.naermeste_tjenestested,
    a.raad,
    a.raad_fra,
    c.per_tusen as anmeldt_per_tusen,
    c.lavest as anmeldt_lavest,
    c.hoyest as anmeldt_hoyest,
    k.kart_x,
    k.kart_y,
    s.innspill_id is not null as har_svart,
    t.kommunenummer is not null as nevner_sesong,
    coalesce(d.besluttet, []) as besluttet,
    coalesce(d.sesonger, []) as sesonger,
    coalesce(d.stengte, []) as stengte,
    coalesce(d.er_aapent, false) as teller_besluttet,
    coalesce(r.lokaltyper, []) as lokaltyper,
    if(n.maal is null, null, coalesce(v.flere_innenfor, 0))::bigint as flere_innenfor,
    if(n.maal is null, null, coalesce(v.spart, 0))::double as spart,
    coalesce(b.naboer, []) as naboer,
    coalesce(g.samme_svar, []) as samme_svar
from i_utvalget as u
inner join kommune as k on u.kommunenummer = k.kommunenummer
inner join svarene as s on u.kommunenummer = s.kommunenummer
inner join kommune_naermest as n on u.kommunenummer = n.kommunenummer and n.struktur = 'i_dag'
left join virkning as v on u.kommunenummer = v.kandidat_id
left join rom as r on u.kommunenummer = r.kommunenummer
left join ved_siden as b on u.kommunenummer = b.kommunenummer
left join sammen as g on u.kommunenummer = g.kommunenummer
left join raadene as a on u.kommunenummer = a.kommunenummer
left join nevner_sesong as t on u.kommunenummer = t.kommunenummer
left join nye as d on u.kommunenummer = d.kommunenummer
left join anmeldt as c
    on u.kommunenummer = c.sted and c.nivaa = 'kommune' and c.lovbruddsgruppe = 'alle'
where
    s.onsker in ('ja', 'betinget')
    or s.lokaler in ('ja', 'vurderes')
    or s.antall_lokaler > 0
    or n.maal > $grense::double
    or d.besluttet is not null
order by k.navn collate nb, k.kommunenummer
