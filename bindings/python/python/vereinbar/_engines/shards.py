"""Shards of documents and their manifest, in a folder or a store."""

from __future__ import annotations

import contextlib
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Final, Literal, TypeAlias

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.fs
import pyarrow.parquet as pq

from ..arrow import RESULT_SCHEMA, ROWS
from ..errors import OptionError

Format: TypeAlias = Literal["zip", "parquet", "objects"]

MANIFEST_SCHEMA: Final = pa.schema(
    [*(one for one in RESULT_SCHEMA if one.name != "pdf"), pa.field("shard", pa.string()), pa.field("run", pa.int64())]
)
"""A line of the manifest: what is known of a row, and where its document is."""

_MANIFEST: Final = "manifest"
_SHARDS: Final = "shards"
_OBJECTS: Final = "pdf"
_UNDER_WAY: Final = ".teil"


@dataclass(frozen=True)
class Place:
    """A folder of a filesystem."""

    filesystem: Any = field(repr=False)
    root: str

    @classmethod
    def of(cls, path: str, filesystem: Any) -> Place:
        """The folder that a path or an address names."""
        try:
            if filesystem is None:
                filesystem, path = pyarrow.fs.FileSystem.from_uri(_uri(path))
        except (pa.ArrowInvalid, OSError) as error:
            raise OptionError(f"Das ist kein Ordner und keine Adresse, die pyarrow kennt: {path}") from error
        return cls(filesystem, path.rstrip("/"))

    @property
    def is_local(self) -> bool:
        """Whether what is half written can be seen."""
        return isinstance(self.filesystem, pyarrow.fs.LocalFileSystem)

    def file(self, name: str) -> str:
        """The whole path of a file; its folder is there then."""
        path = f"{self.root}/{name}"
        if self.is_local:
            self.filesystem.create_dir(path.rpartition("/")[0], recursive=True)
        return path

    def tidy(self) -> None:
        """Removes what a run that was killed has half written; a store shows none of it."""
        if self.is_local:
            for folder in (_SHARDS, _OBJECTS, _MANIFEST):
                selector = pyarrow.fs.FileSelector(f"{self.root}/{folder}", allow_not_found=True, recursive=True)
                for info in self.filesystem.get_file_info(selector):
                    if info.path.endswith(_UNDER_WAY):
                        self.filesystem.delete_file(info.path)

    def manifest(self, columns: Iterable[str] = MANIFEST_SCHEMA.names) -> Any:
        """The manifest: of each row the lines of its last run, with these columns, of which are id and run."""
        schema = pa.schema([MANIFEST_SCHEMA.field(name) for name in columns])
        selector = pyarrow.fs.FileSelector(f"{self.root}/{_MANIFEST}", allow_not_found=True)
        parts = []
        for info in sorted(self.filesystem.get_file_info(selector), key=lambda info: info.path):
            if info.path.endswith(".parquet"):
                with self.filesystem.open_input_file(info.path) as file:
                    parts.append(pq.read_table(file, schema=schema))
        every = pa.concat_tables(parts) if parts else schema.empty_table()
        last = every.group_by("id").aggregate([("run", "max")])
        by_name = dict(zip(last["id"].to_pylist(), last["run_max"].to_pylist(), strict=True))
        newest = pa.array([by_name[name] for name in every["id"].to_pylist()], pa.int64())
        return every.filter(pc.equal(every["run"], newest))


class Shard:
    """A shard that is being written. It is named in the manifest when it is whole."""

    def __init__(self, place: Place, form: Format, digest: str) -> None:
        """The digest is that of the rows, so that who writes them again writes over it."""
        self._place, self._form, self._digest = place, form, digest
        self._name = f"{_SHARDS}/{digest}.{form}"
        self._lines: list[dict[str, object]] = []
        self._documents: list[dict[str, object]] = []
        self._stack = contextlib.ExitStack()
        self._zip: zipfile.ZipFile | None = None
        self._parquet: Any = None
        self._held: set[object] = set()

    def __enter__(self) -> Shard:
        return self

    def add(self, result: dict[str, object]) -> None:
        """Takes a row with its document, if it has one."""
        pdf = result.pop("pdf", None)
        if isinstance(pdf, bytes):
            name = str(result["file"])
            if self._form == "objects":
                result["shard"] = f"{_OBJECTS}/{name}"
                _write(self._place, f"{_OBJECTS}/{name}", pdf)
            else:
                result["shard"] = self._name
                # The same agreement twice is one document.
                if name not in self._held:
                    self._held.add(name)
                    self._document({**result, "pdf": pdf})
        self._lines.append(result)

    def _document(self, result: dict[str, object]) -> None:
        if self._form == "zip":
            if self._zip is None:
                stream = self._stack.enter_context(_open(self._place, self._name))
                self._zip = self._stack.enter_context(zipfile.ZipFile(stream, "w"))
            # The day of a file in it is always the same, so that its bytes are.
            self._zip.writestr(zipfile.ZipInfo(str(result["file"])), result["pdf"])  # type: ignore[arg-type]
            return
        if self._parquet is None:
            stream = self._stack.enter_context(_open(self._place, self._name))
            writer = pq.ParquetWriter(stream, RESULT_SCHEMA, compression="zstd")
            self._parquet = self._stack.enter_context(writer)
        self._documents.append(result)
        if len(self._documents) == ROWS:
            self._flush()

    def _flush(self) -> None:
        if self._documents:
            self._parquet.write_batch(pa.RecordBatch.from_pylist(self._documents, RESULT_SCHEMA))
            self._documents.clear()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if kind is None:
            self._flush()
        self._stack.__exit__(kind, error, traceback)
        if kind is None:
            with _open(self._place, f"{_MANIFEST}/{self._digest}.parquet") as stream:
                pq.write_table(pa.Table.from_pylist(self._lines, MANIFEST_SCHEMA), stream, compression="zstd")


def _write(place: Place, name: str, content: bytes) -> None:
    with _open(place, name) as stream:
        stream.write(content)


@contextlib.contextmanager
def _open(place: Place, name: str) -> Any:
    """A file to write, which is there when it is whole: a store shows it then alone."""
    path = place.file(name)
    under_way = f"{path}{_UNDER_WAY}" if place.is_local else path
    with place.filesystem.open_output_stream(under_way) as stream:
        yield stream
    if place.is_local:
        place.filesystem.move(under_way, path)


def _uri(path: str) -> str:
    """The address; what is none is a path from here."""
    if "://" in path:
        return path
    import pathlib

    return pathlib.Path(path).absolute().as_uri()
