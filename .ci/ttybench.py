"""A terminal program seen from outside, through a pseudo-terminal: when its first frame is there, how long a key takes,
what it costs. Python's standard library only."""
import fcntl, os, pty, re, select, signal, struct, termios, time

SEQUENCE = re.compile(rb"\x1b(\[[0-9;?<>=]*[ -/]*[@-~]|[()][A-Z0-9]|\][^\x07\x1b]*(\x07|\x1b\\)|[=>78cDEHM])")
QUIET = 0.015  # seconds without a byte after which a repaint is whole


class Program:
    """One run of a program on a terminal of `rows` by `columns`."""

    def __init__(self, command, rows, columns, environment):
        started = time.perf_counter()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            try:
                # Before the program looks at the terminal: it must not be drawn twice.
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
                os.execve(command[0], command, environment)
            finally:
                os._exit(127)
        self.started = started

    def first_frame(self, text, seconds=20):
        """Milliseconds from before the fork to `text` on the wire, which the caller knows to be the frame's last."""
        wanted, seen = text.encode(), b""
        while select.select([self.terminal], [], [], seconds)[0]:
            try:
                seen += os.read(self.terminal, 65536)
            except OSError:
                break
            if wanted in SEQUENCE.sub(b"", seen):
                return (time.perf_counter() - self.started) * 1e3
        raise SystemExit(f"no {text!r} on the screen, but {seen[-400:]!r}")

    def drain(self, quiet=QUIET):
        """Bytes that came until it was quiet, and when the last of them did."""
        count, last = 0, time.perf_counter()
        while select.select([self.terminal], [], [], quiet)[0]:
            try:
                count += len(os.read(self.terminal, 65536))
            except OSError:
                break
            last = time.perf_counter()
        return count, last

    def key(self, key):
        """Milliseconds from a key to the last byte of its repaint, and the repaint's bytes."""
        started = time.perf_counter()
        os.write(self.terminal, key)
        if not select.select([self.terminal], [], [], 5)[0]:
            raise SystemExit(f"{key!r} painted nothing in 5 seconds")
        count, last = self.drain()
        if count == 0:
            raise SystemExit(f"the program ended at {key!r}")
        return (last - started) * 1e3, count

    def processor(self):
        """Milliseconds of processor time so far (schedstat: nanoseconds on the processor)."""
        with open(f"/proc/{self.pid}/schedstat") as file:
            return int(file.read().split()[0]) / 1e6

    def peak(self):
        """Peak resident memory in MiB."""
        with open(f"/proc/{self.pid}/status") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("VmHWM")) / 1024

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.close(self.terminal)
        os.waitpid(self.pid, 0)
