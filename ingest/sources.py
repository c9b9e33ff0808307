"""From the paths that were given to the files that are read, each accounted for."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import IncorrectManifest, MissingSource, RefusedSource, UnreadableSource
from ingest.manifest import NAME, UNLISTED, Manifest


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file to be read, or refused for what is known before reading it."""

    path: Path
    manifest: Manifest | None = None
    problem: RefusedSource | None = None
    takes_over: bool = False  # a person wants it to take the place of the file that holds the same document


@dataclass(frozen=True, slots=True)
class Sources:
    """The files in the order in which they are read, and the folders that were given as a whole."""

    files: tuple[SourceFile, ...]
    folders: tuple[Path, ...]


def find_sources(given: Iterable[Path]) -> Sources:
    """Every file that `given` names or holds, once; folders are walked in order of name, hidden files skipped."""
    files: dict[Path, SourceFile] = {}
    folders = []
    for path in map(_absolute, given):
        if path.is_dir():
            found = list(_files_of_folder(path))
            # An empty folder is rather an unmounted disk than a wish to forget: nothing is removed for it.
            if found:
                folders.append(path)
            else:
                found = [SourceFile(path, problem=MissingSource(path, "the folder holds no files"))]
        elif path.exists():
            found = list(_governed([path], path.parent, single=True))
        else:
            found = [SourceFile(path, problem=MissingSource(path, "there is no such file or folder"))]
        for file in found:
            files.setdefault(file.path, file)
    return Sources(tuple(files.values()), tuple(folders))


def _absolute(path: Path) -> Path:
    """The path by which a file is known: the folder's true place, the file's own name even if it is a link."""
    absolute = path.absolute()
    return absolute.resolve() if absolute.is_dir() else absolute.parent.resolve() / absolute.name


def _files_of_folder(folder: Path) -> Iterator[SourceFile]:
    """The files below `folder`; a manifest speaks for its own folder and those below, unless they have their own."""
    walked: dict[Path, list[Path]] = {}
    for name, subfolders, file_names in os.walk(folder):
        subfolders[:] = sorted(subfolder for subfolder in subfolders if not subfolder.startswith("."))
        here = Path(name)
        home = here if NAME in file_names else _nearest(here, walked)
        walked.setdefault(home or folder, [])
        walked[home or folder] += [here / file for file in sorted(file_names) if not file.startswith(".")]
    for home, files in walked.items():
        yield from _governed(files, home)


def _nearest(folder: Path, homes: Iterable[Path]) -> Path | None:
    return max((home for home in homes if folder.is_relative_to(home)), key=lambda home: len(home.parts), default=None)


def _governed(files: Sequence[Path], home: Path, *, single: bool = False) -> Iterator[SourceFile]:
    """The files with the manifest of `home` where there is one; also what it lists and is not there."""
    path = home / NAME
    if not path.is_file():
        yield from (SourceFile(file, problem=_not_a_file(file)) for file in files)
        return
    try:
        manifest = Manifest.read(path)
    except IncorrectManifest as error:
        yield from (SourceFile(file, problem=IncorrectManifest(file, f"{error.path}: {error.why}")) for file in files)
        return
    present = [file for file in files if single or file.name not in UNLISTED or file in manifest.entries]
    yield from (SourceFile(file, manifest, _not_a_file(file)) for file in present)
    if not single:
        for file in sorted(set(manifest.entries) - set(present)):
            yield SourceFile(file, manifest, MissingSource(file, f"{NAME} lists it, but there is no such file"))


def _not_a_file(path: Path) -> RefusedSource | None:
    """Pipes and devices would never end; broken links have nothing to read."""
    return None if path.is_file() else UnreadableSource(path, "not a regular file")
