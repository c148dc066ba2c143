"""Counts what holds and what does not, for the checks of the built program."""
import sys

passed = failed = 0


def check(name, holds, detail=""):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {name}: {str(detail)[:600]}", flush=True)


def finish():
    """Prints the last line, and ends with 1 where something failed."""
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)
