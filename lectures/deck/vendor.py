"""Fetch what a deck needs in the browser, from the npm registry, at build time, and check that it is that.

The client `npm` fetches; what it fetched must have the checksum that is written down here. The files that a
deck needs are copied, each package with its licence.
"""

import base64
import hashlib
import shutil
import subprocess
import tarfile
from pathlib import Path

PACKAGES = {  # name and version, checksum, licence
    "reveal.js@4.6.1": (
        "sha512-1CW0auaXNPmwmvQ7TwpszwVxMi2Xr5cTS3J3EBC/HHgbPF32Dn7aiu/LKWDOGjMbaDwKQiGmfqcoGQ74HUHCMw==",
        "MIT",
    ),
    "mathjax@3.2.2": (
        "sha512-Bt+SSVU8eBG27zChVewOicYs7Xsdt40qm4+UpHyX7k0/O9NliPc+x77k1/FEsPsjKPZGJvtRZM1vO+geW0OhGw==",
        "Apache-2.0",
    ),
    "axe-core@4.14.1": (
        "sha512-FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ==",
        "MPL-2.0",
    ),
}
IN_A_DECK = {
    "reveal.js@4.6.1": ["dist/reveal.css", "dist/reveal.js", "plugin/notes/notes.js", "LICENSE"],
    "mathjax@3.2.2": ["es5/tex-svg.js", "LICENSE"],
}


def unpacked(package, cache):
    """Return the folder of a package such as ``"mathjax@3.2.2"``, fetched into `cache` if it is not there."""
    folder = Path(cache) / package
    if not folder.exists():
        Path(cache).mkdir(parents=True, exist_ok=True)
        npm = shutil.which("npm")
        if not npm:
            raise SystemExit("npm is missing: install Node.js, or copy _build/packages from another machine.")
        command = [npm, "pack", package, "--silent", "--pack-destination", str(cache)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        archive = Path(cache) / done.stdout.strip().splitlines()[-1]
        found = "sha512-" + base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        if found != PACKAGES[package][0]:
            raise ValueError(f"{package} must have the checksum {PACKAGES[package][0]}, got {found}")
        with tarfile.open(archive) as files:
            files.extractall(folder, filter="data")
        archive.unlink()
    return folder / "package"


def copy(target, cache):
    """Copy what a deck needs to ``target/reveal.js`` and ``target/mathjax``."""
    for package, files in IN_A_DECK.items():
        for file in files:
            place = Path(target) / package.partition("@")[0] / file
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(unpacked(package, cache) / file, place)
