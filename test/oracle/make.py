#!/usr/bin/env python3
"""Makes complete, valid records from nothing, with the oracle's own arithmetic (verify.py); all of it is invented.

    python3 make.py random SEED > record.json     a random ceremony; the same seed gives the same record
    python3 make.py golden DIRECTORY              the golden records that are not there yet

A golden record, once written, is never written again: it holds the protocol still, not this program.
"""

import os
import random
import sys

import verify as v

LETTERS = "ABCDEF"
DEPARTMENTS = ["甲局", "乙局", "丙局", "﨎山局", "𠮷田局"]       # the last two part UTF-8 order from UTF-16 order
FIELDS = ["电梯", "锅炉", "燃气", "﨎", "𠮷", "Zz"]
PLACES = ["东区", "西区", "南区"]
COUNTERS = ["全年", "现场", "𠮷类"]

DEFAULTS = {
    "kind": "draw", "rows": 60, "tasks": 2, "groups": 1, "counters": 0, "tiers": (1, 3), "batches": (1, 1), "totals": 0.0,
    "quotas": ["share", "count", "steps", "spared"], "in_frame": 0.8, "barred_reason": 0.12, "limits": 0.5, "used": 2,
    "departments": 2, "officers": 8, "capacity": (3, 12), "needs": 0.3, "body_officers": (2, 3), "pool_per_group": False,
    "fields": 0.5, "placed": 0.4, "by_place": False, "barred": 0, "witnesses": 3, "unsealed": 0, "absent": 0, "dice": False,
    "place": 0, "misreadings": 0, "pages": 2, "strange_text": False, "events": [], "given": 10, "small_counts": (0, 6),
    "empty_pool": False, "experts": 0.0,
}


# --- lock 1 ---------------------------------------------------------------------------------------------------------

def uscc(rng):
    """18 characters with a right last one, of a district that does not exist."""
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    text = "91990400MA" + "".join(rng.choice(alphabet) for _ in range(7))
    total = sum(alphabet.index(c) * 3 ** i for i, c in enumerate(text))
    return text + alphabet[-total % 31]


def subjects(rng, n):
    makers = {"uscc": lambda: uscc(rng), "reg15": lambda: "990400" + "".join(rng.choice("0123456789") for _ in range(9)),
              "older": lambda: f"{rng.randrange(10 ** 7):07d}-{rng.choice('xXyY')}"}
    found = set()
    while len(found) < n:
        kind = rng.choices(list(makers), [16, 3, 1])[0]
        found.add((kind, makers[kind]()))
    return sorted(found, key=lambda s: v.by_bytes(":".join(s)))


def make_quota(rng, o, kind=None):
    kind = kind or rng.choice(o["quotas"])
    if kind == "count":
        return {"kind": "count", "n": rng.randint(*o["small_counts"])}
    if kind == "all":
        return {"kind": "share", "bp": 10000, "bound": "exactly", "atLeast": 0}
    if kind == "share":
        return {"kind": "share", "bp": rng.choice([1, 100, 250, 333, 500, 1000, 2500]),
                "bound": rng.choice(["exactly", "at-least", "at-most"]), "atLeast": rng.choice([0, 0, 1, 2])}
    if kind == "steps":
        tops = sorted(rng.sample(range(1, 60), rng.randint(1, 3)))
        inner = ["share", "share", "count", "count", "all", "spared", "steps"]
        return {"kind": "steps", "steps": [{"upTo": top, "share": make_quota(rng, o, rng.choice(inner))}
                                           for top in tops + [None]]}
    return {"kind": "spared"}


