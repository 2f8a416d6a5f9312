"""Talks to the installed kernel as a front end does, and writes what it saw as JSON."""

import json
import os
import subprocess
import sys
import tempfile
import time
from queue import Empty

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import v4

NAME = "parley"
START, CELL = 120, 120
LONG = 'var run = Experiment.aim().pretrain(5).rounds(2_000_000).run();\nvar later = 1;'
STUDY = """
Experiment.study(Experiment.aim().pretrain(1).rounds(40)).vary(Aim::codebook, 4, 8).seeds(1, 2)
    .in(Files.createTempDirectory("study")).run()"""
FAILS = 'Thread.sleep(500);\nString wrong = 1;'
# The JVM cannot end this one by asking: it never looks at the interrupt.
SPIN = 'long count = 0; while (true) { count++; }'


def specs():
    return KernelSpecManager(kernel_dirs=[os.path.join(sys.prefix, "share/jupyter/kernels")])


class Kernel:
    def __init__(self, **options):
        self.manager = KernelManager(kernel_name=NAME, kernel_spec_manager=specs(), **options)
        began = time.monotonic()
        self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=START)
        self.ready = time.monotonic() - began

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def send(self, code, **options):
        return self.client.execute(code, **options), time.monotonic()

    def collect(self, sent, interrupt=None):
        """What a cell gives; it is interrupted after so many seconds."""
        request, began = sent
        asked = None
        seen = {"outputs": [], "shown": [], "streams": "", "error": None}
        while True:
            left = CELL if interrupt is None else max(0, began + interrupt - time.monotonic())
            try:
                message = self.client.get_iopub_msg(timeout=left)
            except Empty:
                if interrupt is None:
                    raise
                asked, interrupt = time.monotonic(), None
                self.manager.interrupt_kernel()
                continue
            if message["parent_header"].get("msg_id") != request:
                continue
            kind, content = message["msg_type"], message["content"]
            if kind in ("execute_result", "display_data", "update_display_data"):
                seen["outputs"].append(content["data"])
                place = content.get("transient", {}).get("display_id")
                came = time.monotonic() - began
                seen["shown"].append({"kind": kind, "place": place, "seconds": came})
            elif kind == "stream":
                seen["streams"] += content["text"]
            elif kind == "error":
                seen["error"] = content
            elif kind == "status" and content["execution_state"] == "idle":
                break
        seen["seconds"] = time.monotonic() - began
        if asked is not None:
            seen["took"] = time.monotonic() - asked
        while True:
            reply = self.client.get_shell_msg(timeout=CELL)
            if reply["parent_header"].get("msg_id") == request:
                break
        seen["reply"] = {k: reply["content"].get(k) for k in ("status", "ename", "evalue", "traceback", "execution_count")}
        return seen

    def run(self, code):
        return self.collect(self.send(code))

    def together(self, *cells, **options):
        """Cells that are sent before the first has ended."""
        return [self.collect(sent) for sent in [self.send(code, **options) for code in cells]]

    def interrupt(self, code, after, *waiting):
        sent = self.send(code)
        behind = [self.send(each) for each in waiting]
        seen = self.collect(sent, after)
        seen["behind"] = [self.collect(each) for each in behind]
        return seen

    def ask(self, method, code, position):
        request = getattr(self.client, method)(code, position)
        while True:
            reply = self.client.get_shell_msg(timeout=CELL)
            if reply["parent_header"].get("msg_id") == request:
                return reply["content"]


