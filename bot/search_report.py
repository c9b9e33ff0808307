"""Shows a search: the ranked passages with their scores, and what was rejected and why."""

from corpus.retrieval import SearchResult


def search_as_json(question: str, result: SearchResult) -> dict[str, object]:
    """The search as one JSON object: hits best first, then what was rejected."""
    return {
        "question": question,
        "hits": [
            {
                "document": str(hit.document.number or hit.document.title),
                "title": hit.document.title,
                "locator": str(hit.passage.locator),
                "page": hit.passage.page,
                "score": round(hit.score, 4),
                "lexical": round(hit.lexical, 4),
                "dense": round(hit.dense, 4),
                "headings": list(hit.passage.headings),
                "text": hit.passage.text,
            }
            for hit in result.hits
        ],
        "rejected": [
            {
                "locator": str(rejected.passage.locator),
                "document": rejected.passage.document_id,
                "reason": rejected.reason,
            }
            for rejected in result.rejected
        ],
    }


def search_as_text(result: SearchResult) -> str:
    """The hits for a person: score, document, locator and the first words."""
    lines = [
        f"{hit.score:.3f}  {hit.document.number or hit.document.title}, {hit.passage.locator}: "
        f"{' '.join(hit.passage.text.split())[:160]}"
        for hit in result.hits
    ]
    return "\n".join(lines) if lines else "(0)"
