-- Svaret i sin helhet
--
-- Én rad er teksten i svaret på ett av brevets fem spørsmål, ordrett, fra innspillet som gjelder
-- for kommunen som er valgt. Spørsmål 0 er tekst som ikke er delt på spørsmålene. Telefonnumre,
-- e-postadresser og navn på saksbehandlere er utelatt der teksten vises og lastes ned.
--
-- kolonner: sporsmal bigint, tekst varchar, malform varchar

select
    s.sporsmal,
    s.tekst,
    i.malform
from gjeldende_innspill as g
inner join svar as s on g.innspill_id = s.innspill_id
inner join innspill as i on g.innspill_id = i.innspill_id
where g.kommunenummer = $kommune
order by s.sporsmal