def make_task(rng, o, place):
    group = place if place < o["groups"] else rng.randrange(o["groups"])
    departments = rng.sample(DEPARTMENTS[-o["departments"]:] if o["strange_text"] else DEPARTMENTS[:o["departments"]],
                             rng.randint(1, o["departments"]))
    bodies = [{"department": d, "pool": f"{d}库" + (f"/{group}" if o["pool_per_group"] else ""),
               "needs": rng.sample(FIELDS, rng.choice([1, 1, 2])) if rng.random() < o["needs"] else [],
               "officers": rng.randint(*o["body_officers"])} for d in departments]
    if rng.random() < o["experts"]:
        bodies.append({"department": "专家", "pool": "expert/𠮷" + (f"/{group}" if o["pool_per_group"] else ""),
                       "needs": rng.sample(FIELDS, rng.choice([0, 1])), "officers": 1})
    tiers = [{"label": "甲乙丙丁戊己"[t] + "类", "quota": make_quota(rng, o),
              "limits": [rng.randint(1, 3) if rng.random() < o["limits"] else None for _ in range(o["counters"])]}
             for t in range(rng.randint(*o["tiers"]))]
    counts = sorted(rng.sample(range(o["counters"]), rng.randint(min(1, o["counters"]), o["counters"])))
    return {"no": f"演-{place + 1:02d}", "name": f"演练任务{place + 1}" + (' "\\/\u2028\u007f😀' if o["strange_text"] else ""),
            "group": group, "items": [f"事项{place + 1}.{i}" for i in range(rng.randint(0, 2))],
            "scheme": {"name": "演练分级", "date": "2031-01-15"}, "denominator": rng.choice(["frame", "eligible"]),
            "total": rng.randint(5, 12) if rng.random() < o["totals"] else None, "tiers": tiers, "counts": counts,
            "batches": rng.randint(*o["batches"]), "bodies": bodies}


def make_mark(rng, o, task):
    if rng.random() >= o["in_frame"]:
        return "--"
    if rng.random() < 0.04:
        return "?" + rng.choice(LETTERS)
    tier = v.TIERS[rng.randrange(len(task["tiers"]))]
    return tier + (rng.choice(LETTERS) if rng.random() < o["barred_reason"] else ".")


def make_roster(rng, o, people, tasks):
    """Returns (texts of the pages, list of the pages)."""
    lines = []
    for kind, number in people:
        used = ",".join(str(rng.randint(0, o["used"])) for _ in range(o["counters"]))
        place = rng.choice(PLACES + [""])
        lines.append("\t".join([kind, number, place, used, "".join(make_mark(rng, o, t) for t in tasks)]) + "\n")
    cuts = [0, *sorted(rng.randrange(len(lines) + 1) for _ in range(o["pages"] - 1)), len(lines)]
    texts = ["".join(lines[a:b]) for a, b in zip(cuts, cuts[1:])]
    return texts, [{"rows": b - a, "digest": v.HT("roster-page", text)} for a, b, text in zip(cuts, cuts[1:], texts)]


def make_officers(rng, o, pools):
    officers = []
    for pool in pools:
        for _ in range(o["officers"]):
            officers.append({"number": f"{rng.choice('yY执﨎𠮷' if o['strange_text'] else 'Y')}{len(officers) + 1:04d}", "pool": pool,
                             "fields": [f for f in FIELDS if rng.random() < o["fields"]],
                             "place": rng.choice(PLACES) if rng.random() < o["placed"] else "",
                             "capacity": rng.randint(*o["capacity"])})
    return sorted(officers, key=lambda x: v.by_bytes(x["number"]))


def make_participants(rng, o):
    desk = {"id": "0", "kind": "desk", "name": "演练台", "department": "演练办", "custody": "desk"}
    witnesses = [{"id": str(i + 1), "kind": "witness", "name": f"见证人{i + 1}",
                  "department": DEPARTMENTS[i % len(DEPARTMENTS)], "custody": rng.choice(["own-page", "desk"])}
                 for i in range(o["witnesses"])]
    witnesses[0]["custody"] = "own-page"
    return [desk, *witnesses]


def make_public(o):
    entries = [{"source": "lottery", "name": "演练彩票", "issue": "2031099", "after": "2031-04-10T08:30:00.000Z",
                "count": 6, "from": 1, "to": 33, "ascending": True},
               {"source": "lottery", "name": "演练数字", "issue": "31099", "after": "2031-04-10T08:45:00.000Z",
                "count": 5, "from": 0, "to": 9, "ascending": False}]
    if o["dice"]:
        entries.append({"source": "dice", "name": "两枚二十面骰子", "issue": "", "after": "2031-04-10T03:00:00.000Z",
                        "count": 10, "from": 1, "to": 20, "ascending": False})
    return entries


