-- Anmeldte lovbrudd i kommunen
--
-- Én rad er en gruppe av lovbrudd og hvem tallet gjelder: kommunen, politidistriktet den ligger i,
-- eller hele landet. Tallene er fra filen departementet har hentet i SSBs tabell 08487: lovbrudd
-- som er anmeldt, etter kommunen de ble begått i (gjerningskommune), ikke etter hvor noen bor, som
-- snitt per år i den nyeste perioden i filen. De sier hva som er anmeldt, ikke hva som har skjedd.
--
-- Per 1 000 er delt på innbyggerne 1. januar 2022. Intervallet er 95 prosent og eksakt for et
-- tilfeldig antall (Poisson, Garwood 1936): så mye kan tallet i en liten kommune svinge uten at noe
-- er annerledes. Lovbrudd som henger sammen, svinger mer. Distriktet og landet er summen av
-- kommunene som har tall, delt på innbyggerne i de samme kommunene. Uten antall i filen er det SSBs
-- eget tall per 1 000 som står, uten intervall og sum. Det som mangler eller ikke vises hos SSB, er
-- ikke null. Tallene regnes ikke sammen med svarene på brevet. Filteret virker ikke her.
--
-- kolonner: nivaa varchar, lovbruddsgruppe varchar, fra_aar bigint, til_aar bigint, antall double,
-- per_tusen double, lavest double, hoyest double, innbyggere bigint, kommuner bigint,
-- med_tall bigint, ssb double, merke varchar, fil varchar

with
    valgt as (
        select
            kommunenummer,
            politidistrikt
        from kommune
        where kommunenummer = $kommune
    ),

    steder as (
        select
            'kommune' as nivaa,
            kommunenummer as sted
        from valgt
        union all
        select
            'distrikt' as nivaa,
            politidistrikt as sted
        from valgt
        union all
        select
            'landet' as nivaa,
            '' as sted
        from valgt
    )

select
    a.nivaa,
    a.lovbruddsgruppe,
    a.fra_aar,
    a.til_aar,
    a.antall,
    a.per_tusen,
    a.lavest,
    a.hoyest,
    a.innbyggere,
    a.kommuner,
    a.med_tall,
    a.ssb,
    a.merke,
    f.fil
from steder as s
inner join anmeldt as a on s.nivaa = a.nivaa and s.sted = a.sted
inner join kildefil as f on f.tabell = 'anmeldte_lovbrudd'
order by a.lovbruddsgruppe, a.nivaa
