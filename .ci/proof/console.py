"""The console seen from outside: a copy of a sample session, the program on a pseudo-terminal, what it painted, and what
its journals hold. Standard library, and python3-pyte for what needs the whole picture."""
import base64, concurrent.futures, fcntl, hashlib, json, os, pty, re, select, shutil, signal, struct, subprocess, sys, tempfile, termios, time

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
JURY = os.path.abspath(os.environ.get("JURY", f"{ROOT}/.build/debug/jury"))
SEQUENCE = re.compile(rb"\x1b(\[[0-9;?<>=]*[ -/]*[@-~]|[()][A-Z0-9]|\][^\x07\x1b]*(\x07|\x1b\\)|[=>78cDEHM])")
SAVED, REFUSED = "✓".encode(), "✗".encode()


class Ended(Exception):
    """The program is gone, and its terminal with it."""


def fail(text):
    print(f"FAILED: {text}", flush=True)
    sys.exit(1)


def environment(home, **others):
    return {"HOME": home, "XDG_STATE_HOME": f"{home}/state", "XDG_DATA_HOME": f"{home}/data", "TERM": "xterm-256color",
            "LANG": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", **others}


class Watch:
    """How long something takes, those seconds aside in which the console could have run and other programs had the
    processors."""

    def __init__(self, console=None):
        self.console = console
        self.began = self.now()

    def now(self):
        if self.console is None:
            return time.perf_counter()
        with open(f"/proc/{self.console.pid}/schedstat") as file:
            return time.perf_counter() - int(file.read().split()[1]) / 1e9

    def seconds(self, console=None):
        """Since it was made; of a console that began since, all that it waited."""
        self.console = console or self.console
        return self.now() - self.began


def together(work, jobs, workers=3):
    """`work` of each job, in their order, a few at a time: most of the time is spent waiting."""
    with concurrent.futures.ProcessPoolExecutor(workers) as pool:
        waiting = [pool.submit(work, job) for job in jobs]
        try:
            for count, one in enumerate(concurrent.futures.as_completed(waiting), 1):
                one.result()
                if count % 100 == 0:
                    print(f"… {count} of {len(jobs)}", file=sys.stderr, flush=True)
            return [one.result() for one in waiting]
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


class Limit:
    """A limit of seconds that the program keeps, and the machine now and then not: what is over it is measured again, twice at
    most and alone, and no more than one in twenty of all may need that."""

    def __init__(self, seconds):
        self.seconds, self.late = seconds, 0

    def measure(self, work, jobs):
        """What `work` gave for each job: first the seconds to be held against the limit, nil where there are none."""
        results = together(work, jobs)
        for number, job in enumerate(jobs):
            self.late += self.isOver(results[number])
            for _ in range(2):
                if self.isOver(results[number]):
                    print(f"{results[number][0]:.3f} s, measured again: {results[number][1]}", flush=True)
                    results[number] = work(job)
            if self.isOver(results[number]):
                fail(f"{results[number][0]:.3f} s, the third time: {results[number][1]}")
        if self.late > 1 + len(jobs) // 20:
            fail(f"{self.late} of {len(jobs)} took more than {self.seconds} s at first")
        return results

    def isOver(self, result):
        return result[0] is not None and result[0] > self.seconds

    def said(self):
        return f" ({self.late} measured again)" if self.late else ""


class Console:
    """`jury` with these arguments on a terminal, perhaps behind another program (`strace …`)."""

    def __init__(self, arguments, home, before=(), rows=30, columns=100, ignore=(), **variables):
        command = [*before, JURY, *arguments]
        size = struct.pack("HHHH", rows, columns, 0, 0)
        variables = environment(home, **variables)
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, size)
                for number in ignore:
                    signal.signal(number, signal.SIG_IGN)
                os.execvpe(command[0], command, variables)
            finally:
                os._exit(127)
        self.raw = b""  # all that it painted
        self.ended = None
        self.painted = (rows, columns)

    def read(self, seconds=0.0):
        """Takes what it painted within this time. Raises Ended when it is gone."""
        if not select.select([self.terminal], [], [], seconds)[0]:
            return b""
        try:
            found = os.read(self.terminal, 65536)
        except OSError:
            found = b""
        if not found:
            raise Ended(SEQUENCE.sub(b" ", self.raw)[-300:])
        self.raw += found
        return found

    def drain(self, quiet=0.05):
        while self.read(quiet):
            pass

    def until(self, wanted, seconds=60.0, since=0):
        """Waits until it has painted these words, sequences aside, after its `since`th byte. Returns the seconds it took."""
        wanted = wanted if isinstance(wanted, bytes) else wanted.encode()
        started = time.perf_counter()
        while wanted not in SEQUENCE.sub(b"", self.raw[since:]):
            left = started + seconds - time.perf_counter()
            if left <= 0:
                raise TimeoutError(f"no {wanted.decode()!r}, but {SEQUENCE.sub(b' ', self.raw[since:])[-300:]!r}")
            self.read(left)
        return time.perf_counter() - started

    def press(self, keys, wanted=None, seconds=60.0):
        since = len(self.raw)
        try:
            os.write(self.terminal, keys)
        except OSError as error:
            raise Ended from error
        return self.until(wanted, seconds, since) if wanted is not None else 0.0

    def act(self, keys, wanted=None, seconds=60.0):
        """Moves by all keys but the last, and once that is painted presses the last."""
        if len(keys) > 1:
            self.press(keys[:-1])
            self.read(1)
            self.drain(0.005)
        return self.press(keys[-1:], wanted, seconds)

    def began(self, seconds=60):
        """Waits until it has the terminal."""
        started = time.perf_counter()
        while b"\x1b[?1049h" not in self.raw:
            if time.perf_counter() - started > seconds:
                raise TimeoutError("it does not begin")
            self.read(1)
        self.drain(0.1)

    def type(self, data):
        """Presses many keys, and takes what is painted meanwhile: a terminal that does neither would wait for the program, and
        the program for it. Raises TimeoutError when the program takes nothing."""
        os.set_blocking(self.terminal, False)
        while data:
            painted, free, _ = select.select([self.terminal], [self.terminal], [], 60)
            if not painted and not free:
                raise TimeoutError("it takes no keys")
            if painted:
                self.read()
            try:
                data = data[os.write(self.terminal, data):]
            except BlockingIOError:
                pass

    def picture(self):
        """The lines of the screen as it is now, by an emulator that knows nothing of the program."""
        if not hasattr(self, "emulator"):
            self.emulator, self.shown = emulator(*self.painted), 0
        self.emulator.feed(self.raw[self.shown:])
        self.shown = len(self.raw)
        return [line.rstrip() for line in self.emulator.listener.display]

    def resize(self, rows, columns):
        if hasattr(self, "emulator"):
            self.picture()
            self.emulator.listener.resize(rows, columns)
        self.painted = (rows, columns)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def wait(self, seconds=60.0):
        """Its wait status, once it has ended; what it paints meanwhile is read."""
        started = time.perf_counter()
        while self.ended is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.ended = status
                break
            if time.perf_counter() - started > seconds:
                raise TimeoutError("it does not end")
            try:
                self.read(0.005)
            except Ended:
                time.sleep(0.002)
        return self.ended

    def close(self, number=signal.SIGKILL, seconds=10.0):
        if self.ended is None:
            try:
                os.kill(self.pid, number)
            except ProcessLookupError:
                pass
            self.wait(seconds)
        if self.terminal is not None:
            os.close(self.terminal)
            self.terminal = None


