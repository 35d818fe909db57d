#!/usr/bin/env python3
"""A verifier of draw records, protocol mingchou/draw/1.

Written from core/draw/README.md alone, as an oracle for our own verifier: it shares no line with it, so that
where the two agree the page says what we mean, and where they differ one of the three is wrong.

    python3 verify.py record.json      prints `ok` (exit 0) or `fails: <step>: <expected, found>` (exit 1)

Python 3.11, standard library only. The sections below follow the sections of the page.
"""

import datetime
import hashlib
import json
import re
import sys

P = "mingchou/draw/1"
STEPS = ("format", "manifest", "roster", "cosigned", "commitments", "openings", "times", "public-number", "seed",
         "selection", "visits", "officers", "root", "digest", "events")
TIERS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Fails(Exception):
    """The first step that does not follow."""

    def __init__(self, step, message):
        assert step in STEPS
        super().__init__(f"{step}: {message}")
        self.step = step


def check(step, condition, message):
    if not condition:
        raise Fails(step, message)


def same(step, what, expected, found):
    """Equality as JSON: the first place where they part is reported."""
    if jcs(expected) != jcs(found):
        path, left, right = first_difference(expected, found, what)
        raise Fails(step, f"{path}: expected {brief(left)}, found {brief(right)}")


def first_difference(left, right, path):
    if isinstance(left, dict) and isinstance(right, dict) and left.keys() == right.keys():
        for key in left:
            if jcs(left[key]) != jcs(right[key]):
                return first_difference(left[key], right[key], f"{path}.{key}")
    if isinstance(left, list) and isinstance(right, list):
        for i, (a, b) in enumerate(zip(left, right)):
            if jcs(a) != jcs(b):
                return first_difference(a, b, f"{path}[{i}]")
        return f"{path}.length", len(left), len(right)
    return path, left, right


def brief(value):
    text = jcs(value)
    return text if len(text) <= 120 else text[:117] + "..."


# --- 1. Bytes -------------------------------------------------------------------------------------------------------

def jcs(x):
    """RFC 8785 for the values that occur."""
    if isinstance(x, dict):
        keys = sorted(x, key=lambda k: k.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{jcs(k)}:{jcs(x[k])}" for k in keys) + "}"
    if isinstance(x, (list, tuple)):
        return "[" + ",".join(map(jcs, x)) + "]"
    return json.dumps(x, ensure_ascii=False)


def by_bytes(text):
    """Sort key: the order of UTF-8 bytes."""
    return text.encode("utf-8")


def H(tag, *lines):
    lines = [f"{P}/{tag}", *map(str, lines)]
    assert not any("\n" in line for line in lines)
    return hashlib.sha256("".join(line + "\n" for line in lines).encode("utf-8")).hexdigest()


def HT(tag, text):
    return hashlib.sha256(f"{P}/{tag}\n{text}".encode("utf-8")).hexdigest()


# --- Shapes (step `format`) -----------------------------------------------------------------------------------------
# A shape is a function (value, path) that raises Fails.

def wrong(path, expected, value):
    raise Fails("format", f"{path}: expected {expected}, found {brief(value)}")


def string(pattern=None, words="text"):
    compiled = re.compile(pattern) if pattern else None

    def shape(value, path):
        if not isinstance(value, str):
            wrong(path, words, value)
        if any(0xD800 <= ord(c) <= 0xDFFF for c in value):
            raise Fails("format", f"{path}: expected {words}, found half a surrogate pair")
        if compiled and not compiled.fullmatch(value):
            wrong(path, words, value)
    return shape


def whole(value, path):
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 2 ** 53 - 1:
        wrong(path, "a whole number", value)


def boolean(value, path):
    if not isinstance(value, bool):
        wrong(path, "true or false", value)


def one_of(*values):
    def shape(value, path):
        if not isinstance(value, str) or value not in values:
            wrong(path, "one of " + ", ".join(values), value)
    return shape


def or_null(inner):
    return lambda value, path: None if value is None else inner(value, path)


def list_of(inner):
    def shape(value, path):
        if not isinstance(value, list):
            wrong(path, "a list", value)
        for i, item in enumerate(value):
            inner(item, f"{path}[{i}]")
    return shape


def tuple_of(*inner):
    def shape(value, path):
        if not isinstance(value, list) or len(value) != len(inner):
            wrong(path, f"a list of {len(inner)}", value)
        for i, item in enumerate(value):
            inner[i](item, f"{path}[{i}]")
    return shape


def members(**inner):
    inner = {name.rstrip("_"): shape for name, shape in inner.items()}

    def shape(value, path):
        if not isinstance(value, dict) or value.keys() != inner.keys():
            found = sorted(value) if isinstance(value, dict) else value
            wrong(path, "exactly the members " + ", ".join(sorted(inner)), found)
        for name, item in value.items():
            inner[name](item, f"{path}.{name}")
    return shape


def kinds(**inner):
    """An object whose member `kind` says which shape it has."""
    def shape(value, path):
        kind = value.get("kind") if isinstance(value, dict) else None
        if not isinstance(kind, str) or kind not in inner:
            wrong(path, "an object of kind " + ", ".join(inner), value)
        inner[kind](value, path)
    return shape


def date(value, path):
    string(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "a date")(value, path)
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        wrong(path, "a date", value)


def time(value, path):
    string(r"[0-9-]{10}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z", "a time")(value, path)
    date(value[:10], path)


PAGE = string()
TEXT = string(r"[^\x00-\x1f]*", "text without control characters")
HEX = string(r"[0-9a-f]{64}", "64 hexadecimal digits")

QUOTA = kinds(
    spared=members(kind=TEXT),
    count=members(kind=TEXT, n=whole),
    share=members(kind=TEXT, bp=whole, bound=one_of("exactly", "at-least", "at-most"), atLeast=whole),
    steps=members(kind=TEXT, steps=list_of(members(upTo=or_null(whole), share=lambda value, path: QUOTA(value, path)))))
