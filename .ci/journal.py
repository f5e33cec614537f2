"""Writes the journal of a live oral, as README's "Store" tells: canonical lines, each with the digest of the one before."""
import base64, datetime, hashlib, json, os, time


def digest(line):
    return base64.urlsafe_b64encode(hashlib.sha256(line).digest()).rstrip(b"=").decode()


def line(value):
    return (json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False) + "\n").encode()


def events(criteria, jurors, count):
    """What a jury does in `count` facts: the checks before an oral, the clock, then marks, notes and questions."""
    yield {"identityChecked": {"checked": True}}
    for juror in jurors:
        yield {"jurorPresent": {"juror": juror, "present": True}}
        yield {"noTieDeclared": {"juror": juror}}
    yield {"clockStarted": {}}
    marks = ["met", "met", "toProbe", "met", "notMet", "met"]
    for turn in range(count - 2 - 2 * len(jurors)):
        criterion = criteria[turn * 5 % len(criteria)]
        if turn % 10 == 4:
            yield {"noted": {"subject": criterion, "text": "Schéma présenté, méthode expliquée sans hésiter"}}
        elif turn % 20 == 9:
            yield {"questionPrepared": {"criterion": criterion, "text": "Comment l'avez-vous vérifié ?"}}
        else:
            yield {"criterionMarked": {"criterion": criterion, "mark": marks[(turn + turn // len(criteria)) % 6]}}


def write(session, candidate, criteria, count):
    """The journal of `candidate` in the session's directory, begun three quarters of an hour ago and still going on."""
    with open(f"{session}/session.json") as file:
        plan = json.load(file)
    jurors = next(slot["jury"] for slot in plan["slots"] if slot["candidate"] == candidate)
    with open("/proc/sys/kernel/random/boot_id") as file:
        boot = file.read()[:8]
    length = 45 * 60_000
    wall, up = time.time_ns() // 1_000_000 - length, time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000 - length
    shift = max(0, -up)  # a machine started less than 45 minutes ago

    def stamp(after):
        at = datetime.datetime.fromtimestamp((wall + after) / 1e3, datetime.timezone.utc)
        return {"at": at.isoformat(timespec="milliseconds"), "boot": boot, "up": max(0, up + after)}

    head = line({"author": "jury", "candidate": candidate, "format": "jury-journal/1", "n": 0, "prev": "",
                 "session": plan["id"], **stamp(shift)})
    lines = [head]
    for n, event in enumerate(events(criteria, jurors, count), 1):
        after = shift + n * (length - shift) // (count + 1)
        lines.append(line({"event": event, "n": n, "prev": digest(lines[-1]), **stamp(after)}))
    directory = f"{session}/orals/{candidate}"
    os.makedirs(directory, 0o700)
    path = f"{directory}/jury.jsonl"
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(b"".join(lines))