def emulator(rows, columns):
    """A terminal of this size: pyte's, which knows less than most: it neither repeats nor scrolls by a count, and what moves in
    has no colour. What is shown must hang on none of that. It is taught one thing: that erasing paints cells never written."""
    import pyte

    class Screen(pyte.Screen):
        def erase_in_display(self, how=0, *others, **named):
            super().erase_in_display(how, *others, **named)
            rows = {0: range(self.cursor.y + 1, self.lines), 1: range(self.cursor.y)}.get(how, range(self.lines))
            for row in rows:
                self.buffer[row].update(dict.fromkeys(range(self.columns), self.cursor.attrs))

    return pyte.ByteStream(Screen(columns, rows))


def run(*arguments, home, before=(), check=None, **options):
    """`jury` with these arguments and no terminal."""
    done = subprocess.run([*before, JURY, *arguments], env=environment(home, **options.pop("variables", {})),
                          capture_output=True, stdin=subprocess.DEVNULL, start_new_session=True, **options)
    if check is not None and done.returncode != check:
        fail(f"jury {' '.join(arguments)}: status {done.returncode}, {done.stderr.decode()[-400:]}{done.stdout.decode()[-400:]}")
    return done


def sample(name, directory):
    """A copy of a sample session, of the modes that a session has."""
    shutil.copytree(f"{ROOT}/sample-sessions/{name}", directory)
    for path, _, files in os.walk(directory):
        os.chmod(path, 0o700)
        for file in files:
            os.chmod(f"{path}/{file}", 0o600)
    return directory


