"""An office file as a package of parts: those that are not touched go over as they are."""

import io
import posixpath
import zipfile
import zlib
from typing import Final, NamedTuple

from msgspec import Struct, field

from perflint.office.annotate.markup import quoted, read_markup
from perflint.office.annotate.options import Refused

CONTENT_TYPES: Final = "[Content_Types].xml"
_RELATION: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Relation(NamedTuple):
    """A relationship of a part: its id, the last word of its type, and the part it leads to ("" outside the package)."""

    id: str
    kind: str
    target: str


class Package(Struct):
    """The members of an archive in order with what they hold, and those that were written anew."""

    members: list[zipfile.ZipInfo]
    parts: dict[str, bytes]
    changed: set[str] = field(default_factory=set)

    def put(self, name: str, data: bytes) -> None:
        """Keep what a part is to hold; one that is not there yet comes last."""
        if self.parts.get(name) != data:
            self.parts[name] = data
            self.changed.add(name)

    def remove(self, name: str) -> None:
        """Take a part out."""
        del self.parts[name]
        self.changed.add(name)

    def relations(self, name: str) -> tuple[Relation, ...]:
        """Return the relationships of a part; of the package for ""."""
        data = self.parts.get(relations_of(name))
        if data is None:
            return ()
        folder = posixpath.dirname(name)
        found = []
        for one in read_markup(data).root.iter(f"{{{_RELATION}}}Relationship"):
            inside = one.get("TargetMode") != "External"
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target") or "")).lstrip("/")
            found.append(
                Relation(one.get("Id") or "", (one.get("Type") or "").rpartition("/")[2], target if inside else "")
            )
        return tuple(found)

    def target(self, name: str, kind: str) -> str | None:
        """Return the part of a kind that a part refers to, None where there is none."""
        return next((one.target for one in self.relations(name) if one.kind == kind and one.target in self.parts), None)

    def relate(self, name: str, kind: str, target: str) -> str:
        """Add a relationship from one part to another and return its id."""
        taken = {one.id for one in self.relations(name)}
        fresh = next(
            f"rIdPerflint{number}" for number in range(1, len(taken) + 2) if f"rIdPerflint{number}" not in taken
        )
        place = relations_of(name)
        empty = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{_RELATION}"></Relationships>'
        leads = posixpath.relpath(f"/{target}", f"/{posixpath.dirname(name)}")
        markup = read_markup(self.parts.get(place, empty.encode()))
        markup.append(markup.root, markup.tag(markup.root, _RELATION, "Relationship") +
                      f' Id="{fresh}" Type="{OFFICE}/{kind}" Target="{quoted(leads)}"/>')  # fmt: skip
        self.put(place, markup.text())
        return fresh

    def unrelate(self, name: str, target: str) -> None:
        """Take out the relationships from one part to another."""
        markup = read_markup(self.parts[relations_of(name)])
        ids = {one.id for one in self.relations(name) if one.target == target}
        for one in markup.root.iter(f"{{{_RELATION}}}Relationship"):
            if one.get("Id") in ids:
                markup.remove(one)
        self.put(relations_of(name), markup.text())

    def declare(self, name: str, kind: str) -> None:
        """Say in the list of contents of which kind a new part is."""
        markup = read_markup(self.parts[CONTENT_TYPES])
        known = {one.get("PartName"): one.get("ContentType") for one in markup.root.iter(f"{{{_TYPES}}}Override")}
        if known.get(f"/{name}") != kind:
            markup.append(markup.root, markup.tag(markup.root, _TYPES, "Override") +
                          f' PartName="/{quoted(name)}" ContentType="{kind}"/>')  # fmt: skip
            self.put(CONTENT_TYPES, markup.text())

    def undeclare(self, name: str) -> None:
        """Take a part out of the list of contents."""
        markup = read_markup(self.parts[CONTENT_TYPES])
        for one in markup.root.iter(f"{{{_TYPES}}}Override"):
            if one.get("PartName") == f"/{name}":
                markup.remove(one)
        self.put(CONTENT_TYPES, markup.text())

    def free_name(self, pattern: str) -> str:
        """Return a name that no part has, from a pattern with `{}` for a number."""
        taken = {name.lower() for name in self.parts}
        return next(
            name for number in range(1, len(taken) + 2) if (name := pattern.format(number)).lower() not in taken
        )

    def bytes(self) -> bytes:
        """Return the archive: members in their order with their dates and ways of packing, new ones behind."""
        out = io.BytesIO()
        known = {member.filename for member in self.members}
        with zipfile.ZipFile(out, "w") as archive:
            for member in (*self.members, *map(_fresh, (name for name in self.parts if name not in known))):
                if member.filename in self.parts:
                    archive.writestr(_like(member), self.parts[member.filename])
        return out.getvalue()


def relations_of(name: str) -> str:
    """Return the part that holds the relationships of a part."""
    folder, last = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{last}.rels")


def open_package(data: bytes) -> Package:
    """Return the package that bytes hold; they have been looked over for bombs before.

    Raises:
        Refused: two members share a name, or one cannot be unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            names = [member.filename for member in members]
            if len({name.lower() for name in names}) != len(names):
                raise _odd()
            package = Package(members, {member.filename: archive.read(member) for member in members})
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, OSError, EOFError) as fault:
        raise _odd() from fault
    if CONTENT_TYPES not in package.parts:
        raise _odd()
    return package


def _odd() -> Refused:
    return Refused(
        "文件的内部结构不正常（部件重名或无法解压），未加批注；请用 Word、Excel 或 WPS 打开后另存，再试",
        "the file is put together in an odd way (two parts of one name, or one that cannot be unpacked) and was not annotated;"
        " open it in Word, Excel or WPS, save it again, then try",
    )


def _like(member: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Return a member's name, date and way of packing for writing it anew."""
    copy = zipfile.ZipInfo(member.filename, member.date_time)
    copy.compress_type, copy.external_attr = member.compress_type, member.external_attr
    copy.create_system, copy.comment = member.create_system, member.comment
    return copy


def _fresh(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    return info