def make_manifest(rng, o):
    people = subjects(rng, o["rows"])
    tasks = [] if o["kind"] == "people" else [make_task(rng, o, i) for i in range(o["tasks"])]
    texts, pages = make_roster(rng, o, people, tasks)
    given = make_given(rng, o) if o["kind"] == "people" else []
    pools = {b["pool"] for t in tasks for b in t["bodies"]} | {p["pool"] for g in given for p in g["posts"]}
    pools = sorted(pools)[1 if o["empty_pool"] else 0:] + ["闲库"]      # one without officers; one without posts
    officers = make_officers(rng, o, pools)
    barred = {(rng.choice(officers)["number"], *rng.choice(people)) for _ in range(o["barred"])}
    if o["barred"]:
        barred.add(("Y9999", "uscc", "91990400MA00000000"))
    manifest = {
        "protocol": v.P, "kind": o["kind"], "ceremony": rng.randint(1, 99), "office": "演练市联席办", "policy": "演练办法（第一版）",
        "plan": "演练计划2031", "way": rng.choice(["摇号", "机选", "抽签"]), "window": {"from": "2031-04-20", "to": "2031-06-30"},
        "discloseFrom": "2031-07-20", "frozenAt": "2031-04-10T01:00:00.000Z", "snapshot": "2031-04-09",
        "deadlines": {"seal": "2031-04-10T02:00:00.000Z", "reveal": "2031-04-10T03:00:00.000Z"}, "public": make_public(o),
        "participants": make_participants(rng, o), "quorum": o["witnesses"] - o["unsealed"], "counters": COUNTERS[:o["counters"]],
        "groups": o["groups"], "exclusions": [{"letter": x, "reason": f"理由{x}"} for x in LETTERS], "tasks": tasks,
        "roster": {"rows": len(people), "pages": pages}, "byPlace": o["by_place"], "officers": officers,
        "barred": [list(b) for b in sorted(barred, key=lambda b: tuple(map(v.by_bytes, b)))], "given": given}
    return manifest, texts


def make_given(rng, o):
    rows = sorted(rng.sample(range(o["rows"]), o["given"]))
    departments = DEPARTMENTS[:o["departments"]]
    return [{"row": row, "posts": [{"department": d, "pool": f"{d}库", "need": rng.choice(["", "", rng.choice(FIELDS)])}
                                   for d in rng.choices(departments, k=rng.randint(1, 4))]} for row in rows]


# --- locks 2 and 3, opening -----------------------------------------------------------------------------------------

def at(hour, minute, second=0, ms=0):
    return f"2031-04-10T{hour:02d}:{minute:02d}:{second:02d}.{ms:03d}Z"


def make_number(rng, entry):
    numbers = [rng.randint(entry["from"], entry["to"]) for _ in range(entry["count"])]
    if entry["ascending"]:
        numbers = sorted(rng.sample(range(entry["from"], entry["to"] + 1), entry["count"]))
    return " ".join(str(n).zfill(len(str(entry["to"]))) for n in numbers)


def make_record(seed, **options):
    rng = random.Random(seed)
    o = {**DEFAULTS, **options}
    m, texts = make_manifest(rng, o)
    M = v.H("manifest", v.jcs(m))
    ids = [p["id"] for p in m["participants"]]
    # the last ones do not seal; of the others, the last ones do not open
    sealed_ids = ids[:len(ids) - o["unsealed"]]
    absent = sealed_ids[len(sealed_ids) - o["absent"]:] if o["absent"] else []
    nonces = {i: (rng.randbytes(32).hex(), "".join(rng.choice("0123456789") for _ in range(rng.randint(6, 9)))) for i in sealed_ids}
    secrets = {i: v.secret(*nonces[i]) for i in sealed_ids}
    commitments = {i: v.commitment(m["ceremony"], M, i, secrets[i]) for i in sealed_ids}
    sealed = [{"id": i, "commitment": commitments[i], "at": at(1, 10 + n, n, n)} for n, i in enumerate(sealed_ids)]
    openers = [i for i in sealed_ids if i not in absent and i != "0"]
    opened = [{"id": i, "nonce": nonces[i][0], "typed": nonces[i][1], "at": at(2, 10 + n, n, n)} for n, i in enumerate(openers)]
    opening_closed = m["deadlines"]["reveal"] if absent else opened[-1]["at"]
    entry = m["public"][o["place"]]
    number = make_number(rng, entry)
    public_at = at(9, 5)
    opened.append({"id": "0", "nonce": nonces["0"][0], "typed": nonces["0"][1], "at": at(9, 10)})
    C = v.commitments_digest(m, M, commitments)
    S = v.seed(m, M, C, set(sealed_ids), {i: secrets[i] for i in openers + ["0"]}, o["place"], number)
    rows = v.verify_roster(m, texts)
    selection = v.Selection(m, rows, S)
    visits, substitutes = v.assign(m, rows, v.visits_of(m, selection), S, selection.tickets)
    record = {
        "protocol": f"{v.P}/record", "manifest": m, "roster": texts,
        "cosigned": [{"id": i, "digits": M[:8]} for i in sealed_ids[1:]],
        "sealed": sealed, "sealingClosed": m["deadlines"]["seal"] if o["unsealed"] else sealed[-1]["at"],
        "opened": opened, "absent": absent, "openingClosed": opening_closed,
        "public": {"place": o["place"], "number": number, "at": public_at,
                   "typists": [{"name": "录入人一", "department": "甲局"}, {"name": "录入人二", "department": "演练办"}]},
        "misreadings": [{"number": make_number(rng, entry), "at": at(9, 7, n), "reason": "两人都看错了一位 \"6\"\\\"9\""}
                        for n in range(o["misreadings"])],
        "manifestDigest": M, "commitmentsDigest": C, "seed": S,
        "result": {"tasks": selection.tasks, "visits": visits, "substitutes": substitutes},
        "root": v.root(m, rows, S, visits), "openedAt": at(9, 10, 1), "digest": "", "events": []}
    record["digest"] = v.record_digest(record)
    add_events(rng, record, rows, selection, o["events"])
    return record