TIER = members(label=TEXT, quota=QUOTA, limits=list_of(or_null(whole)))
BODY = members(department=TEXT, pool=TEXT, needs=list_of(TEXT), officers=whole)
TASK = members(no=TEXT, name=TEXT, group=whole, items=list_of(TEXT), scheme=members(name=TEXT, date=date),
               denominator=one_of("frame", "eligible"), total=or_null(whole), tiers=list_of(TIER),
               counts=list_of(whole), batches=whole, bodies=list_of(BODY))
MANIFEST = members(
    protocol=one_of(P), kind=one_of("draw", "people"), ceremony=whole, office=TEXT, policy=TEXT, plan=TEXT,
    way=one_of("摇号", "机选", "抽签"), window=members(from_=date, to=date), discloseFrom=date, frozenAt=time, snapshot=date,
    deadlines=members(seal=time, reveal=time),
    public=list_of(members(source=one_of("lottery", "dice"), name=TEXT, issue=TEXT, after=time, count=whole,
                           from_=whole, to=whole, ascending=boolean)),
    participants=list_of(members(id=TEXT, kind=one_of("desk", "witness"), name=TEXT, department=TEXT,
                                 custody=one_of("own-page", "desk"))),
    quorum=whole, counters=list_of(TEXT), groups=whole,
    exclusions=list_of(members(letter=string(r"[A-Z]", "a letter A-Z"), reason=TEXT)),
    tasks=list_of(TASK), roster=members(rows=whole, pages=list_of(members(rows=whole, digest=HEX))), byPlace=boolean,
    officers=list_of(members(number=TEXT, pool=TEXT, fields=list_of(TEXT), place=TEXT, capacity=whole)),
    barred=list_of(tuple_of(TEXT, TEXT, TEXT)),
    given=list_of(members(row=whole, posts=list_of(members(department=TEXT, pool=TEXT, need=TEXT)))))
POST = members(department=TEXT, pool=TEXT, need=TEXT, officer=or_null(TEXT), start=whole)
RESULT = members(
    tasks=list_of(members(no=TEXT, tiers=list_of(members(
        label=TEXT, frame=whole, eligible=whole, size=whole, drawn=list_of(whole), skipped=list_of(whole),
        cutoff=or_null(whole))))),
    visits=list_of(members(row=whole, group=whole, tasks=list_of(whole), posts=list_of(POST))),
    substitutes=list_of(members(pool=TEXT, officers=list_of(TEXT))))
EVENT_BODY = kinds(
    unavailable=members(kind=TEXT, at=time, officer=TEXT),
    substituted=members(kind=TEXT, at=time, post=whole, out=TEXT, in_=or_null(TEXT)),
    replaced=members(
        kind=TEXT, at=time, row=whole, evidence=date,
        by=list_of(members(task=whole, tier=whole, row=or_null(whole))),
        visits=list_of(members(visit=whole, row=whole, group=whole, tasks=list_of(whole), posts=list_of(POST)))))
RECORD = members(
    protocol=one_of(f"{P}/record"), manifest=MANIFEST, roster=list_of(PAGE),
    cosigned=list_of(members(id=TEXT, digits=string(r"[0-9a-f]{8}", "8 hexadecimal digits"))),
    sealed=list_of(members(id=TEXT, commitment=HEX, at=time)), sealingClosed=time,
    opened=list_of(members(id=TEXT, nonce=HEX, typed=string(r"[0-9]{6,}", "6 or more digits"), at=time)),
    absent=list_of(TEXT), openingClosed=time,
    public=members(place=whole, number=TEXT, at=time, typists=list_of(members(name=TEXT, department=TEXT))),
    misreadings=list_of(members(number=TEXT, at=time, reason=TEXT)),
    manifestDigest=HEX, commitmentsDigest=HEX, seed=HEX, result=RESULT, root=HEX, openedAt=time, digest=HEX,
    events=list_of(members(body=EVENT_BODY, digest=HEX)))


# --- 2. Lock 1: manifest and roster ---------------------------------------------------------------------------------

def ascending(keys):
    return all(a < b for a, b in zip(keys, keys[1:]))


def different(items):
    return len(set(items)) == len(items)


def verify_manifest(m, digest):
    same("manifest", "manifestDigest", H("manifest", jcs(m)), digest)
    at_least(1, m, "ceremony", "groups", "quorum")
    check("manifest", m["window"]["from"] <= m["window"]["to"], "window: expected from ≤ to")
    check("manifest", m["deadlines"]["seal"] < m["deadlines"]["reveal"], "deadlines: expected seal < reveal")
    check("manifest", m["public"], "public: expected at least one number")
    for i, public in enumerate(m["public"]):
        verify_public_entry(public, m["deadlines"]["reveal"], f"public[{i}]")
    verify_participants(m)
    check("manifest", different([e["letter"] for e in m["exclusions"]]), "exclusions: expected different letters")
    check("manifest", different([t["no"] for t in m["tasks"]]), "tasks: expected different numbers")
    for i, task in enumerate(m["tasks"]):
        verify_task(m, task, f"tasks[{i}]")
    verify_pools(m["tasks"])
    check("manifest", ascending([by_bytes(o["number"]) for o in m["officers"]]), "officers: expected ascending numbers")
    check("manifest", ascending([tuple(map(by_bytes, b)) for b in m["barred"]]), "barred: expected ascending")
    verify_given(m)


def at_least(minimum, holder, *names, path=""):
    for name in names:
        check("manifest", holder[name] >= minimum, f"{path}{name}: expected {minimum} or more, found {holder[name]}")


def verify_public_entry(public, reveal, path):
    at_least(1, public, "count", path=f"{path}.")
    check("manifest", public["from"] <= public["to"], f"{path}: expected from ≤ to")
    if public["ascending"]:
        there = public["to"] - public["from"] + 1
        check("manifest", public["count"] <= there, f"{path}.count: expected at most {there}, found {public['count']}")
    if public["source"] == "lottery":
        check("manifest", public["after"] >= reveal,
              f"{path}.after: expected not before {reveal}, found {public['after']}")


