-- Anmeldte lovbrudd i politidistriktet
--
-- Én rad er en gruppe av lovbrudd og hvem tallet gjelder: det valgte politidistriktet, eller
-- hele landet. Tallene er fra filen departementet har hentet i SSBs tabell 08487: lovbrudd som
-- er anmeldt, etter kommunen de ble begått i (gjerningskommune), som snitt per år i den nyeste
-- perioden i filen. De sier hva som er anmeldt, ikke hva som har skjedd.
--
-- Distriktet og landet er summen av kommunene som har tall, delt på innbyggerne 1. januar 2022 i
-- de samme kommunene; hvor mange det er, står i raden. Intervallet er 95 prosent og eksakt for
-- et tilfeldig antall (Poisson, Garwood 1936). Lovbrudd som henger sammen, svinger mer. Det som
-- mangler eller ikke vises hos SSB, er ikke null. Tallene regnes ikke sammen med svarene på
-- brevet, og andre filtre enn distriktet virker ikke her.
--
-- kolonner: nivaa varchar, lovbruddsgruppe varchar, fra_aar bigint, til_aar bigint, antall double,
-- per_tusen double, lavest double, hoyest double, innbyggere bigint, kommuner bigint,
-- med_tall bigint, merke varchar, fil varchar

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
    a.merke,
    f.fil
from anmeldt as a
inner join kildefil as f on f.tabell = 'anmeldte_lovbrudd'
where
    len($distrikt::varchar[]) = 1
    and (
        (a.nivaa = 'distrikt' and list_contains($distrikt::varchar[], a.sted))
        or a.nivaa = 'landet'
    )
order by a.lovbruddsgruppe, a.nivaa
