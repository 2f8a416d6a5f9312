"""Runs the same cells in JJava and rapaio's kernel, and writes their messages as JSON.

Arguments: the file for it, the folder of java, the class path of the toolkit, rapaio's jar.
"""

import json
import os
import sys
from pathlib import Path
from queue import Empty

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

START, CELL = 45, 90
# A kernel of others may not answer: rapaio's was seen not to, and did at its next start.
ATTEMPTS = 4
HEAP = "-Xmx1g"
CELLS = {
    "run": "import dev.parley.*;\nvar run = Experiment.aim().pretrain(20).rounds(200).seed(1).run();\nrun",
    "table": "run.rounds()",
    "chart": "run.rewardCurve()",
    "lexicon": "run.lexicon()",
    "study": "Experiment.study(Experiment.aim().pretrain(1).rounds(20)).seeds(2)"
    '.in(java.nio.file.Files.createTempDirectory("study")).run()',
    "array": "new int[] {1, 2, 3}",
    "optional": "java.util.Optional.of(run.audit())",
    "setting": "Experiment.aim().codebook(1)",
    "sum": "1 + 1",
}
# pip names JJava's kernel "java".
SVG = {
    "java": 'display(run.rewardCurve(), "image/svg+xml");',
    "rapaio": 'display("image/svg+xml", run.rewardCurve());',
}
KERNELS = Path(sys.prefix, "share/jupyter/kernels")


def install_rapaio(java, class_path, jar):
    folder = KERNELS / "rapaio"
    folder.mkdir(parents=True, exist_ok=True)
    start = folder / "start.jsh"
    start.write_text("displaySystem();\n")
    spec = {
        "argv": [
            java,
            HEAP,
            "-Djava.awt.headless=true",
            "-cp",
            class_path + os.pathsep + jar,
            "org.rapaio.jupyter.kernel.MainApp",
            "{connection_file}",
        ],
        "display_name": "Java (rapaio)",
        "language": "java",
        "interrupt_mode": "message",
        "env": {"RJK_INIT_SCRIPT": str(start)},
    }
    (folder / "kernel.json").write_text(json.dumps(spec))


def run(client, code):
    """What the cell showed, in order, and its error."""
    messages = []
    client.execute_interactive(code, timeout=CELL, output_hook=messages.append)
    seen = []
    for message in messages:
        content = message["content"]
        if message["msg_type"] in ("execute_result", "display_data", "update_display_data"):
            seen.append(
                {
                    "kind": message["msg_type"],
                    "data": content["data"],
                    "metadata": content["metadata"],
                    "place": (content.get("transient") or {}).get("display_id"),
                }
            )
        elif message["msg_type"] == "error":
            seen.append({"kind": "error", "data": {"text/plain": content["evalue"]}})
    return seen


def talk(name):
    specs = KernelSpecManager(kernel_dirs=[str(KERNELS)])
    manager = KernelManager(kernel_name=name, kernel_spec_manager=specs)
    with open(Path(sys.prefix, name + ".log"), "a") as log:
        manager.start_kernel(stdout=log, stderr=log)
    client = manager.client()
    try:
        client.start_channels()
        client.wait_for_ready(timeout=START)
        cells = dict(CELLS, svg=SVG[name])
        return {cell: run(client, code) for cell, code in cells.items()}
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def main():
    file, folder, class_path, jar = sys.argv[1:]
    os.environ["PATH"] = folder + os.pathsep + os.environ["PATH"]
    os.environ["JJAVA_CLASSPATH"] = class_path
    os.environ["JJAVA_JVM_OPTS"] = HEAP + " -Djava.awt.headless=true"
    install_rapaio(os.path.join(folder, "java"), class_path, jar)
    seen = {}
    for name in SVG:
        for _ in range(ATTEMPTS):
            try:
                seen[name] = talk(name)
                break
            except (Empty, RuntimeError, TimeoutError) as error:
                print(name, repr(error), file=sys.stderr)
                seen[name] = {"failure": repr(error)}
    Path(file).write_text(json.dumps(seen, indent=1))


if __name__ == "__main__":
    main()
