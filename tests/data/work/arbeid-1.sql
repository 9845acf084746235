-- A store as the first version laid it out, with what two people had written in it.
create table hendelse (
    nr integer primary key autoincrement,
    id text not null unique,
    tid text not null,
    hvem text not null,
    navn text not null,
    rolle text not null,
    datasett text not null,
    slag text not null,
    gjelder text not null,
    felt text not null,
    fra text,
    til text,
    hvorfor text not null
);
create table skjema (versjon integer not null);
create trigger hendelse_endres_ikke before update on hendelse
begin select raise(abort, 'en hendelse endres ikke'); end;
create trigger hendelse_slettes_ikke before delete on hendelse
begin select raise(abort, 'en hendelse slettes ikke'); end;
create trigger hendelse_erstattes_ikke before insert on hendelse
when exists (select 1 from hendelse where id = new.id or nr = new.nr)
begin select raise(abort, 'en hendelse erstattes ikke'); end;
insert into skjema (versjon) values (1);
insert into hendelse values
(
    1, '0d5b7f5e-8a52-4a5e-9f0a-1f5f5d1c0001', '2026-11-02T08:00:00+00:00', 'u1', 'Kari Prøve',
    'saksbehandler', 'demo', 'kode', 'innspill:R12', 'bemanning', null, '"ja"', ''
),
(
    3, '0d5b7f5e-8a52-4a5e-9f0a-1f5f5d1c0003', '2026-11-02T08:01:00+00:00', 'u2', 'Per Prøve',
    'leder', 'demo', 'kommentar', 'innspill:R12', '', null, '"Se andre avsnitt."', 'Uenig.'
);
