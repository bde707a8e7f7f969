--
-- PostgreSQL database dump
--

\restrict B5zfBP2ifvwt2NSqaddJ2lHUWXdL826YYjLe26lcQYwrjUdRNrxAWdhDcHNg0UB

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = off;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET escape_string_warning = off;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: a; Type: TABLE; Schema: public; Owner: db
--

CREATE TABLE public.a (
    b text DEFAULT 'a\\;''b'::text
);


ALTER TABLE public.a OWNER TO db;

--
-- Name: TABLE a; Type: COMMENT; Schema: public; Owner: db
--

COMMENT ON TABLE public.a IS 'x\\';


--
-- Name: c; Type: TABLE; Schema: public; Owner: db
--

CREATE TABLE public.c (
    d integer
);


ALTER TABLE public.c OWNER TO db;

--
-- Data for Name: a; Type: TABLE DATA; Schema: public; Owner: db
--

INSERT INTO public.a VALUES ('q\\');


--
-- Data for Name: c; Type: TABLE DATA; Schema: public; Owner: db
--



--
-- PostgreSQL database dump complete
--

\unrestrict B5zfBP2ifvwt2NSqaddJ2lHUWXdL826YYjLe26lcQYwrjUdRNrxAWdhDcHNg0UB