def everything(place):
    """Each file and directory below."""
    for path, folders, files in os.walk(place):
        for name in [*folders, *files]:
            yield f"{path}/{name}"


def digest(line):
    return base64.urlsafe_b64encode(hashlib.sha256(line).digest()).rstrip(b"=").decode()


def journal(path):
    """The events of a journal, after checking its chain here, by other means than the program's. A torn last line is left
    out; none of it when there is no journal."""
    try:
        with open(path, "rb") as file:
            lines = file.read().split(b"\n")[:-1]
    except FileNotFoundError:
        return []
    before, events = "", []
    for n, line in enumerate(lines):
        value = json.loads(line)
        if value["n"] != n or value["prev"] != before:
            fail(f"{path}: the chain is broken at line {n + 1}")
        if json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() != line:
            fail(f"{path}: line {n + 1} is not canonical")
        before = digest(line + b"\n")
        if n:
            events.append(value["event"])
    return events


class Oral:
    """A new oral of the block 1 sample, and what its jury does: one key an action, each with what shows that it is saved."""

    candidate = "garcia-moreno"
    competencies = [("C1", 7), ("C2", 3), ("C3", 3), ("C4", 10), ("C5", 5)]

    def __init__(self, directory):
        self.home = directory
        os.makedirs(directory, exist_ok=True)
        self.session = sample("block1", f"{directory}/session")
        self.journal = f"{self.session}/orals/{self.candidate}/jury.jsonl"

    def arguments(self):
        return ["open", self.session, "--candidate", self.candidate, "--lang", "en"]

    def open(self, **options):
        return Console(self.arguments(), self.home, **options)

    def events(self):
        return journal(self.journal)

    def actions(self, rounds=1):
        """(keys, what is painted once the fact is saved, the fact): 6 that begin the oral, then 56 marks a round."""
        yield b" ", SAVED, {"identityChecked": {"checked": True}}
        for juror in ("benali", "roux"):
            yield b"\x1b[B ", SAVED, {"jurorPresent": {"juror": juror, "present": True}}
            yield b"\x1b[B ", SAVED, {"noTieDeclared": {"juror": juror}}
        yield b"t", "E1 Donn".encode(), {"clockStarted": {}}
        move = b""
        for competency, count in self.competencies:
            for number in range(1, count + 1):
                criterion = f"{competency}.{number}"
                for _ in range(rounds):
                    yield move + b" ", SAVED, {"criterionMarked": {"criterion": criterion, "mark": "met"}}
                    yield b"n", REFUSED, {"criterionMarked": {"criterion": criterion, "mark": "notMet"}}
                    move = b""
                move = b"\x1b[B"
            move = b"\t"

    def paths(self):
        """Every path of the store that a console on this oral may touch, before any exists."""
        here, oral = self.session, f"{self.session}/orals/{self.candidate}"
        presence = f"{here}/presence/.{self.candidate}.jury.json.new"
        return [here, f"{here}/orals", oral, self.journal, f"{oral}/jury.lock", f"{here}/session.json", f"{here}/presence",
                presence, f"{here}/presence/{self.candidate}.jury.json", f"{here}/grids", f"{here}/manager.jsonl"]


def directory():
    """A directory for a test's files, on a disk: a crash test on a tmpfs would show little."""
    os.makedirs(f"{ROOT}/.build/proof", exist_ok=True)
    return tempfile.TemporaryDirectory(dir=f"{ROOT}/.build/proof")
