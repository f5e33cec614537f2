"""A session of many rooms, for looking at and measuring `jury watch`:   python3 .ci/rooms.py DIRECTORY [ROOMS] [--alive SECONDS]

Every room has an oral that began at a time of its own, with some facts in its journal, and two candidates to come. With
`--alive`, every room's console then tells each second that it is open, and ticks a criterion every few seconds."""
import json, os, sys, time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import journal

FAMILIES = ("Abadie Bernard Caron Durand Étienne Fabre Garcia Haddad Imbert Joly Kaplan Lefèvre Marchand Nguyen Ould-Ali "
            "Petit Quéré Roussel Sanchez Traoré Urbain Vasseur Weber Xavier Yilmaz Zidane").split()
GIVEN = "Léa Inès Moussa Chloé Adrien Fatima Jean-Baptiste Linh Samuel Aïcha".split()
FACTS, TICK = 120, 3


def person(number):
    return FAMILIES[number % len(FAMILIES)], GIVEN[number // len(FAMILIES) % len(GIVEN)]


def plan(rooms, now):
    """Three title candidates a room, two jurors each; the first slot began 5 to 54 minutes ago."""
    day = time.strftime("%Y-%m-%d", time.gmtime(now))
    jury, candidates, slots = [], [], []
    for room in range(rooms):
        own = [f"j{2 * room + seat}" for seat in range(2)]
        for seat, juror in enumerate(own):
            family, given = person(2 * room + seat + 7)
            jury.append({"id": juror, "family": family, "given": given, "post": "Data scientist", "company": "Exemple",
                         "years": 5, "external": seat == 0, "president": seat == 0})
        for turn in range(3):
            family, given = person(3 * room + turn)
            candidate = f"c{3 * room + turn}"
            candidates.append({"id": candidate, "family": family, "given": given, "route": "training", "format": "title"})
            start = now - (5 + room * 49 // max(1, rooms - 1)) * 60 + turn * 135 * 60
            slots.append({"candidate": candidate, "room": str(101 + room), "minutes": 120, "jury": own,
                          "start": time.strftime("%Y-%m-%dT%H:%M:%S.000+00:00", time.gmtime(start))})
    return {"format": "jury-session/1", "id": f"rooms-{rooms}", "title": f"{rooms} salles", "certification": "RNCP37827",
            "from": day, "to": day, "centre": {"name": "Centre Ada-Lovelace", "address": "12 rue des Essais, 59000 Lille"},
            "manager": {"name": "Hélène MARCHAND", "function": "Responsable de session"},
            "settings": {"warnings": [300, 60]}, "sample": True, "jury": jury, "candidates": candidates, "slots": slots}


def criteria():
    """The ids of the title's criteria, as far as a tick needs them: the first competency of each block."""
    return [f"{competency}.{number}" for competency in ("C1", "C6", "C14") for number in range(1, 6)]


class Room:
    """The console of one room: its journal as it grows, its sign of life."""

    def __init__(self, session, candidate, identity, jurors, begun, count):
        self.session, self.candidate, self.count = session, candidate, 0
        with open("/proc/sys/kernel/random/boot_id") as file:
            self.boot = file.read()[:8]
        self.path = f"{session}/orals/{candidate}/jury.jsonl"
        os.makedirs(os.path.dirname(self.path), 0o700)
        self.file = open(os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
        self.last = None
        self.write({"author": "jury", "candidate": candidate, "format": "jury-journal/1", "n": 0, "prev": "",
                    "session": identity, **self.stamp(begun)})
        events = list(journal.events(criteria(), jurors, count))
        for turn, event in enumerate(events):
            self.add(event, begun + (time.time() - begun) * turn / len(events) if turn > 2 * len(jurors) + 1 else begun)
        self.since = self.stamp(begun)["at"]

    def stamp(self, at):
        up = time.clock_gettime(time.CLOCK_BOOTTIME) - (time.time() - at)
        text = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(at)) + f".{int(at % 1 * 1000):03d}+00:00"
        return {"at": text, "boot": self.boot, "up": max(0, int(up * 1000))}

    def write(self, value):
        self.last = journal.line(value)
        self.file.write(self.last)
        self.file.flush()

    def add(self, event, at):
        self.count += 1
        self.write({"event": event, "n": self.count, "prev": journal.digest(self.last), **self.stamp(at)})

    def tick(self):
        ids = criteria()
        self.add({"criterionMarked": {"criterion": ids[self.count % len(ids)], "mark": "met"}}, time.time())

    def live(self):
        os.makedirs(f"{self.session}/presence", 0o700, exist_ok=True)
        path = f"{self.session}/presence/{self.candidate}.jury.json"
        now = self.stamp(time.time())
        with open(os.open(path + ".new~", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(journal.line({"author": "jury", "candidate": self.candidate, "seen": {}, "since": self.since, **now}))
        os.rename(path + ".new~", path)


def write(session, rooms):
    """The session's directory, and its rooms' consoles."""
    now = time.time()
    made = plan(rooms, now)
    os.makedirs(f"{session}/orals", 0o700)
    with open(f"{session}/session.json", "w") as file:
        json.dump(made, file, ensure_ascii=False, indent=1)
    consoles = []
    for room in range(rooms):
        slot = made["slots"][3 * room]
        begun = now - (5 + room * 49 // max(1, rooms - 1)) * 60 + room % 7 * 60
        begun = max(begun, now - time.clock_gettime(time.CLOCK_BOOTTIME) + 1)
        consoles.append(Room(session, slot["candidate"], made["id"], slot["jury"], begun, FACTS))
    return consoles


def live(consoles, seconds, ticks=True):
    end, turn = time.time() + seconds, 0
    while time.time() < end:
        for place, console in enumerate(consoles):
            console.live()
            if ticks and (turn + place) % TICK == 0:
                console.tick()
        turn += 1
        time.sleep(max(0, 1 - time.time() % 1))


if __name__ == "__main__":
    words = sys.argv[1:]
    seconds = float(words.pop(words.index("--alive") + 1)) if "--alive" in words else 0
    words = [word for word in words if word != "--alive"]
    consoles = write(words[0], int(words[1]) if len(words) > 1 else 50)
    live(consoles, seconds)
