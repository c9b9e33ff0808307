"""The law that a title details by name, with the number that the legal bases give it.

A title says "Quy định chi tiết … của Luật A"; it seldom repeats the number of the law (Nghị định 30/2020/NĐ-CP,
Phụ lục I), which the preamble gives: "Căn cứ Luật A số 06/2022/QH15".
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.folding import fold
from corpus.model import Document, Provision, ProvisionKind, Relation, RelationKind
from ingest.act_verbs import last_verb


def guided_by_name(
    document: Document, provisions: Sequence[Provision], relations: Iterable[Relation]
) -> tuple[Relation, ...]:
    """The laws that the title details by name, each with the number that a legal basis gives it."""
    title = _title_in(document, provisions)
    if title is None:
        return ()
    provision, start, text = title
    found: dict[str, Relation] = {}
    folded = fold(text)
    for basis in relations:
        if basis.kind is not RelationKind.BASED_ON or not basis.target_title:
            continue
        name = r"\s+".join(map(re.escape, fold(f"{basis.target_kind} {basis.target_title}").split()))
        named = re.search(rf"(?<!\w){name}(?!\w)", folded)
        verb = last_verb(text[: named.start()].lower()) if named else None
        if named and verb is not None and verb.kind is RelationKind.GUIDES:
            found[basis.target.key] = replace(
                basis,
                kind=RelationKind.GUIDES,
                provision=provision.ordinal,
                start=start + named.start(),
                end=start + named.end(),
                quote=text,
                places=(),
                is_partial=verb.is_partial,
            )
    return tuple(found.values())


def _title_in(document: Document, provisions: Sequence[Provision]) -> tuple[Provision, int, str] | None:
    """The title as it stands above the body: its provision, its place and its text."""
    words = document.title.split()
    if not words:
        return None
    pattern = re.compile(r"[\s*_#|]+".join(map(re.escape, words)), re.IGNORECASE)
    for provision in provisions:
        if provision.kind is ProvisionKind.LETTERHEAD:
            match = pattern.search(document.text, provision.start, provision.end)
            return (provision, match.start(), match[0]) if match else None
    return None
