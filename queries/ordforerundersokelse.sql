-- Politiforums spørreundersøkelse blant ordførere
--
-- Én rad er et publisert tall fra Politiforums undersøkelse i 2021, året før brevet. Den spurte
-- ordførere om hva de mente; svarene på brevet er kommunenes. Enheten sier hvor mange tallet er av.
--
-- kolonner: gruppe varchar, indikator varchar, verdi double, enhet varchar, kilde varchar

select
    gruppe,
    indikator,
    verdi,
    enhet,
    kilde
from undersokelse
where undersokelse = 'Politiforums spørreundersøkelse blant ordførere'
order by verdi desc
