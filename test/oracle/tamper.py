#!/usr/bin/env python3
"""Tampers with records in two ways and wants verify.py to say no.

    python3 tamper.py [--careful] record.json …

First the clumsy forger: every value of the record is changed in turn (of long lists, a few), nothing else; each must fail.
Then the careful one: a change that makes sense, with M, the digits, the roots and all digests made again as the attack needs;
each must fail at the step that is named. Attacks that a record gives no ground for are left out.
With --careful the clumsy forger stays at home, for large records.
"""

import copy
import sys

import verify as v


class NoGround(Exception):
    pass


def ground(condition):
    if not condition:
        raise NoGround


def again(record):
    """Makes the digest of the record and those of the events again."""
    record["digest"] = before = v.record_digest(record)
    for event in record["events"]:
        event["digest"] = before = v.event_digest(before, event["body"])


def manifest_again(record):
    m = record["manifest"]
    for page, text in zip(m["roster"]["pages"], record["roster"]):
        page["digest"] = v.HT("roster-page", text)
    record["manifestDigest"] = M = v.H("manifest", v.jcs(m))
    for cosigned in record["cosigned"]:
        cosigned["digits"] = M[:8]


# --- the clumsy forger ----------------------------------------------------------------------------------------------

def changes(value):
    """Other values of a similar shape."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1, value - 1]
    if value is None:
        return [0, "Y0001"]
    if value == "":
        return ["x"]
    last = {"0": "1", "a": "b", "Z": "Y"}.get(value[-1], "0" if value[-1] in "123456789abcdef" else value[-1] + "0")
    return [value[:-1] + last, value[:-1]]


def clumsy(record, keep=3):
    """Yields (path, tampered record); the record itself is changed and put back."""
    def walk(holder, key, path):
        value = holder[key]
        if isinstance(value, (dict, list)):
            keys = list(value) if isinstance(value, dict) else range(len(value))
            if isinstance(value, list) and len(value) > 2 * keep:
                keys = [*range(keep), len(value) // 2, *range(len(value) - keep, len(value))]
            for k in keys:
                yield from walk(value, k, f"{path}.{k}")
            if value:
                holder[key] = dict(list(value.items())[1:]) if isinstance(value, dict) else value[1:]
                yield f"{path} shortened", record
        else:
            for other in changes(value):
                holder[key] = other
                yield f"{path} = {other!r}", record
        holder[key] = value

    for name in record:
        yield from walk(record, name, name)


# --- the careful forger ---------------------------------------------------------------------------------------------
# Each attack: (step that must fail, function that changes the record)

ATTACKS = []


def attack(step):
    def add(function):
        ATTACKS.append((step, function))
        return function
    return add


def on_manifest(step, name):
    """An attack on the manifest: M and the digits are made again."""
    def add(function):
        def run(record):
            function(record["manifest"])
            manifest_again(record)
        run.__name__ = name
        ATTACKS.append((step, run))
        return function
    return add


def a_task(m):
    ground(m["tasks"])
    return m["tasks"][-1]


@attack("format")
def a_member_too_many(r): r["note"] = ""
@attack("format")
def a_member_missing(r): del r["misreadings"]
@attack("format")
def a_fraction(r): r["public"]["place"] = 0.0
@attack("format")
def true_for_one(r): r["public"]["place"] = True
@attack("format")
def a_capital_digest(r): r["seed"] = r["seed"].upper()
@attack("format")
def a_day_that_is_none(r): r["manifest"]["discloseFrom"] = "2031-02-30"
@attack("format")
def a_control_character(r): r["manifest"]["office"] += "\n"
@attack("format")
def five_digits(r): r["opened"][0]["typed"] = "12345"


@attack("manifest")
def only_the_window(r):
    r["manifest"]["window"]["to"] = "2031-07-01"
    again(r)


@on_manifest("manifest", "witness_of_the_desk")
def _(m): m["participants"][1]["department"] = m["participants"][0]["department"]
@on_manifest("manifest", "two_desks")
def _(m): m["participants"][1]["kind"] = "desk"
@on_manifest("manifest", "witness_twice")
def _(m): m["participants"].append({**m["participants"][1], "id": "another"})
@on_manifest("manifest", "more_numbers_than_there_are")
def _(m): m["public"][0].update(count=34)
@on_manifest("manifest", "id_with_colon")
def _(m): m["participants"][1]["id"] += ":"
@on_manifest("manifest", "quorum_above_the_witnesses")
def _(m): m["quorum"] = len(m["participants"])
@on_manifest("manifest", "deadlines_alike")
def _(m): m["deadlines"]["reveal"] = m["deadlines"]["seal"]
@on_manifest("manifest", "lottery_before_the_secrets")
def _(m): m["public"][0]["after"] = m["deadlines"]["seal"]
@on_manifest("manifest", "no_public_number")
def _(m): m["public"] = []
@on_manifest("manifest", "letter_twice")
def _(m): m["exclusions"].append(m["exclusions"][0])
@on_manifest("manifest", "group_too_high")
def _(m): a_task(m)["group"] = m["groups"]
@on_manifest("manifest", "task_number_twice")
def _(m): ground(len(m["tasks"]) > 1) or a_task(m).update(no=m["tasks"][0]["no"])
@on_manifest("manifest", "counter_unknown")
def _(m): a_task(m)["counts"] = [len(m["counters"])]
@on_manifest("manifest", "limits_too_many")
def _(m): a_task(m)["tiers"][0]["limits"].append(None)
@on_manifest("manifest", "more_than_all")
def _(m): a_task(m)["tiers"][0]["quota"] = {"kind": "share", "bp": 10001, "bound": "exactly", "atLeast": 0}
@on_manifest("manifest", "steps_without_end")
def _(m): a_task(m)["tiers"][0]["quota"] = {"kind": "steps", "steps": [{"upTo": 9, "share": {"kind": "spared"}}]}
@on_manifest("manifest", "steps_in_steps_without_end")
def _(m):
    steps = {"kind": "steps", "steps": []}
    a_task(m)["tiers"][0]["quota"] = {"kind": "steps", "steps": [{"upTo": None, "share": steps}]}
@on_manifest("manifest", "window_turned")
def _(m): m["window"]["to"] = "2031-04-19"
@on_manifest("manifest", "one_inspector_alone")
def _(m): ground(a_task(m)["bodies"]) or a_task(m)["bodies"][0].update(officers=1, pool="库")
@on_manifest("manifest", "nobody_of_the_experts")
def _(m): ground(a_task(m)["bodies"]) or a_task(m)["bodies"].append({"department": "Z", "pool": "expert/", "needs": ["Zz"], "officers": 0})
@on_manifest("manifest", "empty_need")
def _(m): ground(a_task(m)["bodies"]) or a_task(m)["bodies"][0]["needs"].append("")
@on_manifest("manifest", "no_quorum")
def _(m): m["quorum"] = 0
@on_manifest("manifest", "no_group")
def _(m): m["groups"] = 0
@on_manifest("manifest", "two_pools")
def _(m): a_task(m)["bodies"].append({**a_task(m)["bodies"][0], "pool": "另库"})
@on_manifest("manifest", "officers_turned")
def _(m): m["officers"].reverse()
@on_manifest("manifest", "officer_twice")
def _(m): m["officers"].append(m["officers"][-1])
@on_manifest("manifest", "barred_twice")
def _(m): m["barred"] = [["Y", "uscc", "1"]] * 2
@on_manifest("manifest", "given_with_tasks")
def _(m): m["given"] = [{"row": m["roster"]["rows"], "posts": []}]
@on_manifest("roster", "one_row_more")
def _(m): m["roster"]["rows"] += 1


def on_rows(name):
    """An attack on the lines of the roster, with its digests made again."""
    def add(function):
        def run(r):
            lines = r["roster"][-1].splitlines(keepends=True)
            ground(len(lines) > 1)
            function(lines)
            r["roster"][-1] = "".join(lines)
            manifest_again(r)
        run.__name__ = name
        ATTACKS.append(("roster", run))
        return function
    return add


@attack("roster")
def another_place(r): ground("东区" in r["roster"][0]) or r["roster"].insert(0, r["roster"].pop(0).replace("东区", "西区", 1))
@on_rows("rows_change_places")
def _(lines): lines[0], lines[1] = lines[1], lines[0]
@on_rows("row_twice")
def _(lines): lines[1] = lines[0]
@on_rows("row_left_out")
def _(lines): lines.pop()
@on_rows("field_missing")
def _(lines): lines[0] = lines[0].replace("\t", "", 1)
@on_rows("mark_unknown")
def _(lines): lines[0] = lines[0][:-1] + "0.\n"
@on_rows("no_last_line_feed")
def _(lines): lines[-1] = lines[-1][:-1]
@on_rows("no_number")
def _(lines): lines[0] = "\t".join(["older", "", *lines[0].split("\t")[2:]])
@on_rows("unknown_kind")
def _(lines): lines[0] = "other" + lines[0][lines[0].index("\t"):]


@attack("cosigned")
def other_digits(r): r["cosigned"][0]["digits"] = "00000000"
@attack("cosigned")
def the_desk_cosigns(r): r["cosigned"].append({"id": "0", "digits": r["manifestDigest"][:8]})
@attack("cosigned")
def cosigned_twice(r): r["cosigned"].append(r["cosigned"][0])
@attack("commitments")
def other_commitment(r): r["sealed"][-1]["commitment"] = "0" * 64
@attack("commitments")
def a_stranger_seals(r): r["sealed"].append({**r["sealed"][-1], "id": "99"})


@attack("commitments")
def below_the_quorum(r):
    gone = r["sealed"].pop()["id"]
    r["opened"] = [o for o in r["opened"] if o["id"] != gone]
    r["absent"] = [i for i in r["absent"] if i != gone]
    r["sealingClosed"] = r["manifest"]["deadlines"]["seal"]
    r["commitmentsDigest"] = v.commitments_digest(r["manifest"], r["manifestDigest"], {s["id"]: s["commitment"] for s in r["sealed"]})
    again(r)


@attack("commitments")
def without_the_desk(r):
    r["sealed"] = [s for s in r["sealed"] if s["id"] != "0"]
    r["commitmentsDigest"] = v.commitments_digest(r["manifest"], r["manifestDigest"], {s["id"]: s["commitment"] for s in r["sealed"]})


@attack("openings")
def another_secret(r): r["opened"][-1]["typed"] += "0"
@attack("openings")
def opened_twice(r): r["opened"].append(r["opened"][0])
@attack("openings")
def neither_opened_nor_absent(r): r["opened"].pop(0)
@attack("openings")
def both_opened_and_absent(r): r["absent"].append(r["opened"][0]["id"])


@attack("openings")
def the_desk_is_absent(r):
    r["opened"] = [o for o in r["opened"] if o["id"] != "0"]
    r["absent"].append("0")


def declared_absent(r):
    gone = r["opened"].pop(0)["id"]
    ground(gone != "0")
    r["absent"].append(gone)
    secrets = {o["id"]: v.secret(o["nonce"], o["typed"]) for o in r["opened"]}
    r["seed"] = v.seed(r["manifest"], r["manifestDigest"], r["commitmentsDigest"], {s["id"] for s in r["sealed"]}, secrets,
                       r["public"]["place"], r["public"]["number"])


@attack("times")
def opening_closed_early(r):
    declared_absent(r)
    r["openingClosed"] = r["manifest"]["deadlines"]["reveal"].replace("03:00", "02:59")
    again(r)


@attack("selection")
def declared_absent_at_the_deadline(r):
    ground(r["result"]["tasks"] and any(t["drawn"] for x in r["result"]["tasks"] for t in x["tiers"]))
    declared_absent(r)
    r["openingClosed"] = r["manifest"]["deadlines"]["reveal"]
    again(r)


@attack("times")
def sealed_too_late(r): r["sealed"][0]["at"] = "2031-04-10T02:30:00.000Z"
@attack("times")
def sealing_closed_early(r):
    ground(len(r["sealed"]) < len(r["manifest"]["participants"]))
    r["sealingClosed"] = r["sealed"][-1]["at"]
@attack("times")
def number_before_it_exists(r): r["public"]["at"] = "2031-04-10T03:00:00.000Z" if r["public"]["place"] < 2 else "2031-04-10T02:00:00.000Z"
@attack("times")
def the_desk_opens_first(r): next(o for o in r["opened"] if o["id"] == "0")["at"] = "2031-04-10T04:00:00.000Z"
@attack("times")
def opened_before_sealing_closed(r): ground(r["opened"][0]["id"] != "0") or r["opened"][0].update(at="2031-04-10T01:00:00.000Z")
@attack("times")
def opened_at_before_the_desk(r): r["openedAt"] = r["public"]["at"]


@attack("public-number")
def number_too_high(r): r["public"]["number"] = r["public"]["number"][:-1] + ":"
@attack("public-number")
def number_out_of_range(r): ground(r["public"]["place"] != 1) or r["public"].update(number=r["public"]["number"][:-2] + "99")
@attack("public-number")
def number_not_padded(r): ground(" 0" in r["public"]["number"]) or r["public"].update(number=r["public"]["number"].replace(" 0", " "))
@attack("public-number")
def number_turned(r): ground(r["public"]["place"] == 0) or r["public"].update(number=" ".join(r["public"]["number"].split()[::-1]))
@attack("public-number")
def entry_unknown(r): r["public"]["place"] = 9
@attack("public-number")
def typists_of_one_department(r): r["public"]["typists"][0]["department"] = r["public"]["typists"][1]["department"]
@attack("public-number")
def one_typist(r): r["public"]["typists"].pop()


@attack("seed")
def another_number(r):
    ground(r["public"]["place"] == 1)
    r["public"]["number"] = " ".join(r["public"]["number"].split()[1:] + ["3" if r["public"]["number"][0] != "3" else "4"])
    again(r)


@attack("seed")
def another_seed(r):
    r["seed"] = "0" * 64
    again(r)


def a_tier(r, enough):
    return next((t for x in r["result"]["tasks"] for t in x["tiers"] if enough(t)), None) or ground(False)


def on_result(step, name):
    """An attack on the result: root and digests are made again."""
    def add(function):
        def run(r):
            function(r)
            rows = [v.Row(line.split("\t")) for page in r["roster"] for line in page.split("\n")[:-1]]
            r["root"] = v.root(r["manifest"], rows, r["seed"], r["result"]["visits"])
            again(r)
        run.__name__ = name
        ATTACKS.append((step, run))
        return function
    return add


def swap(items, i=0, j=-1):
    items[i], items[j] = items[j], items[i]


def a_visit(r, enough=lambda x: True):
    return next((x for x in r["result"]["visits"] if enough(x)), None) or ground(False)


@on_result("selection", "drawn_turned")
def _(r): swap(a_tier(r, lambda t: len(t["drawn"]) > 1)["drawn"])
@on_result("selection", "another_drawn")
def _(r):
    t = a_tier(r, lambda t: t["drawn"])
    t["drawn"][0] = next(i for i in range(r["manifest"]["roster"]["rows"]) if i not in t["drawn"])
@on_result("selection", "one_fewer_drawn")
def _(r): a_tier(r, lambda t: t["drawn"])["drawn"].pop()
@on_result("selection", "skipped_hidden")
def _(r): a_tier(r, lambda t: t["skipped"])["skipped"].pop(0)
@on_result("selection", "another_cutoff")
def _(r): a_tier(r, lambda t: t["cutoff"] is not None)["cutoff"] += 1
@on_result("selection", "another_size")
def _(r): a_tier(r, lambda t: True)["size"] += 1
@on_result("visits", "visit_dropped")
def _(r): ground(r["result"]["visits"]) or r["result"]["visits"].pop()
@on_result("visits", "visits_turned")
def _(r): ground(len(r["result"]["visits"]) > 1) or swap(r["result"]["visits"])
@on_result("visits", "task_dropped")
def _(r): a_visit(r, lambda x: x["tasks"])["tasks"].pop()
@on_result("visits", "post_dropped")
def _(r): a_visit(r, lambda x: x["posts"])["posts"].pop()
@on_result("visits", "need_dropped")
def _(r): next((p for x in r["result"]["visits"] for p in x["posts"] if p["need"]), None) is None and ground(False) or \
    next(p for x in r["result"]["visits"] for p in x["posts"] if p["need"]).update(need="")
@on_result("officers", "officers_change_places")
def _(r):
    posts = [p for x in r["result"]["visits"] for p in x["posts"] if p["officer"]]
    ground(posts)
    other = next((p for p in posts if p["officer"] != posts[0]["officer"]), None) or ground(False)
    posts[0]["officer"], other["officer"] = other["officer"], posts[0]["officer"]
@on_result("officers", "officer_gone")
def _(r): a_visit(r, lambda x: x["posts"] and x["posts"][0]["officer"])["posts"][0]["officer"] = None
@on_result("officers", "another_start")
def _(r): a_visit(r, lambda x: x["posts"])["posts"][0]["start"] += 1
@on_result("officers", "substitutes_turned")
def _(r): swap((next((s for s in r["result"]["substitutes"] if len(s["officers"]) > 1), None) or ground(False))["officers"])
@on_result("officers", "idle_pool_dropped")
def _(r): r["result"]["substitutes"].pop()


@attack("root")
def another_root(r):
    r["root"] = v.tree_hash([]).hex()
    again(r)


@attack("digest")
def misreading_hidden(r): ground(r["misreadings"]) or r["misreadings"].pop()
@attack("digest")
def cosignature_hidden(r): r["cosigned"].pop()
@attack("digest")
def digest_of_another(r): r["digest"] = "0" * 64


def an_event(r, kind, enough=lambda body: True):
    return next((e["body"] for e in r["events"] if e["body"]["kind"] == kind and enough(e["body"])), None) or ground(False)


def on_events(name):
    """An attack on the events, whose digests are made again."""
    def add(function):
        def run(r):
            ground(r["events"])
            function(r)
            again(r)
        run.__name__ = name
        ATTACKS.append(("events", run))
        return function
    return add


@attack("events")
def event_left_out(r): ground(len(r["events"]) > 1) or r["events"].pop(0)
@attack("events")
def event_digest_changed(r): ground(r["events"]) or r["events"][-1].update(digest="0" * 64)
@on_events("events_turned")
def _(r): ground(len(r["events"]) > 1) or swap(r["events"])
@on_events("event_before_the_opening")
def _(r): r["events"][0]["body"]["at"] = r["public"]["at"]
@on_events("substituted_by_a_friend")
def _(r):
    body = an_event(r, "substituted")
    body["in"] = next(o["number"] for o in r["manifest"]["officers"] if o["number"] != body["in"])
@on_events("out_does_not_hold")
def _(r):
    body = an_event(r, "substituted")
    body["out"] = next(o["number"] for o in r["manifest"]["officers"] if o["number"] != body["out"])
@on_events("post_unknown")
def _(r): an_event(r, "substituted")["post"] = 10 ** 6
@on_events("unavailable_twice")
def _(r): r["events"].insert(0, copy.deepcopy(next((e for e in r["events"] if e["body"]["kind"] == "unavailable"), None) or ground(False))) or \
    r["events"][0]["body"].update(at=r["openedAt"])
@on_events("unavailable_stranger")
def _(r): an_event(r, "unavailable")["officer"] = "nobody"
@on_events("evidence_of_the_day")
def _(r): an_event(r, "replaced")["evidence"] = r["manifest"]["frozenAt"][:10]
@on_events("replacement_chosen")
def _(r):
    rows = {x["row"] for x in r["result"]["visits"]}
    entry = next(x for x in an_event(r, "replaced", lambda b: any(x["row"] is not None for x in b["by"]))["by"] if x["row"] is not None)
    entry["row"] = next(i for i in range(r["manifest"]["roster"]["rows"]) if i not in rows and i != entry["row"])
@on_events("no_replacement")
def _(r): next(x for x in an_event(r, "replaced", lambda b: any(x["row"] is not None for x in b["by"]))["by"] if x["row"] is not None)["row"] = None
@on_events("by_shortened")
def _(r): an_event(r, "replaced", lambda b: b["by"])["by"].pop()
@on_events("visit_made_by_hand")
def _(r): an_event(r, "replaced", lambda b: b["visits"])["visits"].pop()
@on_events("officer_of_a_new_visit")
def _(r):
    posts = an_event(r, "replaced", lambda b: b["visits"])["visits"][-1]["posts"]
    posts[-1]["officer"] = None if posts[-1]["officer"] else r["manifest"]["officers"][0]["number"]
@on_events("row_without_a_visit")
def _(r):
    rows = {x["row"] for x in r["result"]["visits"]} | {x["row"] for e in r["events"] for x in e["body"].get("visits", [])}
    an_event(r, "replaced")["row"] = next((i for i in range(r["manifest"]["roster"]["rows"]) if i not in rows), 10 ** 6)


# --- running them ---------------------------------------------------------------------------------------------------

def failing_step(record):
    try:
        v.verify(v.parse(v.jcs(record)))
    except v.Fails as failure:
        return failure.step
    return "ok"


def tamper(path, only_careful):
    """Returns the number of complaints about verify.py."""
    with open(path, "rb") as file:
        record = v.parse(file.read().decode("utf-8"))
    complaints, done = [], 0
    if failing_step(record) != "ok":
        complaints.append("is not ok untouched")
    for where, tampered in [] if only_careful else clumsy(copy.deepcopy(record)):
        done += 1
        if failing_step(tampered) == "ok":
            complaints.append(f"{where} goes through")
    careful = 0
    for step, change in ATTACKS:
        forged = copy.deepcopy(record)
        try:
            change(forged)
        except (NoGround, IndexError, StopIteration):
            continue
        careful += 1
        found = failing_step(forged)
        if found != step:
            complaints.append(f"{change.__name__}: expected to fail at {step}, found {found}")
    print(f"{path}: {done} clumsy and {careful} careful forgeries, {len(complaints)} complaints")
    for complaint in complaints:
        print(f"  {complaint}")
    return len(complaints)


if __name__ == "__main__":
    paths = [path for path in sys.argv[1:] if path != "--careful"]
    sys.exit(1 if sum([tamper(path, "--careful" in sys.argv) for path in paths]) else 0)
