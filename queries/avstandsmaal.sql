-- Hvordan avstand er målt
--
-- Én rad. Avstand er luftlinje i kilometer, eller reisetid i minutter der departementet har lagt
-- inn reisetider. Reisetid er oppgitt fra kommunen og gjelder alle som bor der; en kommune uten
-- reisetid har ikke noe mål og telles for seg. Innbyggerne regnes fra kommunesenteret, eller fra
-- finere befolkningspunkter der de er lagt inn; kommuner uten punkter regnes da fra senteret.
--
-- kolonner: kilde varchar, enhet varchar, punktkilde varchar, punkter bigint,
-- kommuner_uten_reisetid bigint

select
    kilde,
    enhet,
    punktkilde,
    punkter,
    kommuner_uten_reisetid
from avstandsmaal
