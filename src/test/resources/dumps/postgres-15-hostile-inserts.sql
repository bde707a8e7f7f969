--
-- PostgreSQL database dump
--

\restrict uJPVcLP3IzrdWdQ04vLJeMT07U4RyFrX79jO1leHsoJzGv9yjxWmNlabeWZVJsR

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

DROP DATABASE IF EXISTS hostile;
--
-- Name: hostile; Type: DATABASE; Schema: -; Owner: db
--

CREATE DATABASE hostile WITH TEMPLATE = template0 ENCODING = 'UTF8' LOCALE_PROVIDER = libc LOCALE = 'C.UTF-8';


ALTER DATABASE hostile OWNER TO db;

\unrestrict uJPVcLP3IzrdWdQ04vLJeMT07U4RyFrX79jO1leHsoJzGv9yjxWmNlabeWZVJsR
\connect hostile
\restrict uJPVcLP3IzrdWdQ04vLJeMT07U4RyFrX79jO1leHsoJzGv9yjxWmNlabeWZVJsR

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: other; Type: SCHEMA; Schema: -; Owner: db
--

CREATE SCHEMA other;


ALTER SCHEMA other OWNER TO db;

--
-- Name: we"ird $s; --; Type: SCHEMA; Schema: -; Owner: db
--

CREATE SCHEMA "we""ird $s; --";


ALTER SCHEMA "we""ird $s; --" OWNER TO db;

--
-- Name: hstore; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS hstore WITH SCHEMA other;


--
-- Name: EXTENSION hstore; Type: COMMENT; Schema: -; Owner: 
--

COMMENT ON EXTENSION hstore IS 'data type for storing sets of (key, value) pairs';


--
-- Name: pg_stat_statements; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pg_stat_statements WITH SCHEMA public;


--
-- Name: EXTENSION pg_stat_statements; Type: COMMENT; Schema: -; Owner: 
--

COMMENT ON EXTENSION pg_stat_statements IS 'track planning and execution statistics of all SQL statements executed';


--
-- Name: pgcrypto; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA public;


--
-- Name: EXTENSION pgcrypto; Type: COMMENT; Schema: -; Owner: 
--

COMMENT ON EXTENSION pgcrypto IS 'cryptographic functions';


--
-- Name: comp; Type: TYPE; Schema: public; Owner: db
--

CREATE TYPE public.comp AS (
	a integer,
	b text
);


ALTER TYPE public.comp OWNER TO db;

--
-- Name: dom; Type: DOMAIN; Schema: public; Owner: db
--

CREATE DOMAIN public.dom AS integer
	CONSTRAINT dom_check CHECK ((VALUE > 0));


ALTER DOMAIN public.dom OWNER TO db;

--
-- Name: en; Type: TYPE; Schema: public; Owner: db
--

CREATE TYPE public.en AS ENUM (
    'a''b',
    ';',
    'CREATE VIEW'
);


ALTER TYPE public.en OWNER TO db;

--
-- Name: rng; Type: TYPE; Schema: public; Owner: db
--

CREATE TYPE public.rng AS RANGE (
    subtype = double precision,
    multirange_type_name = public."mr;"
);


ALTER TYPE public.rng OWNER TO db;

--
-- Name: shell; Type: TYPE; Schema: public; Owner: db
--

CREATE TYPE public.shell;


ALTER TYPE public.shell OWNER TO db;

--
-- Name: CAST (public.comp AS text); Type: CAST; Schema: -; Owner: -
--

CREATE CAST (public.comp AS text) WITH INOUT;


--
-- Name: begin(); Type: FUNCTION; Schema: public; Owner: db
--

CREATE FUNCTION public.begin() RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;


ALTER FUNCTION public.begin() OWNER TO db;

--
-- Name: case(); Type: FUNCTION; Schema: public; Owner: db
--

CREATE FUNCTION public."case"() RETURNS integer
    LANGUAGE sql
    BEGIN ATOMIC
 SELECT
         CASE
             WHEN (1 > 0) THEN
             CASE 1
                 WHEN 1 THEN 2
                 ELSE NULL::integer
             END
             ELSE 3
         END AS "end";
 SELECT 2;
