"""A disk that refuses what a console asks of it, by the library of refusal.c."""
import errno, mmap
from console import *

# As refusal.c numbers them.
CALLS = ["write", "fsync", "fdatasync", "rename", "openat", "mkdir", "unlink", "fchmod", "ftruncate"]
EVER = 0xFFFFFFFF
TORN = b'{"at":"2026-12-01T09:1'


class Refusal:
    """The orders that the library takes, and what it tells."""

    def __init__(self, oral, juror=""):
        self.order, self.told, self.oral = f"{oral.home}/order{juror}", f"{oral.home}/told{juror}", oral
        with open(self.order, "wb") as file:
            file.write(bytes(24))
        with open(self.order, "r+b") as file:
            self.memory = mmap.mmap(file.fileno(), 24)
        self.isSaid = False  # at opening
        self.variables = {"LD_PRELOAD": library(), "UNDER": oral.session, "ORDER": self.order, "TOLD": self.told}

    def begin(self, calls, first, last, error=None, size=0):
        """Of the calls of these names those from the `first` to the `last` fail, or write so many bytes."""
        names = sum(1 << CALLS.index(name) for name in calls)
        self.memory[:] = struct.pack("6I", names, first - 1, last, getattr(errno, error) if error else 0, size, 0)

    def end(self):
        self.memory[:4] = bytes(4)

    def log(self):
        """(name, descriptor, result, error, when, path) of each call."""
        with open(self.told) as file:
            for line in file:
                name, descriptor, result, code, when, path = line.rstrip("\n").split(" ", 5)
                yield name, int(descriptor), int(result), int(code), float(when), path

    def check(self, where):
        """Nothing more is asked of a descriptor whose write or synchronisation failed, but to close it. How many calls on the
        journal were refused for good."""
        failed, refused = set(), 0
        for name, descriptor, result, code, _, path in self.log():
            if name in ("close", "openat"):
                failed.discard(descriptor)
            elif descriptor in failed and name in ("write", "fdatasync", "fsync", "ftruncate"):
                fail(f"{where}: {name} on a descriptor that had failed, of {path}")
            elif result < 0 and (name in ("fdatasync", "fsync") or name == "write" and code != errno.EINTR):
                failed.add(descriptor)
                refused += path == self.oral.journal and name != "fsync"
        return refused

    def seconds(self):
        """From the first call on the journal that was refused to the frame that follows it, by the program's own calls: this
        script may see it late."""
        refused = None
        for name, _, result, _, when, path in self.log():
            if refused is None and result < 0 and name in ("write", "fdatasync") and path == self.oral.journal:
                refused = when
            elif refused is not None and name == "paint":
                return when - refused
        return None


def library():
    """refusal.c, as a library."""
    made = f"{ROOT}/.build/proof/refusal.so"
    source = f"{ROOT}/.ci/proof/refusal.c"
    if not os.path.exists(made) or os.path.getmtime(made) < os.path.getmtime(source):
        subprocess.run(["gcc", "-Wall", "-Wextra", "-Werror", "-O1", "-shared", "-fPIC", "-o", f"{made}.{os.getpid()}", source,
                        "-ldl"], check=True)
        os.rename(f"{made}.{os.getpid()}", made)
    return made


def begun(oral):
    """The oral half heard, and its last line torn."""
    console = oral.open()
    console.until("F1 help")
    for count, (keys, wanted, _) in enumerate(oral.actions()):
        if count == 30:
            break
        console.act(keys, wanted)
    console.close()
    with open(oral.journal, "ab") as file:
        file.write(TORN)
