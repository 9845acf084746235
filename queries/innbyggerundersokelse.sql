-- Politiets innbyggerundersøkelse etter kommunestørrelse
--
-- Én rad er et publisert tall fra politiets innbyggerundersøkelse: andelen innbyggere som er enig i
-- en påstand, i små (under 5 000), mellomstore (5 000–19 999) og store kommuner (20 000 og mer).
-- Undersøkelsen spør innbyggere; svarene på brevet er fra kommuner. Tallene kan derfor ikke regnes
-- sammen. Tall som ikke er publisert, mangler. Kilden er avisen eller nettstedet som gjenga tallet.
--
-- kolonner: indikator varchar, storrelse varchar, aar bigint, andel double, kilde varchar

select
    indikator,
    aar,
    kilde,
    case gruppe
        when 'små kommuner' then 'liten'
        when 'mellomstore kommuner' then 'middels'
        else 'stor'
    end as storrelse,
    verdi / 100 as andel
from undersokelse
where
    undersokelse = 'Politiets innbyggerundersøkelse'
    and gruppe in ('små kommuner', 'mellomstore kommuner', 'store kommuner')
order by indikator asc, storrelse asc, aar desc