END;


ALTER FUNCTION public."case"() OWNER TO db;

--
-- Name: e_body(); Type: FUNCTION; Schema: public; Owner: db
--

CREATE FUNCTION public.e_body() RETURNS text
    LANGUAGE sql
    AS $$ SELECT 'a\'$$;


ALTER FUNCTION public.e_body() OWNER TO db;

--
-- Name: evf(); Type: FUNCTION; Schema: public; Owner: db
--

CREATE FUNCTION public.evf() RETURNS event_trigger
    LANGUAGE plpgsql
    AS $$BEGIN END$$;


ALTER FUNCTION public.evf() OWNER TO db;

--
-- Name: f1(integer); Type: FUNCTION; Schema: public; Owner: db
--

CREATE FUNCTION public.f1(a integer) RETURNS integer
    LANGUAGE sql
    AS $$ SELECT a+1; -- ' CREATE TABLE x
$$;


ALTER FUNCTION public.f1(a integer) OWNER TO db;

--
-- Name: f2(); Type: FUNCTION; Schema: public; Owner: db
--

CREATE FUNCTION public.f2() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$ BEGIN EXECUTE $q$ CREATE TABLE zz(); $q$; EXECUTE 'x $$ '; RETURN NEW; END $_$;


ALTER FUNCTION public.f2() OWNER TO db;

--
-- Name: f_new(integer, text); Type: FUNCTION; Schema: public; Owner: db
--

CREATE FUNCTION public.f_new(a integer, b text DEFAULT 'it''s;'::text) RETURNS integer
    LANGUAGE sql
    BEGIN ATOMIC
 SELECT 1;
 SELECT
         CASE
             WHEN (a > 1) THEN 2
             ELSE 3
         END AS "case";
END;


ALTER FUNCTION public.f_new(a integer, b text) OWNER TO db;

--
-- Name: f_tab(); Type: FUNCTION; Schema: public; Owner: db
--

CREATE FUNCTION public.f_tab() RETURNS TABLE(x integer)
    LANGUAGE sql
    AS $$SELECT 1; /* " */$$;


ALTER FUNCTION public.f_tab() OWNER TO db;

--
-- Name: pr(); Type: PROCEDURE; Schema: public; Owner: db
--

CREATE PROCEDURE public.pr()
    LANGUAGE sql
    AS $_$ SELECT '$$'; $_$;


ALTER PROCEDURE public.pr() OWNER TO db;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: plain; Type: TABLE; Schema: public; Owner: db
--

CREATE TABLE public.plain (
    id integer NOT NULL,
    t text DEFAULT 'it''s; CREATE TABLE'::text,
    b bytea
);


ALTER TABLE public.plain OWNER TO db;

--
-- Name: TABLE plain; Type: COMMENT; Schema: public; Owner: db
--

COMMENT ON TABLE public.plain IS 'it''s a /* comment " \';


--
-- Name: pr_new(); Type: PROCEDURE; Schema: public; Owner: db
--

CREATE PROCEDURE public.pr_new()
    LANGUAGE sql
    BEGIN ATOMIC
 INSERT INTO public.plain (t) VALUES ('COPY x FROM stdin;'::text), ('2'::text);
END;


ALTER PROCEDURE public.pr_new() OWNER TO db;

--
-- Name: trailer(); Type: FUNCTION; Schema: public; Owner: db
--

CREATE FUNCTION public.trailer() RETURNS text
    LANGUAGE sql
    AS $$ SELECT '
--
-- PostgreSQL database dump complete
--

' $$;


ALTER FUNCTION public.trailer() OWNER TO db;

--
-- Name: FUNCTION trailer(); Type: COMMENT; Schema: public; Owner: db
--

COMMENT ON FUNCTION public.trailer() IS '--
-- PostgreSQL database dump complete
--

';


--
-- Name: win(internal); Type: FUNCTION; Schema: public; Owner: db
--

