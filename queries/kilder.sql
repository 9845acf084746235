-- Kilder til felles tabeller
--
-- Én rad er en kilde til en tabell som alle datasett bruker, med utgiver, lisens, når den er hentet
-- og hvor sikker den er. «Fakta» er opplysninger som ikke er vernet av en lisens.
--
-- kolonner: tabell varchar, hva varchar, utgiver varchar, lisens varchar, hentet varchar,
-- hvor_sikkert varchar

select
    tabell,
    hva,
    utgiver,
    lisens,
    hentet,
    hvor_sikkert
from kilde
order by tabell, hva