def verify_participants(m):
    participants = m["participants"]
    check("manifest", participants, "participants: expected a desk, found nobody")
    desk, witnesses = participants[0], participants[1:]
    check("manifest", desk["kind"] == "desk" and desk["id"] == "0",
          f"participants[0]: expected the desk with the id 0, found {brief(desk)}")
    check("manifest", all(p["kind"] == "witness" for p in witnesses), "participants: expected one desk, found more")
    ids = [p["id"] for p in participants]
    check("manifest", different(ids) and all(i and ":" not in i for i in ids),
          f"participants: expected different ids, not empty, without a colon, found {brief(ids)}")
    check("manifest", different([(p["name"], p["department"]) for p in participants]),
          "participants: expected nobody twice")
    check("manifest", all(p["department"] != desk["department"] for p in witnesses),
          "participants: expected no witness of the desk's department")
    check("manifest", m["quorum"] <= len(witnesses), f"quorum: expected at most {len(witnesses)}, found {m['quorum']}")
    if any(public["source"] == "dice" for public in m["public"]):
        check("manifest", any(p["custody"] == "own-page" for p in witnesses),
              "participants: expected a witness with own-page, for the dice")


def verify_task(m, task, path):
    counters = len(m["counters"])
    at_least(1, task, "batches", path=f"{path}.")
    check("manifest", task["group"] < m["groups"], f"{path}.group: expected below {m['groups']}, found {task['group']}")
    check("manifest", ascending(task["counts"]) and all(k < counters for k in task["counts"]),
          f"{path}.counts: expected ascending places of {counters} counters, found {task['counts']}")
    check("manifest", len(task["tiers"]) <= len(TIERS), f"{path}.tiers: expected at most {len(TIERS)}")
    for tier in task["tiers"]:
        check("manifest", len(tier["limits"]) == counters,
              f"{path}.limits: expected {counters}, found {len(tier['limits'])}")
        verify_quota(tier["quota"], path)
    for i, body in enumerate(task["bodies"]):
        check("manifest", "" not in body["needs"], f"{path}.bodies[{i}].needs: expected none that is empty")
        at_least(1 if body["pool"].startswith("expert/") else 2, body, "officers", path=f"{path}.bodies[{i}].")


def verify_quota(quota, path):
    if quota["kind"] == "share":
        check("manifest", quota["bp"] <= 10000, f"{path}.bp: expected at most 10000, found {quota['bp']}")
    if quota["kind"] == "steps":
        tops = [step["upTo"] for step in quota["steps"]]
        check("manifest", tops and tops[-1] is None and None not in tops[:-1] and ascending(tops[:-1]),
              f"{path}: expected steps that ascend to null, found {tops}")
        for step in quota["steps"]:
            verify_quota(step["share"], path)


def verify_pools(tasks):
    """In all tasks of one group a department has the same pool."""
    pools = {}
    for task in tasks:
        for body in task["bodies"]:
            pool = pools.setdefault((task["group"], body["department"]), body["pool"])
            check("manifest", pool == body["pool"], f"bodies: expected one pool of {body['department']} in group "
                  f"{task['group']}, found {pool} and {body['pool']}")


def verify_given(m):
    if m["kind"] == "draw":
        same("manifest", "given", [], m["given"])
        return
    same("manifest", "tasks", [], m["tasks"])
    same("manifest", "groups", 1, m["groups"])
    rows = [visit["row"] for visit in m["given"]]
    check("manifest", ascending(rows) and all(row < m["roster"]["rows"] for row in rows),
          "given: expected ascending rows of the roster")
    check("manifest", all(visit["posts"] for visit in m["given"]), "given: expected at least one post each")


class Row:
    def __init__(self, fields):
        self.kind, self.number, self.place, used, self.marks = fields
        self.used = [int(n) for n in used.split(",")] if used else []

    def subject(self):
        return self.kind, self.number

    def tier(self, task):
        """The place of the row's tier in the task, or None."""
        place = TIERS.find(self.marks[2 * task])
        return None if place < 0 else place

    def eligible(self, task):
        return self.marks[2 * task + 1] == "."


def verify_roster(m, pages):
    listed = m["roster"]["pages"]
    same("roster", "pages", len(listed), len(pages))
    rows = []
    for i, (entry, text) in enumerate(zip(listed, pages)):
        same("roster", f"pages[{i}].digest", HT("roster-page", text), entry["digest"])
        lines = text.split("\n")
        check("roster", lines.pop() == "", f"pages[{i}]: expected a line feed at the end")
        same("roster", f"pages[{i}].rows", len(lines), entry["rows"])
        for line in lines:
            rows.append(parse_row(m, line, f"row {len(rows)}"))
    same("roster", "rows", len(rows), m["roster"]["rows"])
    keys = [by_bytes(f"{row.kind}:{row.number}") for row in rows]
    for i in range(1, len(keys)):
        check("roster", keys[i - 1] < keys[i], f"row {i}: expected after {keys[i-1].decode()}, found {keys[i].decode()}")
    return rows


def parse_row(m, line, path):
    fields = line.split("\t")
    check("roster", len(fields) == 5, f"{path}: expected 5 fields, found {len(fields)}")
    kind, number, _, used, marks = fields
    check("roster", kind in ("uscc", "reg15", "older"), f"{path}: expected uscc, reg15 or older, found {brief(kind)}")
    check("roster", number, f"{path}: expected a number, found none")
    counts = used.split(",") if m["counters"] else []
    check("roster", (used == "" if not m["counters"] else len(counts) == len(m["counters"]))
          and all(re.fullmatch(r"0|[1-9][0-9]{0,14}", n) for n in counts),
          f"{path}: expected {len(m['counters'])} counts, found {brief(used)}")
    check("roster", len(marks) == 2 * len(m["tasks"]), f"{path}: expected {len(m['tasks'])} marks, found {brief(marks)}")
    letters = {e["letter"] for e in m["exclusions"]}
    for i, task in enumerate(m["tasks"]):
        mark = marks[2 * i:2 * i + 2]
        known = mark[0] in TIERS[:len(task["tiers"])] and mark[1] == "." or \
            mark[0] in TIERS[:len(task["tiers"])] + "?" and mark[1] in letters
        check("roster", mark == "--" or known, f"{path}: expected a mark of task {i}, found {brief(mark)}")
    return Row(fields)