CREATE FUNCTION public.win(internal) RETURNS bigint
    LANGUAGE internal WINDOW
    AS $$window_row_number$$;


ALTER FUNCTION public.win(internal) OWNER TO db;

--
-- Name: CREATE VIEW(integer); Type: AGGREGATE; Schema: public; Owner: db
--

CREATE AGGREGATE public."CREATE VIEW"(integer) (
    SFUNC = int4pl,
    STYPE = integer,
    INITCOND = '0'
);


ALTER AGGREGATE public."CREATE VIEW"(integer) OWNER TO db;

--
-- Name: agg1(integer); Type: AGGREGATE; Schema: public; Owner: db
--

CREATE AGGREGATE public.agg1(integer) (
    SFUNC = int4pl,
    STYPE = integer,
    INITCOND = '0'
);


ALTER AGGREGATE public.agg1(integer) OWNER TO db;

--
-- Name: ===; Type: OPERATOR; Schema: public; Owner: db
--

CREATE OPERATOR public.=== (
    FUNCTION = int4eq,
    LEFTARG = integer,
    RIGHTARG = integer
);


ALTER OPERATOR public.=== (integer, integer) OWNER TO db;

--
-- Name: conv; Type: CONVERSION; Schema: public; Owner: db
--

CREATE CONVERSION public.conv FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;


ALTER CONVERSION public.conv OWNER TO db;

--
-- Name: tsc; Type: TEXT SEARCH CONFIGURATION; Schema: public; Owner: db
--

