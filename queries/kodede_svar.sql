-- Kommunene bak et tall
--
-- Én rad er en kommune i utvalget som har den verdien som er åpnet, og eventuelt også en verdi til.
-- Utdraget er ordrett det en kodet verdi bygger på; foran og etter står det nærmeste i samme svar.
-- Noen verdier er kodet uten utdrag, og det som ikke er sagt, har ikke noe; der det er flere
-- utdrag, vises ett. For kanalene i spørsmål 4 er bare kommuner som nevner minst én av dem med.
-- Hvem som kodet verdien, om en saksbehandler har bekreftet den, og regelen og sikkerheten til et
-- forslag står ved; det noen har avvist, er ikke med i noe tall.
-- Tall som ikke bygger på svar, som avstand, åpnes på samme måte uten utdrag; bak et tall for hvem
-- som bor utenfor rekkevidde, telles bare de innbyggerne som gjør det.
--
-- innenfor: kommunenummer
--
-- kolonner: kommunenummer varchar, navn varchar, politidistrikt varchar, innbyggere bigint,
-- til_naermeste double, utdrag varchar, foran varchar, etter varchar, kodet_av varchar,
-- status varchar, regel varchar, sikkerhet double, malform varchar, merknad varchar, kilde varchar

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

    kodinger as (
        select
            kommunenummer,
            felt,
            verdi,
            innspill_id,
            utdrag,
            kodet_av,
            status,
            regel,
            sikkerhet
        from kommunekoder($forslag)
        where felt in ($felt, $samtidig_felt)
    ),

    temafelt as (
        select
            unnest(['bemanning', 'tjenestestedstruktur', 'tjenestetilbud', 'onsker', 'lokaler'])
                as maal,
            unnest(
                [
                    'tilfreds_bemanning',
                    'tilfreds_tjenestestedstruktur',
                    'tilfreds_tjenestetilbud',
                    'onsker_tjenestested',
                    'tilbyr_lokaler'
                ]
            ) as felt
    ),

    svart_paa_fire as (
        select distinct kommunenummer
        from kommunekoder($forslag)
        where starts_with(felt, 'kanal_') and verdi <> 'ikke_nevnt'
    ),

    -- Either value that is open may be of a channel.
    apnede_kanaler as (
        select distinct f.felt
        from (select unnest([$felt::varchar, $samtidig_felt::varchar]) as felt) as f
        where starts_with(f.felt, 'kanal_')
    ),

    -- What every municipality has, coded or not, so that a number opens just what it counts.
    bak_tallet as (
        select
            m.kommunenummer,
            t.felt,
            m.verdi,
            k.innspill_id,
            k.utdrag,
            k.kodet_av,
            k.status,
            k.regel,
            k.sikkerhet,
            null as bosatt
        from kommunemaalene($forslag) as m
        inner join temafelt as t on m.maal = t.maal
        left join kodinger as k on m.kommunenummer = k.kommunenummer and t.felt = k.felt
        union all
        select
            f.kommunenummer,
            a.felt,
            coalesce(k.verdi, 'ikke_kodet') as verdi,
            k.innspill_id,
            k.utdrag,
            k.kodet_av,
            k.status,
            k.regel,
            k.sikkerhet,
            null as bosatt
        from svart_paa_fire as f
        cross join apnede_kanaler as a
        left join kodinger as k on f.kommunenummer = k.kommunenummer and a.felt = k.felt
        union all
        select
            *,
            null as bosatt
        from kodinger
        where felt not in (select felt from temafelt) and not starts_with(felt, 'kanal_')
        union all
        select
            k.kommunenummer,
            unnest(['svar', 'avstand', 'stasjon']) as felt,
            unnest(
                [
                    if(s.innspill_id is null, s.svarstatus, 'svart'),
                    k.avstandsgruppe,
                    if(k.tjenestesteder > 0, 'ja', 'nei')
                ]
            ) as verdi,
            null as innspill_id,
            null as utdrag,
            null as kodet_av,
            null as status,
            null as regel,
            null as sikkerhet,
            null as bosatt
        from kommune as k
        inner join kommunesvar as s on k.kommunenummer = s.kommunenummer
        union all
        select
            kommunenummer,
            'utenfor' as felt,
            struktur_i_sesong(struktur, $sesong) as verdi,
            null as innspill_id,
            null as utdrag,
            null as kodet_av,
            null as status,
            null as regel,
            null as sikkerhet,
            sum(innbyggere)::bigint as bosatt
        from kommune_trinn
        where trinn > $grense::double and innbyggere > 0
        group by kommunenummer, struktur_i_sesong(struktur, $sesong)
    ),

    ogsaa as (
        select kommunenummer
        from bak_tallet
        where
            felt = $samtidig_felt and list_contains(string_split($samtidig_verdi, '-'), verdi)
    ),

    aapnet as (
        select
            b.kommunenummer,
            b.innspill_id,
            b.utdrag,
            b.kodet_av,
            b.status,
            b.regel,
            b.sikkerhet,
            b.bosatt
        from i_utvalget as u
        inner join bak_tallet as b on u.kommunenummer = b.kommunenummer
        where
            b.felt = $felt
            -- Two values that figures count as one are opened as one.
            and list_contains(string_split($verdi, '-'), b.verdi)
            and (
                $samtidig_felt::varchar is null
                or b.kommunenummer in (select kommunenummer from ogsaa)
            )
            and ($gruppekommune::varchar is null or b.kommunenummer = $gruppekommune)
        qualify
            row_number() over (partition by b.kommunenummer order by b.utdrag asc nulls last) = 1
    ),

    -- The same words may stand in several answers of a letter; the first question with them counts.
    i_svaret as (
        select
            k.kommunenummer,
            arg_min(s.tekst, s.sporsmal) as tekst
        from aapnet as k
        inner join svar as s on k.innspill_id = s.innspill_id and contains(s.tekst, k.utdrag)
        group by k.kommunenummer
    )

select
    k.kommunenummer,
    p.navn,
    p.politidistrikt,
    p.til_naermeste,
    k.utdrag,
    k.kodet_av,
    k.status,
    k.regel,
    k.sikkerhet,
    n.malform,
    n.merknad,
    n.kilde,
    coalesce(k.bosatt, p.innbyggere) as innbyggere,
    left(i.tekst, strpos(i.tekst, k.utdrag) - 1) as foran,
    substr(i.tekst, strpos(i.tekst, k.utdrag) + length(k.utdrag)) as etter
from aapnet as k
inner join kommune as p on k.kommunenummer = p.kommunenummer
left join i_svaret as i on k.kommunenummer = i.kommunenummer
left join innspill as n on k.innspill_id = n.innspill_id
where $avstandsgruppe::varchar is null or p.avstandsgruppe = $avstandsgruppe
order by p.navn collate nb