def talk(seen):
    with Kernel() as kernel:
        seen["ready"] = kernel.ready
        seen["first"] = kernel.run("1 + 1")
        seen["experiment"] = kernel.run("var run = Experiment.aim().rounds(20).run();\nrun")
        seen["table"] = kernel.run("run.rounds()")
        seen["chart"] = kernel.run("run.rewardCurve()")
        seen["display"] = kernel.run("display(run.rewardCurve());")
        code = "Experiment.aim()."
        seen["completion"] = kernel.ask("complete", code, len(code))
        code = "Experiment.aim()\n    .code"
        seen["completion of a line"] = kernel.ask("complete", code, len(code))
        code = 'Experiment.study(Experiment.aim())\n    .ablate("small", a -> a.code'
        seen["completion in a lambda"] = kernel.ask("complete", code, len(code))
        code = "Experiment.aim().codebook(3)"
        seen["inspection"] = kernel.ask("inspect", code, code.index("codebook") + 2)
        seen["compile"] = kernel.run('int a = 1;\n\nString b = a + 1;')
        seen["semicolon"] = kernel.run("int b = 1\nint c = 2\nb + c")
        seen["after compile"] = kernel.run("a")
        seen["setting"] = kernel.run("Experiment.aim().codebook(1)")
        seen["cause"] = kernel.run(
            'void inner() { throw new IllegalArgumentException("the root"); }\n'
            "void outer() {\n  try {\n    inner();\n  } catch (RuntimeException e) {\n"
            '    throw new IllegalStateException("the middle", e);\n  }\n}\n'
            'try { outer(); } catch (RuntimeException e) { throw new Exception("the top", e); }'
        )
        seen["void"] = kernel.run('System.out.println("said");')
        seen["null"] = kernel.run("String nothing = null;\nnothing")
        seen["magic"] = kernel.run("%nosuchmagic")
        seen["study"] = kernel.run(STUDY)
        seen["together"] = kernel.together(FAILS, "1 + 1", "2 + 2")
        seen["after together"] = kernel.run("3 + 3")
        seen["go on"] = kernel.together(FAILS, "4 + 4", stop_on_error=False)
        seen["interrupt"] = kernel.interrupt(LONG, 4, "5 + 5")
        seen["after interrupt"] = kernel.run("run.rounds().rowCount()")
        seen["not run"] = kernel.run("later")
        seen["sleep"] = kernel.interrupt("Thread.sleep(60_000)", 1)
        seen["spin"] = kernel.interrupt(SPIN, 1)
        seen["after spin"] = kernel.run("2 + 2")


def over_ipc(seen):
    with tempfile.TemporaryDirectory() as folder:
        with Kernel(transport="ipc", connection_file=os.path.join(folder, "k.json")) as kernel:
            seen["ipc"] = kernel.run("display(1);\n40 + 2")
            seen["ipc interrupt"] = kernel.interrupt("Thread.sleep(60_000)", 1)


def alive(process):
    try:
        with open(f"/proc/{process}/stat") as stat:
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def orphan(seen):
    """A parent that is killed while its kernel is busy."""
    program = (
        "import sys, time\n"
        f"sys.argv = [{__file__!r}]\n"
        f"exec(open({__file__!r}).read().rpartition('\\nif __name__')[0])\n"
        "kernel = Kernel()\n"
        "kernel.send('while (true) { }')\n"
        "print(kernel.manager.provisioner.pid, flush=True)\n"
        "time.sleep(600)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    child = int(parent.stdout.readline())
    seen["orphan before"] = alive(child)
    parent.kill()
    parent.wait()
    began = time.monotonic()
    while alive(child) and time.monotonic() - began < 30:
        time.sleep(0.05)
    seen["orphan after"] = alive(child)
    seen["orphan seconds"] = time.monotonic() - began


def execute(seen):
    """What nbclient, and so nbconvert, keeps of a run, and what its log has about an error."""
    sources = ["var run = Experiment.aim().rounds(200).run();", "int a = 1;", "String b = a + 1;"]
    book = v4.new_notebook(cells=[v4.new_code_cell(source) for source in sources])
    manager = KernelManager(kernel_name=NAME, kernel_spec_manager=specs())
    try:
        NotebookClient(book, km=manager, timeout=CELL, startup_timeout=START).execute()
    except CellExecutionError as error:
        seen["log"] = str(error)
    finally:
        manager.shutdown_kernel(now=True)
    seen["kept"] = book.cells[0].outputs


def main():
    seen = {}
    for part in (talk, over_ipc, orphan, execute):
        try:
            part(seen)
        except (Empty, RuntimeError, TimeoutError) as error:
            seen.setdefault("failures", []).append(f"{part.__name__}: {error!r}")
    with open(sys.argv[1], "w") as out:
        json.dump(seen, out, indent=1)


if __name__ == "__main__":
    main()