def verify_cosigned(record):
    witnesses = {p["id"] for p in record["manifest"]["participants"] if p["kind"] == "witness"}
    ids = [c["id"] for c in record["cosigned"]]
    check("cosigned", different(ids) and witnesses.issuperset(ids), f"expected witnesses, each once, found {ids}")
    for cosigned in record["cosigned"]:
        same("cosigned", f"digits of {cosigned['id']}", record["manifestDigest"][:8], cosigned["digits"])


# --- 3. Lock 2: sealing and opening ---------------------------------------------------------------------------------

def secret(nonce, typed):
    return H("secret", nonce, typed)


def commitment(ceremony, M, who, r):
    return H("commit", ceremony, M, who, r)


def commitments_digest(m, M, commitments):
    """`commitments`: id → c of those who sealed."""
    return H("commitments", M, *(f"{p['id']}:{commitments[p['id']]}"
                                 for p in m["participants"] if p["id"] in commitments))


def verify_commitments(record):
    m, sealed = record["manifest"], record["sealed"]
    kinds_of = {p["id"]: p["kind"] for p in m["participants"]}
    ids = [s["id"] for s in sealed]
    check("commitments", different(ids) and all(i in kinds_of for i in ids),
          f"sealed: expected known participants, each once, found {ids}")
    check("commitments", "0" in ids, "sealed: expected the desk, found it not")
    witnesses = sum(kinds_of[i] == "witness" for i in ids)
    check("commitments", witnesses >= m["quorum"], f"quorum: expected {m['quorum']} witnesses, found {witnesses}")
    expected = commitments_digest(m, record["manifestDigest"], {s["id"]: s["commitment"] for s in sealed})
    same("commitments", "commitmentsDigest", expected, record["commitmentsDigest"])


def verify_openings(record):
    """Returns id → r of those who opened."""
    m, M = record["manifest"], record["manifestDigest"]
    sealed = {s["id"]: s["commitment"] for s in record["sealed"]}
    opened = [o["id"] for o in record["opened"]]
    both = opened + record["absent"]
    check("openings", different(both) and set(both) == set(sealed),
          f"opened and absent: expected {sorted(sealed)}, found {sorted(both)}")
    check("openings", "0" in opened, "opened: expected the desk, found it not")
    secrets = {}
    for o in record["opened"]:
        secrets[o["id"]] = secret(o["nonce"], o["typed"])
        same("openings", f"commitment of {o['id']}", commitment(m["ceremony"], M, o["id"], secrets[o["id"]]), sealed[o["id"]])
    return secrets


def verify_times(record):
    m = record["manifest"]
    deadlines = m["deadlines"]

    def order(*times):
        """Pairs of name and time; none before the one before it."""
        for (name, at), (next_name, next_at) in zip(times, times[1:]):
            check("times", at <= next_at, f"expected {name} ≤ {next_name}, found {at} and {next_at}")

    sealing_closed = ("sealingClosed", record["sealingClosed"])
    opening_closed = ("openingClosed", record["openingClosed"])
    public = ("public.at", record["public"]["at"])
    for s in record["sealed"]:
        order(("frozenAt", m["frozenAt"]), (f"sealing of {s['id']}", s["at"]), sealing_closed)
    order(sealing_closed, ("deadlines.seal", deadlines["seal"]))
    if len(record["sealed"]) < len(m["participants"]):
        same("times", "sealingClosed, not all having sealed", deadlines["seal"], record["sealingClosed"])
    for o in record["opened"]:
        opening = (f"opening of {o['id']}", o["at"])
        if o["id"] == "0":
            order(public, opening, ("openedAt", record["openedAt"]))
        else:
            order(sealing_closed, opening, opening_closed)
    order(opening_closed, ("deadlines.reveal", deadlines["reveal"]))
    if record["absent"]:
        same("times", "openingClosed, not all having opened", deadlines["reveal"], record["openingClosed"])
    order(opening_closed, public)
    if record["public"]["place"] < len(m["public"]):
        order(("after", m["public"][record["public"]["place"]]["after"]), public)


# --- 4. Lock 3: the public number -----------------------------------------------------------------------------------

def verify_public_number(record):
    public = record["public"]
    entries = record["manifest"]["public"]
    check("public-number", public["place"] < len(entries),
          f"place: expected below {len(entries)}, found {public['place']}")
    entry = entries[public["place"]]
    width = len(str(entry["to"]))
    parts = public["number"].split(" ")
    check("public-number", len(parts) == entry["count"] and all(re.fullmatch(r"[0-9]{%d}" % width, p) for p in parts),
          f"expected {entry['count']} numbers of {width} digits, found {brief(public['number'])}")
    numbers = [int(p) for p in parts]
    check("public-number", all(entry["from"] <= n <= entry["to"] for n in numbers),
          f"expected numbers from {entry['from']} to {entry['to']}, found {brief(public['number'])}")
    if entry["ascending"]:
        check("public-number", ascending(numbers), f"expected ascending numbers, found {brief(public['number'])}")
    typists = public["typists"]
    check("public-number", len(typists) == 2 and all(typists[0][k] != typists[1][k] for k in ("name", "department")),
          f"expected two typists of two departments, found {brief(typists)}")
    if entry["source"] == "dice":
        own = {p["id"] for p in record["manifest"]["participants"] if p["kind"] == "witness" and p["custody"] == "own-page"}
        check("public-number", any(s["id"] in own for s in record["sealed"]),
              "dice: expected a witness with own-page who has sealed, found none")


# --- 5. Opening: the seed -------------------------------------------------------------------------------------------

def seed(m, M, C, sealed, secrets, place, number):
    """`sealed`: the ids that sealed; `secrets`: id → r of those who opened."""
    ids = [p["id"] for p in m["participants"] if p["id"] in sealed]
    return H("seed", M, C, *(f"{i}:{secrets.get(i, 'ABSENT')}" for i in ids), f"public:{place}:{number}")


