-- Datagrunnlaget
--
-- Én rad er datasettet som vises: innspill i alt, hvor mange som er fra kommuner, som er erstattet
-- av et senere og som kom etter fristen 1. juni 2022, og kilderader satt til side under byggingen.
--
-- kolonner: innspill bigint, fra_kommuner bigint, fra_andre bigint, erstattet bigint,
-- etter_frist bigint, satt_til_side bigint

select
    count(*) as innspill,
    count(*) filter (where avsendertype = 'kommune') as fra_kommuner,
    count(*) filter (where avsendertype <> 'kommune') as fra_andre,
    count(*) filter (where erstattet_av is not null) as erstattet,
    count(*) filter (where etter_frist) as etter_frist,
    (select count(*) from avvist) as satt_til_side
from innspill