# --- events ---------------------------------------------------------------------------------------------------------

def add_events(rng, record, rows, selection, kinds):
    standing = v.Standing(record["manifest"], rows, selection, record["result"])
    before = record["digest"]
    for n, kind in enumerate(kinds):
        given = GIVENS[kind](rng, standing)
        if given is None:
            continue
        body = standing.run({"at": f"2031-05-{n // 8 + 1:02d}T{n % 8 + 1:02d}:00:00.000Z", **given})
        before = v.event_digest(before, body)
        record["events"].append({"body": body, "digest": before})


def unavailable(rng, standing):
    officers = sorted(set(standing.officers) - standing.unavailable)
    return {"kind": "unavailable", "officer": rng.choice(officers)} if officers else None


def substituted(rng, standing, choose=lambda n, post: True):
    posts = [n for n, post in enumerate(standing.posts) if post.holder is not None and choose(n, post)]
    if not posts:
        return None
    n = rng.choice(posts)
    return {"kind": "substituted", "post": n, "out": standing.posts[n].holder}


def substituted_for_nobody(rng, standing):
    """A post for which no substitute is left, if there is one."""
    return substituted(rng, standing, lambda n, post: standing.first_to_take(
        standing.substitutes_of(post.pool, post.start), post) is None) or substituted(rng, standing)


def substituted_new(rng, standing):
    """A post of the visit made last."""
    last = len(standing.visits) - 1
    return substituted(rng, standing, lambda n, post: post.visit == last)


def replaced(rng, standing, choose=lambda row: True):
    visited = sorted({x.row for x in standing.visits if x.stands})
    rows = [row for row in visited if choose(row)]
    return {"kind": "replaced", "row": rng.choice(rows or visited), "evidence": "2031-04-09"} if visited else None


def replaced_many(rng, standing):
    """The row with the most tasks."""
    most = max((len(standing.drew(x.row)) for x in standing.visits if x.stands), default=0)
    return replaced(rng, standing, lambda row: len(standing.drew(row)) == most)


def replaced_again(rng, standing):
    """A row that came in as a replacement."""
    return replaced(rng, standing, lambda row: any(row in taken for taken in standing.taken.values()))


GIVENS = {"unavailable": unavailable, "substituted": substituted, "nobody": substituted_for_nobody, "new": substituted_new,
          "replaced": replaced, "many": replaced_many, "again": replaced_again}


# --- random and golden records --------------------------------------------------------------------------------------

def random_record(seed):
    rng = random.Random(f"options {seed}")
    people = rng.random() < 0.15
    witnesses = rng.randint(1, 5)
    unsealed = rng.choice([0, 0, rng.randint(0, witnesses - 1)])
    dice = rng.random() < 0.4
    low = rng.randint(1, 6)
    return make_record(
        seed, kind="people" if people else "draw", rows=rng.choice([1, 2, rng.randint(3, 30), rng.randint(30, 300), rng.randint(300, 3000)])
        if not people else rng.randint(12, 80), given=rng.randint(1, 12), tasks=rng.randint(0, 7), groups=1 if people else rng.randint(1, 4),
        counters=rng.randint(0, 3), tiers=rng.choice([(1, 1), (1, 3), (2, 6)]), batches=(1, 5), totals=rng.choice([0, 0.3, 1]),
        quotas=rng.choice([["share", "count", "steps", "spared"], ["all"], ["share"], ["steps"]]), in_frame=rng.choice([0.1, 0.5, 1]),
        barred_reason=rng.choice([0, 0.1, 0.9]), limits=rng.random(), used=rng.randint(0, 3), departments=rng.randint(1, 5),
        officers=rng.choice([0, 1, 2, 5, 15]) or 1, capacity=(low, low + rng.randint(0, 10)), needs=rng.random(),
        body_officers=(2, rng.randint(2, 4)), pool_per_group=rng.random() < 0.3, fields=rng.random(), placed=rng.random(),
        by_place=rng.random() < 0.4, barred=rng.choice([0, 5, 60]), witnesses=witnesses, unsealed=unsealed,
        absent=rng.choice([0, rng.randint(0, witnesses - unsealed)]), dice=dice, place=rng.randint(0, 2 if dice else 1),
        misreadings=rng.randint(0, 2), pages=rng.randint(1, 5), strange_text=rng.random() < 0.5, empty_pool=rng.random() < 0.2,
        experts=rng.choice([0, 0.3]), events=rng.choices(list(GIVENS), k=rng.randint(0, 12)))