class Stream:
    """seedrandom 3.0.5 over 64 ASCII characters: ARC4, 256 bytes thrown away."""

    def __init__(self, S, name):
        self.start(H("stream", S, name))

    def start(self, text):
        key = text.encode("ascii")
        self.box = box = list(range(256))
        self.i = self.j = 0
        j = 0
        for i in range(256):
            j = (j + box[i] + key[i % len(key)]) & 255
            box[i], box[j] = box[j], box[i]
        for _ in range(256):
            self.byte()

    def byte(self):
        box = self.box
        self.i = (self.i + 1) & 255
        a = box[self.i]
        self.j = (self.j + a) & 255
        b = box[self.j]
        box[self.i], box[self.j] = b, a
        return box[(a + b) & 255]

    def int32(self):
        u = 0
        for _ in range(4):
            u = u << 8 | self.byte()
        return u

    def ticket(self):
        u, v = self.int32(), self.int32()
        return u * 2 ** 21 + v // 2 ** 11

    def below(self, n):
        limit = 2 ** 32 - 2 ** 32 % n
        while True:
            u = self.int32()
            if u < limit:
                return u % n


def tickets(S, rows):
    stream = Stream(S, "tickets")
    return [stream.ticket() for _ in range(rows)]


# --- 6. Who is visited ----------------------------------------------------------------------------------------------

def turned(t, group, groups):
    o = group * 2 ** 53 // groups
    return t - (2 ** 53 - o) if t >= 2 ** 53 - o else t + o


def quota_size(quota, N):
    if N == 0 or quota["kind"] == "spared":
        return 0
    if quota["kind"] == "count":
        return quota["n"]
    if quota["kind"] == "steps":
        return quota_size(next(s["share"] for s in quota["steps"] if s["upTo"] is None or s["upTo"] >= N), N)
    if quota["bound"] == "exactly":
        n = (2 * quota["bp"] * N + 10000) // 20000
    elif quota["bound"] == "at-least":
        n = (quota["bp"] * N + 9999) // 10000
    else:
        n = quota["bp"] * N // 10000
    return max(n, quota["atLeast"])


