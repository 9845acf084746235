-- Svarene bak et tall
--
-- Én rad er en kommune i utvalget der svaret er kodet med den verdien som er åpnet, og eventuelt
-- også med en verdi til. Utdraget er ordrett det verdien bygger på; foran og etter står det
-- nærmeste i samme svar. Noen verdier er kodet uten utdrag, og en kanal som ikke er nevnt har
-- ikke noe; der det er flere utdrag, vises ett. For kanalene i spørsmål 4 er bare kommuner som
-- nevner minst én av dem med.
--
-- kolonner: kommunenummer varchar, navn varchar, politidistrikt varchar, innbyggere bigint,
-- til_naermeste double, utdrag varchar, foran varchar, etter varchar, kodet_av varchar

with
    i_utvalget as (
        from utvalg(
            $distrikt::varchar[],
            $fylke::varchar[],
            $innbyggere::varchar[],
            $stasjon,
            $svart
        )
    ),

    svart_paa_fire as (
        select distinct kommunenummer
        from kommunekoding
        where starts_with(felt, 'kanal_') and verdi <> 'ikke_nevnt'
    ),

    ogsaa as (
        select kommunenummer
        from kommunekoding
        where felt = $samtidig_felt and verdi = $samtidig_verdi
    ),

    kodet as (
        select
            k.kommunenummer,
            k.innspill_id,
            k.utdrag,
            k.kodet_av
        from i_utvalget as u
        inner join kommunekoding as k on u.kommunenummer = k.kommunenummer
        where
            k.felt = $felt
            and k.verdi = $verdi
            and (
                not starts_with(k.felt, 'kanal_')
                or k.kommunenummer in (select kommunenummer from svart_paa_fire)
            )
            and (
                $samtidig_felt::varchar is null
                or k.kommunenummer in (select kommunenummer from ogsaa)
            )
        qualify
            row_number() over (partition by k.kommunenummer order by k.utdrag asc nulls last) = 1
    ),

    -- The same words may stand in several answers of a letter; the first question with them counts.
    i_svaret as (
        select
            k.kommunenummer,
            arg_min(s.tekst, s.sporsmal) as tekst
        from kodet as k
        inner join svar as s on k.innspill_id = s.innspill_id and contains(s.tekst, k.utdrag)
        group by k.kommunenummer
    )

select
    k.kommunenummer,
    p.navn,
    p.politidistrikt,
    p.innbyggere,
    p.til_naermeste,
    k.utdrag,
    k.kodet_av,
    left(i.tekst, strpos(i.tekst, k.utdrag) - 1) as foran,
    substr(i.tekst, strpos(i.tekst, k.utdrag) + length(k.utdrag)) as etter
from kodet as k
inner join kommune as p on k.kommunenummer = p.kommunenummer
left join i_svaret as i on k.kommunenummer = i.kommunenummer
where $avstandsgruppe::varchar is null or p.avstandsgruppe = $avstandsgruppe
order by p.navn collate nb
