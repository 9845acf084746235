-- Avisenes telling av svarene
--
-- Én rad er et tall som avisene publiserte da de hadde lest svarene på brevet 22/535. En kommune er
-- regnet til det ene av tre: ønsker nytt tjenestested, ønsker det ikke, eller svaret er vanskelig å
-- tolke. Tellingen er avisenes egen og bygger ikke på kodene her; der heter det siste «uklart».
--
-- kolonner: gruppe varchar, indikator varchar, verdi double, enhet varchar, kilde varchar

select
    gruppe,
    indikator,
    verdi,
    enhet,
    kilde
from undersokelse
where undersokelse = 'Gjennomgang av svarene på brevet 22/535'
order by verdi desc, gruppe asc
