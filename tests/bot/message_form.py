"""The form of every message to a user."""

import re
import unicodedata


def faults_of(message):
    """What is wrong with the form of a message; empty when it is well-formed Vietnamese text."""
    found = {
        "not composed": not unicodedata.is_normalized("NFC", message),
        "no Vietnamese letter": not re.search(r"[À-ỹ]", message),
        "superfluous white space": re.search(r" {2}| \n|\n{3}|^\s|\s$", message),
        "straight quotation marks": re.search("[\"']", message),
        "exclamation or doubled stop, or a space before one": re.search(r"!|\.\.| [.,;:?)]|\( ", message),
        "an end without a stop": not re.search(r"[.?:]$|\.”$", message),
        "a small letter at the beginning": message[0].islower(),
    }
    return [fault for fault, is_found in found.items() if is_found]