def sizes(task, Ns):
    """The sizes of the tiers of a task, before they are cut to the eligible rows."""
    if task["total"] is None:
        return [quota_size(tier["quota"], N) for tier, N in zip(task["tiers"], Ns)]
    whole_frame = sum(Ns)
    if whole_frame == 0:
        return [0] * len(Ns)
    T = min(task["total"], whole_frame)
    ns = [T * N // whole_frame for N in Ns]
    largest = sorted(range(len(Ns)), key=lambda i: (-(T * Ns[i] % whole_frame), i))
    for i in largest[:T - sum(ns)]:
        ns[i] += 1
    return ns


class Selection:
    """All that §6 says: result tasks, the visits (row, group, tasks), and the orders of the tiers."""

    def __init__(self, m, rows, S):
        self.m, self.rows = m, rows
        self.tickets = tickets(S, len(rows))
        self.orders = {}      # (task, tier) → eligible rows in order
        self.tasks = [None] * len(m["tasks"])
        self.visits = []      # {row, group, tasks}
        self.counted = {}     # (row, counter) → visits of earlier groups
        for group in range(m["groups"]):
            self.run_group(group)

    def run_group(self, group):
        places = [i for i, task in enumerate(self.m["tasks"]) if task["group"] == group]
        drawn = {}
        for place in places:
            self.tasks[place] = self.run_task(place)
            for tier in self.tasks[place]["tiers"]:
                for row in tier["drawn"]:
                    drawn.setdefault(row, []).append(place)
        for row in sorted(drawn):
            self.visits.append({"row": row, "group": group, "tasks": drawn[row]})
            for k in counted_by(self.m, drawn[row]):
                self.counted[row, k] = self.counted.get((row, k), 0) + 1

    def run_task(self, place):
        task = self.m["tasks"][place]
        frames = [[] for _ in task["tiers"]]
        for i, row in enumerate(self.rows):
            tier = row.tier(place)
            if tier is not None:
                frames[tier].append(i)
        eligibles = [[i for i in frame if self.rows[i].eligible(place)] for frame in frames]
        ns = sizes(task, [len(x) for x in (frames if task["denominator"] == "frame" else eligibles)])
        tiers = []
        for t, (frame, eligible) in enumerate(zip(frames, eligibles)):
            order = sorted(eligible, key=lambda i: (self.turned(i, task["group"]), i))
            self.orders[place, t] = order
            tiers.append(self.run_tier(place, t, len(frame), order, min(ns[t], len(eligible))))
        return {"no": task["no"], "tiers": tiers}

    def run_tier(self, place, tier, frame, order, size):
        task = self.m["tasks"][place]
        drawn, skipped = [], []
        for row in order:
            if len(drawn) == size:
                break
            (skipped if self.passed_over(task, tier, row) else drawn).append(row)
        cutoff = self.turned(drawn[-1], task["group"]) if drawn else None
        return {"label": task["tiers"][tier]["label"], "frame": frame, "eligible": len(order), "size": size,
                "drawn": drawn, "skipped": skipped, "cutoff": cutoff}

    def turned(self, row, group):
        return turned(self.tickets[row], group, self.m["groups"])

    def passed_over(self, task, tier, row):
        return used_up(task, tier, self.rows[row], lambda k: self.counted.get((row, k), 0))


def used_up(task, tier, row, visits):
    """Is an allowance used up? `visits(k)`: visits of this ceremony counted to counter k."""
    limits = task["tiers"][tier]["limits"]
    return any(limits[k] is not None and row.used[k] + visits(k) >= limits[k] for k in task["counts"])


def counted_by(m, tasks):
    """The counters that a visit with these tasks counts toward."""
    return sorted({k for place in tasks for k in m["tasks"][place]["counts"]})


# --- 7. Who goes ----------------------------------------------------------------------------------------------------

def posts_of(m, tasks):
    """The posts of a visit with these tasks: {department, pool, need}."""
    departments = {}
    for place in tasks:
        for body in m["tasks"][place]["bodies"]:
            d = departments.setdefault(body["department"], {"pool": body["pool"], "needs": set(), "officers": 0})
            d["needs"].update(body["needs"])
            d["officers"] = max(d["officers"], body["officers"])
    posts = []
    for name in sorted(departments, key=by_bytes):
        d = departments[name]
        needs = sorted(d["needs"], key=by_bytes)
        needs += [""] * (d["officers"] - len(needs))
        posts += [{"department": name, "pool": d["pool"], "need": need} for need in needs]
    return posts


def visits_of(m, selection):
    """All visits with posts, without officers: {row, group, tasks, posts}."""
    if m["kind"] == "people":
        return [{"row": g["row"], "group": 0, "tasks": [], "posts": [dict(p) for p in g["posts"]]} for g in m["given"]]
    return [{**visit, "posts": posts_of(m, visit["tasks"])} for visit in selection.visits]


class Legality:
    """Fit and legal, for an officer of the manifest, a need, and a row."""

    def __init__(self, m, rows):
        self.by_place, self.rows = m["byPlace"], rows
        self.barred = {tuple(b) for b in m["barred"]}

    def fit(self, officer, need, row):
        return (need == "" or need in officer["fields"]) and \
            (not self.by_place or officer["place"] in ("", self.rows[row].place))

    def legal(self, officer, need, row):
        return self.fit(officer, need, row) and (officer["number"], *self.rows[row].subject()) not in self.barred


class Post:
    def __init__(self, number, visit, row, need):
        self.number, self.visit, self.row, self.need = number, visit, row, need
        self.holder = None      # place of the officer in the pool
        self.start = 0
        self.list = self.legals = None


class Matching:
    """One pool: fills the posts, shuffles, permutes the substitutes."""

    def __init__(self, officers, posts, ticket_of_row, legality, stream):
        self.officers, self.posts, self.stream = officers, posts, stream
        self.load = [0] * len(officers)
        self.held = [[] for _ in officers]
        self.level = -(-len(posts) // len(officers)) if officers else 0
        for q in posts:
            q.list = [i for i, o in enumerate(officers) if legality.fit(o, q.need, q.row)]
            q.legals = {i for i in q.list if legality.legal(officers[i], q.need, q.row)}
        for q in sorted(posts, key=lambda q: (len(q.legals), ticket_of_row[q.row], q.number)):
            self.fill(q)
        self.shuffle()
        self.substitutes = self.permute()
        for q in posts:
            q.start = stream.below(len(officers)) if officers else 0

    def room(self, o):
        return self.load[o] < min(self.officers[o]["capacity"], self.level)

    def in_visit(self, o, visit, but=None):
        """The post that o holds in the visit, other than `but`."""
        return next((q for q in self.held[o] if q.visit == visit and q is not but), None)

    def free(self, o, q):
        return o in q.legals and self.room(o) and self.in_visit(o, q.visit) is None

    def give(self, o, q):
        """o takes q, from whoever holds it."""
        if q.holder is not None:
            self.held[q.holder].remove(q)
            self.load[q.holder] -= 1
        q.holder = o
        if o is not None:
            self.held[o].append(q)
            self.load[o] += 1

    def least(self, candidates, q):
        """The free one with the smallest load, the first met among equals."""
        return min((o for o in candidates if self.free(o, q)), key=lambda o: self.load[o], default=None)

    def fill(self, q):
        if not q.list:
            return
        o = self.least([q.list[self.stream.below(len(q.list))] for _ in range(12)], q)
        while o is None:
            s = self.stream.below(len(q.list))
            o = self.least(q.list[s:] + q.list[:s], q)
            if o is not None or self.chain(q):
                break
            if not any(officer["capacity"] > self.level for officer in self.officers):
                return
            self.level += 1
        if o is not None:
            self.give(o, q)

    def chain(self, q):
        queue, came = [q], {q: None}      # came: post → the post its holder moves to
        seen_officers = set()

        def enqueue(y, x):
            if y not in came:
                came[y] = x
                queue.append(y)

        for x in queue:
            for o in x.list:
                if o not in x.legals or x.holder == o:
                    continue
                other = self.in_visit(o, x.visit, x)
                if other is not None:
                    enqueue(other, x)
                elif o not in seen_officers:
                    seen_officers.add(o)
                    if self.room(o):
                        self.move(o, x, came)
                        return True
                    for y in sorted(self.held[o], key=lambda y: y.number):
                        enqueue(y, x)
        return False

    def move(self, o, x, came):
        """o takes x; who held x takes the post he moves to; and so on back."""
        while x is not None:
            before = x.holder
            self.give(o, x)
            o, x = before, came[x]

    def shuffle(self):
        filled = [q for q in self.posts if q.holder is not None]
        for _ in range(20 * len(filled)):
            a = filled[self.stream.below(len(filled))]
            b = filled[self.stream.below(len(filled))]
            x, y = a.holder, b.holder
            if x != y and a.visit != b.visit and x in b.legals and y in a.legals and \
                    self.in_visit(x, b.visit) is None and self.in_visit(y, a.visit) is None:
                self.give(None, a)
                self.give(x, b)
                self.give(y, a)

    def permute(self):
        order = list(range(len(self.officers)))
        for i in range(len(order) - 1, 0, -1):
            j = self.stream.below(i + 1)
            order[i], order[j] = order[j], order[i]
        return [self.officers[i]["number"] for i in order]


def assign(m, rows, visits, S, ticket_of_row):
    """Returns (visits with officers and starts, substitutes)."""
    legality = Legality(m, rows)
    pools, everyone = {}, []
    for v, visit in enumerate(visits):
        for post in visit["posts"]:
            everyone.append(Post(len(everyone), v, visit["row"], post["need"]))
            pools.setdefault(post["pool"], []).append(everyone[-1])
    for officer in m["officers"]:
        pools.setdefault(officer["pool"], [])
    substitutes, names = [], {}
    for pool in sorted(pools, key=by_bytes):
        officers = [o for o in m["officers"] if o["pool"] == pool]
        matching = Matching(officers, pools[pool], ticket_of_row, legality, Stream(S, f"match/{pool}"))
        substitutes.append({"pool": pool, "officers": matching.substitutes})
        for q in pools[pool]:
            names[q.number] = None if q.holder is None else officers[q.holder]["number"]
    number = iter(range(len(everyone)))
    done = [{**visit, "posts": [{**post, "officer": names[n], "start": everyone[n].start}
                                for post, n in zip(visit["posts"], number_of(number, visit))]} for visit in visits]
    return done, substitutes


def number_of(numbers, visit):
    return [next(numbers) for _ in visit["posts"]]


# --- 8. The result --------------------------------------------------------------------------------------------------

def leaf(m, rows, S, v, visit):
    row = rows[visit["row"]]
    body = [row.kind, row.number, visit["group"], [m["tasks"][t]["no"] for t in visit["tasks"]],
            [[p["department"], p["need"], p["officer"]] for p in visit["posts"]]]
    return f"{H('salt', S, v)}\n{jcs(body)}".encode("utf-8")


def tree_hash(leaves):
    """Merkle Tree Hash, RFC 6962 §2.1."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    k = 1 << ((len(leaves) - 1).bit_length() - 1)
    return hashlib.sha256(b"\x01" + tree_hash(leaves[:k]) + tree_hash(leaves[k:])).digest()


def root(m, rows, S, visits):
    return tree_hash([leaf(m, rows, S, v, visit) for v, visit in enumerate(visits)]).hex()


def without_officers(visits):
    return [{**v, "posts": [{k: p[k] for k in ("department", "pool", "need")} for p in v["posts"]]} for v in visits]


# --- 9. The record --------------------------------------------------------------------------------------------------

def record_digest(record):
    return H("record", jcs({k: v for k, v in record.items() if k not in ("roster", "events", "digest")}))


def event_digest(before, body):
    return H("event", before, jcs(body))


class StandingPost:
    def __init__(self, visit, department, pool, need, officer, start):
        self.visit, self.department, self.pool, self.need = visit, department, pool, need
        self.start, self.holder, self.held_by = start, officer, {officer}

    def give(self, officer):
        self.holder = officer
        self.held_by.add(officer)

    def entry(self):
        return {"department": self.department, "pool": self.pool, "need": self.need,
                "officer": self.holder, "start": self.start}


class StandingVisit:
    def __init__(self, row, group, tasks):
        self.row, self.group, self.tasks = row, group, tasks
        self.posts = []       # numbers
        self.stands = True


class Standing:
    """The assignment as it stands. Each event is worked out from its givens and carried out."""

    def __init__(self, m, rows, selection, result):
        self.m, self.rows, self.selection = m, rows, selection
        self.legality = Legality(m, rows)
        self.officers = {o["number"]: o for o in m["officers"]}
        self.substitutes = {s["pool"]: s["officers"] for s in result["substitutes"]}
        self.unavailable, self.replaced = set(), set()
        self.drawn, self.skipped, self.taken = {}, {}, {}       # (task, tier) → rows
        for place, task in enumerate(result["tasks"]):
            for t, tier in enumerate(task["tiers"]):
                self.drawn[place, t], self.skipped[place, t] = set(tier["drawn"]), set(tier["skipped"])
                self.taken[place, t] = set()
        self.visits, self.posts = [], []
        for v, visit in enumerate(result["visits"]):
            self.visits.append(StandingVisit(visit["row"], visit["group"], list(visit["tasks"])))
            for post in visit["posts"]:
                self.add_post(StandingPost(v, **post))

    def add_post(self, post):
        self.visits[post.visit].posts.append(len(self.posts))
        self.posts.append(post)

    def posts_at(self, v):
        return [self.posts[n] for n in self.visits[v].posts]

    def standing(self, row, group=None):
        """The row's visits that stand, of all groups or of one."""
        return [v for v, visit in enumerate(self.visits)
                if visit.row == row and visit.stands and group in (None, visit.group)]

    # Who can take a post

    def can_take(self, officer, post):
        o = self.officers[officer]
        return self.legality.legal(o, post.need, self.visits[post.visit].row) \
            and all(p.holder != officer for p in self.posts_at(post.visit)) \
            and officer not in post.held_by and officer not in self.unavailable \
            and sum(p.holder == officer for p in self.posts) < o["capacity"]

    def substitutes_of(self, pool, start):
        officers = self.substitutes[pool]
        return officers[start:] + officers[:start]

    def first_to_take(self, candidates, post):
        return next((o for o in candidates if self.can_take(o, post)), None)

    # Events: each is given its body and returns the members of it that follow from the others

    def run(self, body):
        worked_out = {"unavailable": self.run_unavailable, "substituted": self.run_substituted,
                      "replaced": self.run_replaced}[body["kind"]](body)
        return {**body, **worked_out}

    def run_unavailable(self, body):
        officer = body["officer"]
        check("events", officer in self.officers and officer not in self.unavailable,
              f"officer: expected one of the manifest's who is not unavailable, found {brief(officer)}")
        self.unavailable.add(officer)
        return {}

    def run_substituted(self, body):
        number = body["post"]
        check("events", number < len(self.posts), f"post: expected below {len(self.posts)}, found {number}")
        post = self.posts[number]
        check("events", post.holder is not None and post.holder == body["out"],
              f"post {number}: expected the holder {brief(post.holder)}, found {brief(body['out'])}")
        officer = self.first_to_take(self.substitutes_of(post.pool, post.start), post)
        post.give(officer)
        return {"in": officer}

    def run_replaced(self, body):
        row, frozen = body["row"], self.m["frozenAt"][:10]
        check("events", body["evidence"] < frozen, f"evidence: expected before {frozen}, found {body['evidence']}")
        ended = self.standing(row)
        check("events", ended, f"row {row}: expected a visit that stands, found none")
        old_posts = {self.visits[v].group: self.end(v) for v in ended}
        self.replaced.add(row)
        by, made = [], []
        for place, tier in self.drew(row):
            new_row = self.next_row(place, tier)
            by.append({"task": place, "tier": tier, "row": new_row})
            if new_row is not None:
                self.taken[place, tier].add(new_row)
                v = self.visit_with(new_row, place)
                if v not in made:
                    made.append(v)
        for v in made:
            self.append_posts(v, old_posts[self.visits[v].group])
        return {"by": by, "visits": [self.entry(v) for v in made]}

    def end(self, v):
        """Ends the visit; returns its posts as they were."""
        posts = [StandingPost(v, **post.entry()) for post in self.posts_at(v)]
        self.visits[v].stands = False
        for post in self.posts_at(v):
            post.give(None)
        return posts

    def drew(self, row):
        """The tasks and tiers that drew the row or took it as a replacement, in the manifest's order."""
        return [key for key in sorted(self.drawn) if row in self.drawn[key] or row in self.taken[key]]

    def next_row(self, place, tier):
        closed = self.drawn[place, tier] | self.skipped[place, tier] | self.taken[place, tier] | self.replaced
        return next((row for row in self.selection.orders[place, tier]
                     if row not in closed and self.allowed(place, tier, row)), None)

    def allowed(self, place, tier, row):
        task = self.m["tasks"][place]
        if self.standing(row, task["group"]):
            return True
        counted = [counted_by(self.m, self.visits[v].tasks) for v in self.standing(row)]
        return not used_up(task, tier, self.rows[row], lambda k: sum(k in counters for counters in counted))

    def visit_with(self, row, place):
        """Gives the task to the row's visit in the task's group, or to a new one; returns its number."""
        group = self.m["tasks"][place]["group"]
        standing = self.standing(row, group)
        if not standing:
            self.visits.append(StandingVisit(row, group, []))
            standing = [len(self.visits) - 1]
        visit = self.visits[standing[0]]
        visit.tasks = sorted({*visit.tasks, place})
        return standing[0]

    def append_posts(self, v, old_posts):
        """The posts that the visit does not have yet; `old_posts`: those of the ended visit that are not used yet."""
        has = [(post.department, post.need) for post in self.posts_at(v)]
        for asked in posts_of(self.m, self.visits[v].tasks):
            key = (asked["department"], asked["need"])
            if key in has:
                has.remove(key)
                continue
            old = next((p for p in old_posts if (p.department, p.need) == key), None)
            post = StandingPost(v, **asked, officer=None, start=old.start if old else 0)
            self.add_post(post)
            if old:
                old_posts.remove(old)
                holder = [] if old.holder is None else [old.holder]
                post.give(self.first_to_take(holder + self.substitutes_of(old.pool, old.start), post))

    def entry(self, v):
        visit = self.visits[v]
        return {"visit": v, "row": visit.row, "group": visit.group, "tasks": visit.tasks,
                "posts": [post.entry() for post in self.posts_at(v)]}


def verify_events(record, rows, selection):
    standing = Standing(record["manifest"], rows, selection, record["result"])
    before, latest = record["digest"], record["openedAt"]
    for i, event in enumerate(record["events"]):
        body = event["body"]
        same("events", f"events[{i}].digest", event_digest(before, body), event["digest"])
        check("events", body["at"] >= latest, f"events[{i}].at: expected not before {latest}, found {body['at']}")
        same("events", f"events[{i}].body", standing.run(body), body)
        before, latest = event["digest"], body["at"]


# --- 10. Verifying --------------------------------------------------------------------------------------------------

def verify(record):
    """Raises Fails at the first step that does not follow."""
    RECORD(record, "record")
    m, M = record["manifest"], record["manifestDigest"]
    result = record["result"]
    verify_manifest(m, M)
    rows = verify_roster(m, record["roster"])
    verify_cosigned(record)
    verify_commitments(record)
    secrets = verify_openings(record)
    verify_times(record)
    verify_public_number(record)
    sealed = {s["id"] for s in record["sealed"]}
    S = seed(m, M, record["commitmentsDigest"], sealed, secrets, record["public"]["place"], record["public"]["number"])
    same("seed", "seed", S, record["seed"])
    selection = Selection(m, rows, S)
    same("selection", "result.tasks", selection.tasks, result["tasks"])
    visits = visits_of(m, selection)
    same("visits", "result.visits", visits, without_officers(result["visits"]))
    assigned, substitutes = assign(m, rows, visits, S, selection.tickets)
    same("officers", "result.visits", assigned, result["visits"])
    same("officers", "result.substitutes", substitutes, result["substitutes"])
    same("root", "root", root(m, rows, S, assigned), record["root"])
    same("digest", "digest", record_digest(record), record["digest"])
    verify_events(record, rows, selection)


def depth(value):
    """How many objects and lists lie in one another."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if inner is None else 1 + max(map(depth, inner), default=0)


def parse(text):
    """JSON with whole numbers only and no member twice."""
    def pairs(items):
        if not different([name for name, _ in items]):
            raise Fails("format", f"expected each member once, found {brief([name for name, _ in items])}")
        return dict(items)

    def no_number(value):
        raise Fails("format", f"expected whole numbers, found {value}")

    try:
        value = json.loads(text, object_pairs_hook=pairs, parse_float=no_number, parse_constant=no_number)
        if depth(value) > 100:
            raise Fails("format", "expected objects and lists at most 100 deep")
        return value
    except (ValueError, RecursionError) as error:
        raise Fails("format", f"expected JSON, found {error}") from None


def main(arguments):
    if len(arguments) != 1:
        print("usage: verify.py record.json", file=sys.stderr)
        return 2
    try:
        with open(arguments[0], "rb") as file:
            verify(parse(file.read().decode("utf-8")))
    except UnicodeDecodeError:
        print("fails: format: expected UTF-8, found other bytes")
        return 1
    except Fails as failure:
        print(f"fails: {failure}")
        return 1
    print("ok")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