GOLDEN = {
    "plain": ("golden plain 17", {"rows": 40, "tasks": 2, "officers": 6, "capacity": (10, 10)}),
    "absent": ("golden absent 696", {
        "rows": 70, "tasks": 4, "groups": 3, "counters": 2, "quotas": ["share", "count"], "small_counts": (3, 8), "limits": 0.9,
        "used": 2, "officers": 5, "capacity": (8, 12), "needs": 0.5, "witnesses": 5, "unsealed": 1, "absent": 1, "misreadings": 1,
        "events": ["unavailable", "substituted", "nobody", "substituted", "unavailable", "nobody"]}),
    "replaced": ("golden replaced 0", {
        "rows": 60, "tasks": 6, "groups": 2, "counters": 2, "quotas": ["count"], "small_counts": (4, 9), "limits": 0.6, "used": 1,
        "departments": 3, "officers": 9, "capacity": (6, 14), "needs": 0.6, "pool_per_group": True,
        "events": ["replaced", "unavailable", "many", "again", "new", "many", "again", "substituted", *["many"] * 5, "again", "nobody"]}),
    "people": ("golden people 14", {
        "kind": "people", "rows": 25, "given": 14, "departments": 3, "officers": 5, "capacity": (2, 6), "by_place": True, "placed": 0.6,
        "counters": 1, "barred": 12, "dice": True, "place": 2, "events": ["substituted", "replaced", "unavailable", "nobody"]}),
    "take-all": ("golden take-all 1", {
        "rows": 90, "tasks": 4, "quotas": ["all"], "totals": 0.5, "batches": (3, 5), "in_frame": 0.5, "departments": 2,
        "officers": 12, "capacity": (40, 80), "tiers": (2, 5), "place": 1}),
    "crowded": ("golden crowded 1158", {
        "rows": 50, "tasks": 5, "groups": 2, "counters": 1, "quotas": ["count", "steps"], "small_counts": (5, 9), "strange_text": True,
        "departments": 3, "officers": 6, "capacity": (2, 40), "needs": 0.8, "fields": 0.5, "by_place": True, "placed": 0.3, "barred": 90,
        "pages": 4, "experts": 0.4, "events": ["replaced", "substituted", "nobody", "many", "new"]}),
    "large": ("golden large 122", {
        "rows": 2000, "tasks": 6, "groups": 3, "counters": 3, "quotas": ["share", "count"], "small_counts": (5, 40), "tiers": (2, 5),
        "batches": (1, 4), "totals": 0.2, "departments": 4, "officers": 30, "capacity": (10, 40), "needs": 0.4, "barred": 60,
        "body_officers": (2, 2), "experts": 0.3, "witnesses": 5, "absent": 2, "misreadings": 2, "pages": 5,
        "events": ["unavailable", "replaced", "substituted", "many", "again"]}),
}


def golden(name):
    seed, options = GOLDEN[name]
    return make_record(seed, **options)


def main(arguments):
    if arguments[:1] == ["random"] and len(arguments) == 2:
        sys.stdout.buffer.write((v.jcs(random_record(arguments[1])) + "\n").encode("utf-8"))
    elif arguments[:1] == ["golden"] and len(arguments) == 2:
        for name in GOLDEN:
            path = os.path.join(arguments[1], f"v1-{name}.json")
            if os.path.exists(path):
                print(f"{path}: is there, stays")
                continue
            with open(path, "xb") as file:
                file.write((v.jcs(golden(name)) + "\n").encode("utf-8"))
            print(path)
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