CREATE TEXT SEARCH CONFIGURATION public.tsc (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION public.tsc
    ADD MAPPING FOR asciiword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tsc
    ADD MAPPING FOR word WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tsc
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tsc
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tsc
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tsc
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tsc
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tsc
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tsc
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tsc
    ADD MAPPING FOR hword_part WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tsc
    ADD MAPPING FOR hword_asciipart WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tsc
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tsc
    ADD MAPPING FOR asciihword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tsc
    ADD MAPPING FOR hword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tsc
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tsc
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tsc
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tsc
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tsc
    ADD MAPPING FOR uint WITH simple;


ALTER TEXT SEARCH CONFIGURATION public.tsc OWNER TO db;

--
-- Name: fdw; Type: FOREIGN DATA WRAPPER; Schema: -; Owner: db
--

CREATE FOREIGN DATA WRAPPER fdw;


ALTER FOREIGN DATA WRAPPER fdw OWNER TO db;

--
-- Name: srv; Type: SERVER; Schema: -; Owner: db
--

CREATE SERVER srv FOREIGN DATA WRAPPER fdw;


ALTER SERVER srv OWNER TO db;

--
-- Name: gen; Type: TABLE; Schema: other; Owner: db
--

CREATE TABLE other.gen (
    a integer,
    b integer GENERATED ALWAYS AS ((a * 2)) STORED
);


ALTER TABLE other.gen OWNER TO db;

--
-- Name: parent_t; Type: TABLE; Schema: public; Owner: db
--

CREATE TABLE public.parent_t (
    a integer
);


ALTER TABLE public.parent_t OWNER TO db;

--
-- Name: child_t; Type: TABLE; Schema: public; Owner: db
--

CREATE TABLE public.child_t (
    b integer
)
INHERITS (public.parent_t);


ALTER TABLE public.child_t OWNER TO db;

--
-- Name: circ; Type: VIEW; Schema: public; Owner: db
--

CREATE VIEW public.circ AS
SELECT
    NULL::integer AS id,
    NULL::text AS t,
    NULL::bigint AS c;


ALTER TABLE public.circ OWNER TO db;

--
-- Name: empty_one; Type: TABLE; Schema: public; Owner: db
--

CREATE TABLE public.empty_one (
    id integer
);


ALTER TABLE public.empty_one OWNER TO db;

--
-- Name: fk; Type: TABLE; Schema: public; Owner: db
--

CREATE TABLE public.fk (
    id integer
);


ALTER TABLE public.fk OWNER TO db;

--
-- Name: ft; Type: FOREIGN TABLE; Schema: public; Owner: db
--

CREATE FOREIGN TABLE public.ft (
    a integer
)
SERVER srv
OPTIONS (
    x 'CREATE TABLE;'''
);


ALTER FOREIGN TABLE public.ft OWNER TO db;

--
-- Name: hs; Type: TABLE; Schema: public; Owner: db
--

CREATE TABLE public.hs (
    h other.hstore
);


ALTER TABLE public.hs OWNER TO db;

--
-- Name: ident; Type: TABLE; Schema: public; Owner: db
--

CREATE TABLE public.ident (
    id integer NOT NULL,
    id2 bigint NOT NULL,
    x integer
);


ALTER TABLE public.ident OWNER TO db;

--
-- Name: ident_id2_seq; Type: SEQUENCE; Schema: public; Owner: db
--

ALTER TABLE public.ident ALTER COLUMN id2 ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ident_id2_seq
    START WITH 5
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ident_id_seq; Type: SEQUENCE; Schema: public; Owner: db
--

ALTER TABLE public.ident ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.ident_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: lit; Type: VIEW; Schema: public; Owner: db
--

CREATE VIEW public.lit AS
 SELECT 'a\b''c;
'::text AS x,
    '
--
-- PostgreSQL database dump complete
--

'::text AS y;


ALTER TABLE public.lit OWNER TO db;

--
-- Name: mv; Type: MATERIALIZED VIEW; Schema: public; Owner: db
--

CREATE MATERIALIZED VIEW public.mv AS
 SELECT plain.id
   FROM public.plain
  WITH NO DATA;


ALTER TABLE public.mv OWNER TO db;

--
-- Name: mv0; Type: MATERIALIZED VIEW; Schema: public; Owner: db
--

CREATE MATERIALIZED VIEW public.mv0 AS
 SELECT 1 AS a
  WITH NO DATA;


ALTER TABLE public.mv0 OWNER TO db;

--
-- Name: nocols; Type: TABLE; Schema: public; Owner: db
--

CREATE TABLE public.nocols (
);


ALTER TABLE public.nocols OWNER TO db;

--
-- Name: parted; Type: TABLE; Schema: public; Owner: db
--

CREATE TABLE public.parted (
    id integer,
    y integer
)
PARTITION BY RANGE (y);


ALTER TABLE public.parted OWNER TO db;

--
-- Name: parted_a; Type: TABLE; Schema: public; Owner: db
--

CREATE TABLE public.parted_a (
    id integer,
    y integer
);


ALTER TABLE public.parted_a OWNER TO db;

--
-- Name: parted_b; Type: TABLE; Schema: public; Owner: db
--

CREATE TABLE public.parted_b (
    id integer,
    y integer
)
PARTITION BY LIST (y);


ALTER TABLE public.parted_b OWNER TO db;

--
-- Name: parted_b1; Type: TABLE; Schema: public; Owner: db
--

CREATE TABLE public.parted_b1 (
    id integer,
    y integer
);


ALTER TABLE public.parted_b1 OWNER TO db;

--
-- Name: plain_id_seq; Type: SEQUENCE; Schema: public; Owner: db
--

CREATE SEQUENCE public.plain_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE public.plain_id_seq OWNER TO db;

--
-- Name: plain_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: db
--

ALTER SEQUENCE public.plain_id_seq OWNED BY public.plain.id;


--
-- Name: rec; Type: VIEW; Schema: public; Owner: db
--

CREATE VIEW public.rec AS
 WITH RECURSIVE rec(n) AS (
         VALUES (1)
        UNION ALL
         SELECT (rec_1.n + 1)
           FROM rec rec_1
          WHERE (rec_1.n < 5)
        )
 SELECT rec.n
   FROM rec;


ALTER TABLE public.rec OWNER TO db;

--
-- Name: seq1; Type: SEQUENCE; Schema: public; Owner: db
--

CREATE SEQUENCE public.seq1
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE public.seq1 OWNER TO db;

--
-- Name: unl; Type: TABLE; Schema: public; Owner: db
--

CREATE UNLOGGED TABLE public.unl (
    id integer
);


ALTER TABLE public.unl OWNER TO db;

--
-- Name: v"2; Type: VIEW; Schema: public; Owner: db
--

CREATE VIEW public."v""2" AS
 SELECT 'CREATE TABLE x; $$ '::text AS x,
    '\'';'::text AS y;


ALTER TABLE public."v""2" OWNER TO db;

--
-- Name: v0; Type: VIEW; Schema: public; Owner: db
--

CREATE VIEW public.v0 WITH (security_barrier='true') AS
 SELECT "v""2".x,
    "v""2".y
   FROM public."v""2"
  WHERE ("v""2".x <> ''::text)
  WITH LOCAL CHECK OPTION;


ALTER TABLE public.v0 OWNER TO db;

--
-- Name: v1; Type: VIEW; Schema: public; Owner: db
--

CREATE VIEW public.v1 AS
 SELECT plain.id,
    plain.t
   FROM public.plain;


ALTER TABLE public.v1 OWNER TO db;

--
-- Name: we"ird $t$ ü; Type: TABLE; Schema: public; Owner: db
--

CREATE TABLE public."we""ird $t$ ü" (
    "co""l" integer,
    "semi;" integer,
    "--c" integer DEFAULT 3,
    d text,
    CONSTRAINT "we""ird $t$ ü_d_check" CHECK ((d <> 'a''b;'::text))
);


ALTER TABLE public."we""ird $t$ ü" OWNER TO db;

--
-- Name: sq;; Type: SEQUENCE; Schema: we"ird $s; --; Owner: db
--

CREATE SEQUENCE "we""ird $s; --"."sq;"
    START WITH 5
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE "we""ird $s; --"."sq;" OWNER TO db;

--
-- Name: parted_a; Type: TABLE ATTACH; Schema: public; Owner: db
--

ALTER TABLE ONLY public.parted ATTACH PARTITION public.parted_a FOR VALUES FROM (0) TO (10);


--
-- Name: parted_b; Type: TABLE ATTACH; Schema: public; Owner: db
--

ALTER TABLE ONLY public.parted ATTACH PARTITION public.parted_b FOR VALUES FROM (10) TO (20);


--
-- Name: parted_b1; Type: TABLE ATTACH; Schema: public; Owner: db
--

ALTER TABLE ONLY public.parted_b ATTACH PARTITION public.parted_b1 FOR VALUES IN (11);


--
-- Name: plain id; Type: DEFAULT; Schema: public; Owner: db
--

ALTER TABLE ONLY public.plain ALTER COLUMN id SET DEFAULT nextval('public.plain_id_seq'::regclass);


--
-- Name: 17452; Type: BLOB; Schema: -; Owner: db
--

SELECT pg_catalog.lo_create('17452');


ALTER LARGE OBJECT 17452 OWNER TO db;

--
-- Name: 17453; Type: BLOB; Schema: -; Owner: db
--

SELECT pg_catalog.lo_create('17453');


ALTER LARGE OBJECT 17453 OWNER TO db;

--
-- Data for Name: gen; Type: TABLE DATA; Schema: other; Owner: db
--



--
-- Data for Name: child_t; Type: TABLE DATA; Schema: public; Owner: db
--



--
-- Data for Name: empty_one; Type: TABLE DATA; Schema: public; Owner: db
--



--
-- Data for Name: fk; Type: TABLE DATA; Schema: public; Owner: db
--



--
-- Data for Name: hs; Type: TABLE DATA; Schema: public; Owner: db
--

INSERT INTO public.hs (h) VALUES
	('"a"=>"b;\\c"');


--
-- Data for Name: ident; Type: TABLE DATA; Schema: public; Owner: db
--

INSERT INTO public.ident (id, id2, x) OVERRIDING SYSTEM VALUE VALUES
	(1, 5, 1);


--
-- Data for Name: nocols; Type: TABLE DATA; Schema: public; Owner: db
--



--
-- Data for Name: parent_t; Type: TABLE DATA; Schema: public; Owner: db
--



--
-- Data for Name: parted_a; Type: TABLE DATA; Schema: public; Owner: db
--

INSERT INTO public.parted_a (id, y) VALUES
	(1, 1);


--
-- Data for Name: parted_b1; Type: TABLE DATA; Schema: public; Owner: db
--

INSERT INTO public.parted_b1 (id, y) VALUES
	(2, 11);


--
-- Data for Name: plain; Type: TABLE DATA; Schema: public; Owner: db
--

INSERT INTO public.plain (id, t, b) VALUES
	(1, '\.', '\x00ff'),
	(2, '
\.
', NULL),
	(3, '-- PostgreSQL database dump complete
--
', '\x');
INSERT INTO public.plain (id, t, b) VALUES
	(4, 'CREATE TABLE a(b int);', '\x78'),
	(5, 'tab	back\slash', '\x5c'),
	(6, '''"$$', '\x5c');
INSERT INTO public.plain (id, t, b) VALUES
	(7, '\N', NULL),
	(8, '', NULL),
	(9, 'v', '\x');


--
-- Data for Name: unl; Type: TABLE DATA; Schema: public; Owner: db
--



--
-- Data for Name: we"ird $t$ ü; Type: TABLE DATA; Schema: public; Owner: db
--

INSERT INTO public."we""ird $t$ ü" ("co""l", "semi;", "--c", d) VALUES
	(1, 2, 3, 'x');


--
-- Name: ident_id2_seq; Type: SEQUENCE SET; Schema: public; Owner: db
--

SELECT pg_catalog.setval('public.ident_id2_seq', 5, true);


--
-- Name: ident_id_seq; Type: SEQUENCE SET; Schema: public; Owner: db
--

SELECT pg_catalog.setval('public.ident_id_seq', 1, true);


--
-- Name: plain_id_seq; Type: SEQUENCE SET; Schema: public; Owner: db
--

SELECT pg_catalog.setval('public.plain_id_seq', 9, true);


--
-- Name: seq1; Type: SEQUENCE SET; Schema: public; Owner: db
--

SELECT pg_catalog.setval('public.seq1', 1, false);


--
-- Name: sq;; Type: SEQUENCE SET; Schema: we"ird $s; --; Owner: db
--

SELECT pg_catalog.setval('"we""ird $s; --"."sq;"', 5, false);


--
-- Data for Name: BLOBS; Type: BLOBS; Schema: -; Owner: -
--

BEGIN;

SELECT pg_catalog.lo_open('17452', 131072);
SELECT pg_catalog.lo_close(0);

SELECT pg_catalog.lo_open('17453', 131072);
SELECT pg_catalog.lowrite(0, '\x27275c00');
SELECT pg_catalog.lo_close(0);

COMMIT;

--
-- Name: plain plain_pkey; Type: CONSTRAINT; Schema: public; Owner: db
--

ALTER TABLE ONLY public.plain
    ADD CONSTRAINT plain_pkey PRIMARY KEY (id);


--
-- Name: mvcirc; Type: MATERIALIZED VIEW; Schema: public; Owner: db
--

CREATE MATERIALIZED VIEW public.mvcirc AS
 SELECT plain.id,
    plain.t
   FROM public.plain
  GROUP BY plain.id
  WITH NO DATA;


ALTER TABLE public.mvcirc OWNER TO db;

--
-- Name: ix; Type: INDEX; Schema: public; Owner: db
--

CREATE INDEX ix ON public.plain USING btree (((t || ';'::text))) WHERE (t <> 'CREATE VIEW'::text);


--
-- Name: st; Type: STATISTICS; Schema: public; Owner: db
--

CREATE STATISTICS public.st ON id, t FROM public.plain;


ALTER STATISTICS public.st OWNER TO db;

--
-- Name: circ _RETURN; Type: RULE; Schema: public; Owner: db
--

CREATE OR REPLACE VIEW public.circ AS
 SELECT plain.id,
    plain.t,
    count(*) AS c
   FROM public.plain
  GROUP BY plain.id;


--
-- Name: empty_one ru; Type: RULE; Schema: public; Owner: db
--

CREATE RULE ru AS
    ON INSERT TO public.empty_one DO  SELECT 'CREATE TABLE'::text AS "?column?",
    ';'::text AS "?column?";


--
-- Name: empty_one ru2; Type: RULE; Schema: public; Owner: db
--

CREATE RULE ru2 AS
    ON UPDATE TO public.empty_one DO ( INSERT INTO public.plain (t)
  VALUES ('a'::text);
 DELETE FROM public.plain
  WHERE (plain.t = ';'::text);
);


--
-- Name: plain tr1; Type: TRIGGER; Schema: public; Owner: db
--

CREATE TRIGGER tr1 BEFORE INSERT ON public.plain FOR EACH ROW EXECUTE FUNCTION public.f2();


--
-- Name: plain tr2; Type: TRIGGER; Schema: public; Owner: db
--

CREATE TRIGGER tr2 AFTER UPDATE OF t ON public.plain FOR EACH ROW WHEN ((old.t <> 'CREATE TRIGGER;'::text)) EXECUTE FUNCTION public.f2('a;');


--
-- Name: plain trc; Type: TRIGGER; Schema: public; Owner: db
--

CREATE CONSTRAINT TRIGGER trc AFTER INSERT ON public.plain DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION public.f2();


--
-- Name: parted trp; Type: TRIGGER; Schema: public; Owner: db
--

CREATE TRIGGER trp AFTER INSERT ON public.parted FOR EACH ROW EXECUTE FUNCTION public.f2();


--
-- Name: parted_b1 trp; Type: TRIGGER; Schema: public; Owner: db
--


ALTER TABLE public.parted_b1 DISABLE TRIGGER trp;


--
-- Name: parted_b1 trp2; Type: TRIGGER; Schema: public; Owner: db
--

CREATE TRIGGER trp2 AFTER INSERT ON public.parted_b1 FOR EACH ROW EXECUTE FUNCTION public.f2();


--
-- Name: v1 trv; Type: TRIGGER; Schema: public; Owner: db
--

CREATE TRIGGER trv INSTEAD OF INSERT ON public.v1 FOR EACH ROW EXECUTE FUNCTION public.f2();


--
-- Name: fk fk_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: db
--

ALTER TABLE ONLY public.fk
    ADD CONSTRAINT fk_id_fkey FOREIGN KEY (id) REFERENCES public.plain(id);


--
-- Name: plain pol; Type: POLICY; Schema: public; Owner: db
--

CREATE POLICY pol ON public.plain USING ((t <> 'CREATE TABLE;'::text));


--
-- Name: pub; Type: PUBLICATION; Schema: -; Owner: db
--

CREATE PUBLICATION pub FOR ALL TABLES WITH (publish = 'insert, update, delete, truncate');


ALTER PUBLICATION pub OWNER TO db;

--
-- Name: TABLE plain; Type: ACL; Schema: public; Owner: db
--

GRANT SELECT ON TABLE public.plain TO PUBLIC;


--
-- Name: evt; Type: EVENT TRIGGER; Schema: -; Owner: db
--

CREATE EVENT TRIGGER evt ON ddl_command_start
   EXECUTE FUNCTION public.evf();


ALTER EVENT TRIGGER evt OWNER TO db;

--
-- Name: mv; Type: MATERIALIZED VIEW DATA; Schema: public; Owner: db
--

REFRESH MATERIALIZED VIEW public.mv;


--
-- Name: mvcirc; Type: MATERIALIZED VIEW DATA; Schema: public; Owner: db
--

REFRESH MATERIALIZED VIEW public.mvcirc;


--
-- PostgreSQL database dump complete
--

\unrestrict uJPVcLP3IzrdWdQ04vLJeMT07U4RyFrX79jO1leHsoJzGv9yjxWmNlabeWZVJsR

