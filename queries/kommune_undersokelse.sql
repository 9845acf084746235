-- Undersøkelser med tall for kommunen
--
-- Én rad er ett tall for kommunen fra en undersøkelse departementet har lagt inn, for eksempel DFØs
-- til kommunene eller politiets til innbyggerne. Hvem som er spurt, og hvor mange som svarte, står
-- i raden. En undersøkelse har sin egen skala og sine egne spørsmål: tallene settes ikke sammen med
-- hverandre, og ikke med svarene på brevet. Filteret virker ikke her.
--
-- Intervallet er undersøkelsens eget. Der den ikke oppgir noe, er andelens intervall regnet som om
-- de som svarte, var trukket tilfeldig (Wilson 1927, 95 prosent). Har færre enn ti svart, og det
-- ikke er kommuner som er spurt, vises antallet og ikke verdien.
--
-- kolonner: undersokelse varchar, aar bigint, sporsmal varchar, spurt varchar, n bigint,
-- verdi double, enhet varchar, lavest double, hoyest double, regnet boolean, kilde varchar

select
    undersokelse,
    aar,
    sporsmal,
    spurt,
    n,
    verdi,
    enhet,
    lavest,
    hoyest,
    regnet,
    kilde
from undersokelse_kommune
where kommunenummer = $kommune
order by aar desc, undersokelse asc, sporsmal asc
