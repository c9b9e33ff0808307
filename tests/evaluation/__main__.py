"""Measures quality; not a test of code.

python -m tests.evaluation answers [--set evaluation|development|blind|force|deadlines] [--accept]
python -m tests.evaluation retrieval --data DIR [--subset NAME] [--typed full|none|half]
python -m tests.evaluation calibrate
python -m tests.evaluation relations --texts DIR [--verbose]
python -m tests.evaluation deadlines --texts DIR [--verbose]
python -m tests.evaluation dialogues [--held | --development] [--alone] [--accept | --file PATH] [--verbose]
"""

import argparse
import sys
from pathlib import Path

from tests.evaluation import answers, calibration, deadlines, dialogues, relations, retrieval


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    ask = commands.add_parser("answers")
    sets = ("evaluation", "development", "blind", "force", "deadlines")
    ask.add_argument("--set", choices=sets, default="evaluation", dest="which")
    ask.add_argument("--accept", action="store_true", help="store this outcome as the baseline")
    ask.add_argument("--verbose", action="store_true", help="print each wrong answer")
    search = commands.add_parser("retrieval")
    search.add_argument("--data", type=Path, required=True, help="folder with corpus.jsonl, queries.jsonl, qrels.tsv")
    search.add_argument("--subset")
    search.add_argument("--typed", choices=("full", "none", "half"), default="full", help="how much of the diacritics")
    commands.add_parser("calibrate")
    for marked in ("relations", "deadlines"):
        against_marks = commands.add_parser(marked)
        against_marks.add_argument("--texts", type=Path, required=True, help="folder with the texts marked by hand")
        against_marks.add_argument("--verbose", action="store_true", help=f"print what is wrong of the {marked}")
    hold = commands.add_parser("dialogues")
    half = hold.add_mutually_exclusive_group()
    half.add_argument("--held", action="store_const", const="held", dest="which", help="only the half held out")
    half.add_argument("--development", action="store_const", const="development", dest="which", help="only the other")
    hold.add_argument("--alone", action="store_true", help="ask each question in full and alone too")
    stored = hold.add_mutually_exclusive_group()
    stored.add_argument("--accept", action="store_true", help="store the outcome of all dialogues as the baseline")
    stored.add_argument("--file", type=Path, help="dialogues kept elsewhere, in the same form; no baseline is read")
    hold.add_argument("--verbose", action="store_true", help="print each wrong answer")
    options = parser.parse_args()
    if options.command == "answers":
        return answers.run(options.which, accept=options.accept, verbose=options.verbose)
    if options.command == "retrieval":
        return retrieval.run(options.data, options.subset, options.typed)
    if options.command == "dialogues":
        which = options.which or "all"
        return dialogues.run(
            which, accept=options.accept, verbose=options.verbose, alone=options.alone, file=options.file
        )
    if options.command == "relations":
        return relations.run(options.texts, verbose=options.verbose)
    if options.command == "deadlines":
        return deadlines.run(options.texts, verbose=options.verbose)
    return calibration.run()


if __name__ == "__main__":
    sys.exit(main())
