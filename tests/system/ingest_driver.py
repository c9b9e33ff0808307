"""Ingests in processes that can be killed; see `tests.system.forked_runs`."""

from ingest.lock import only_ingest
from tests.ingest.pipelines import workshop_in
from tests.system.forked_runs import serve_forks


def ingest(data_dir, folder):
    with only_ingest(data_dir / "ingest.lock"), workshop_in(data_dir) as workshop:
        workshop.add(folder)


if __name__ == "__main__":
    serve_forks(ingest)
