"""Runs a notebook with the installed kernel, as nbconvert does, and writes what came out."""

import os
import sys

import nbformat
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager
from nbclient import NotebookClient

START, CELL = 180, 600


def main(source, target):
    book = nbformat.read(source, as_version=4)
    specs = KernelSpecManager(kernel_dirs=[os.path.join(sys.prefix, "share/jupyter/kernels")])
    manager = KernelManager(kernel_name=book.metadata.kernelspec.name, kernel_spec_manager=specs)
    resources = {"metadata": {"path": os.path.dirname(target)}}
    try:
        NotebookClient(
            book, km=manager, timeout=CELL, startup_timeout=START, resources=resources
        ).execute()
        nbformat.write(book, target)
    finally:
        manager.shutdown_kernel(now=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
